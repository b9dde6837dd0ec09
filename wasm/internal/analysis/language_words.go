package analysis

// latinLanguages and cyrillicLanguages list the function words that vote.
var (
	latinLanguages    = newElectorate(latinWords)
	cyrillicLanguages = newElectorate(cyrillicWords)
)

func newElectorate(languages []language) *electorate {
	return &electorate{languages, votersOf(languages)}
}

var latinWords = []language{
	{"en", "the of and to in is that for it with was on as at by from he his be are this have has had not but they which who were their an will said would been one we you i my or if when there can about what so up out more she her your"},
	{"de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man ich wir ihr kann sein wurde"},
	{"fr", "de la le et les des en un du une que est dans qui par pour au a il sur pas plus se ne ce avec aux sont sa son ou mais été cette comme leur nous vous je on elle ses ont fait d'un d'une qu'il c'est n'est l'on être y deux même aussi bien tout sans très avant après selon sera serait était chez sous ainsi entre leurs cet où déjà"},
	{"es", "de la que el en y a los se del las por un con una su para es al lo como más pero sus le ha o este sí porque esta son entre está cuando muy sin sobre ser también fue había nos desde todo ya hasta donde han yo ni contra ese antes según dijo sea será tras mientras cada durante"},
	{"it", "di e il la che in a per un è del non della una sono con si da al le i dei nel gli alla ha lo come più anche ma delle su questo dal nella ed se o ho suo sua hanno dalla ai degli stato essere quando dopo c'è tra perché chi l'ha molto due prima secondo sarà ancora"},
	{"pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus são você antes segundo será ainda pelos"},
	{"nl", "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit naar hij die door heeft over ze zich wordt kan meer al werd wel geen tot ik je we hebben worden was deze onder moet zou tegen na"},
	{"sv", "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när nu efter hon ska vid eller där under mot alla ut över år man också skulle vara sin hade blev"},
	{"da", "og i at det er en til af på som med for den de ikke har der et var jeg han men fra om sig vi så kan ved også efter blev hun eller når skal nu over være ud mod alle hvor havde deres blevet mere skulle"},
	{"no", "og i det er på som en å til av for at med den de har ikke om et var han men fra seg jeg vi så kan når etter hun eller også skal nå ble over være ut mot alle hvor hadde dette blitt mer skulle opp bare ved"},
	{"fi", "ja on ei se että oli hän mutta ovat kun myös ole joka kuin sen vain niin tai jos mukaan nyt jo ollut sekä mitä hänen voi ne minä tämä siitä sitä olla jälkeen vuonna minun ettei joka ennen kanssa"},
	{"pl", "w i na z do się nie że to jest o po jak od za przez dla co ale tym oraz czy przy już są roku był tak jego też ich może jej być tego które który przed tylko ze było która ma bez między"},
	{"cs", "a v se na je že s z do o i to k ve pro za by ale jsou po jako od při který podle jeho už však byl co která jen také aby než tak jsem které nebo až své byla mezi před není"},
	{"ro", "de și în a la cu pe care din că o nu este un pentru se mai au fost o fi ce sa dar prin sunt ca după lui iar al ale ai sau dintre fără până către acest când această"},
	{"hu", "a az és hogy nem is egy van meg volt csak de ez azt már el mint még ki ha vagy szerint lesz volna fel aki amely minden után mert között lehet be kell sem pedig között"},
	{"tr", "ve bir bu da de için ile olarak çok daha olan gibi en kadar ne ise sonra var ya ancak o değil her diye ki ama oldu olduğu tarafından göre iki"},
	{"id", "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena bisa ada mereka oleh sudah saat atau telah kami seperti menjadi lebih adalah para dia kata bahwa saya"},
	{"ca", "de la el que i a en els les un per una del amb no és es al ha però va als més com són aquest aquesta han seva seu pel també dels ser perquè fins sobre entre hi"},
}

var cyrillicWords = []language{
	{"ru", "и в не на что с по как это из у за от о для но к он его то так же все был бы только она мы они или ее когда уже до был были было которые также после если при который чтобы еще со во этом году ли быть нет есть"},
	{"uk", "і в у на що з не до як за та від це про по для він але його було ми й є які також ще або який із якщо був під час зі цього щоб вони вже має бути немає після того через при її"},
	{"bg", "на и в да за се от е с че не по са ще до си това как към или но като ще беше след има бъде през при които който още го ги му ни той тя те според няма между"},
	{"sr", "и у је да се на за су не од са који као то из што до би ће али које или која након када који због само још није био била бити према јер ово"},
	{"be", "і ў у на з не што да як за ад гэта па для ён але яго ці было мы я якія таксама каб які пра пры ўжо яны яе быў"},
	{"mk", "на и во да се за од е не со ќе што по ги го тоа како до а беше или кои кој но има дека при според биде"},
}
