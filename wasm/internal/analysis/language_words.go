package analysis

// A tongue is a language that shares its script with others: its code and its
// most frequent function words, lower case.
type tongue struct {
	code   string
	script int
	words  string
}

// tongues are the languages that votes tell apart. There are no more than 64: a
// set of them is one word.
var tongues = [...]tongue{
	{"en", scriptLatin, "the of and to in is that for it with was on as at by from he his be are this have has had not but they which who were their an will said would been one we you i my or if when there can about what so up out more she her your"},
	{"de", scriptLatin, "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man ich wir ihr kann sein wurde"},
	{"fr", scriptLatin, "de la le et les des en un du une que est dans qui par pour au a il sur pas plus se ne ce avec aux sont sa son ou mais été cette comme leur nous vous je on elle ses ont fait d'un d'une qu'il c'est n'est l'on être y deux même aussi bien tout sans très avant après selon sera serait était chez sous ainsi entre leurs cet où déjà toute personne droit nul tous toutes ni d l s qu n c j ces autre quelque doit peut eux afin depuis contre lors alors"},
	{"es", scriptLatin, "de la que el en y a los se del las por un con una su para es al lo como más pero sus le ha o este sí porque esta son entre está cuando muy sin sobre ser también fue había nos desde todo ya hasta donde han yo ni contra ese antes según dijo sea será tras mientras cada durante toda persona tiene derecho nadie e todos tienen cualquier otra otro serán ante hacia"},
	{"it", scriptLatin, "di e il la che in a per un è del non della una sono con si da al le i dei nel gli alla ha lo come più anche ma delle su questo dal nella ed se o ho suo sua hanno dalla ai degli stato essere quando dopo c'è tra perché chi l'ha molto due prima secondo sarà ancora ogni individuo diritto nessun alcuna tutti qualsiasi propria proprio essa esso ad sia deve"},
	{"pt", scriptLatin, "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus são você antes segundo será ainda pelos"},
	{"nl", scriptLatin, "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit naar hij die door heeft over ze zich wordt kan meer al werd wel geen tot ik je we hebben worden was deze onder moet zou tegen na"},
	{"sv", scriptLatin, "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när nu efter hon ska vid eller där under mot alla ut över år man också skulle vara sin hade blev"},
	{"da", scriptLatin, "og i at det er en til af på som med for den de ikke har der et var jeg han men fra om sig vi så kan ved også efter blev hun eller når skal nu over være ud mod alle hvor havde deres blevet mere skulle mellem hvad hvis meget nogle mig ifølge både nye kunne ville enhver uden herunder frihed ret hvilken nogen ingen andre hans sin denne dette sit samt under"},
	{"no", scriptLatin, "og i det er på som en å til av for at med den de har ikke om et var han men fra seg jeg vi så kan når etter hun eller også skal nå ble over være ut mot alle hvor hadde dette blitt mer skulle opp bare ved ikkje eg vere frå mellom hva mye noen meg kun ein eit dei vart nokre ho mest enhver rett ingen noe slik uten andre hans sitt sin denne"},
	{"fi", scriptLatin, "ja on ei se että oli hän mutta ovat kun myös ole joka kuin sen vain niin tai jos mukaan nyt jo ollut sekä mitä hänen voi ne minä tämä siitä sitä olla jälkeen vuonna minun ettei ennen kanssa jokaisella oikeus mitään kaikki tulee jotka näiden ilman itse kuten ketään myöskään olevan tahi taikka hänellä johon jonka kaikkien mikä siihen tulisi olisi voidaan lisäksi kuitenkin noin yli"},
	{"pl", scriptLatin, "w i na z do się nie że to jest o po jak od za przez dla co ale tym oraz czy przy już są roku był tak jego też ich może jej być tego które który przed tylko ze było która ma bez między"},
	{"cs", scriptLatin, "a v se na je že s z do o i to k ve pro za by ale jsou po jako od při který podle jeho už však byl co která jen také aby než tak jsem které nebo až své byla mezi před není každý má právo svobodu ani nikdo nesmí být bez kdo jimž její musí jakož kterékoli všichni jiné svého proti mít nikoho jehož"},
	{"ro", scriptLatin, "de și în a la cu pe care din că o nu este un pentru se mai au fost fi ce sa dar prin sunt ca după lui iar al ale ai sau dintre fără până către acest când această dreptul orice persoană nici libertate şi"},
	{"hu", scriptLatin, "a az és hogy nem is egy van meg volt csak de ez azt már el mint még ki ha vagy szerint lesz volna fel aki amely minden után mert között lehet be kell sem pedig személynek joga más bármely illetőleg továbbá való arra senkit ahhoz amelyet azok ezek ennek során valamint illetve ő ahogy"},
	{"tr", scriptLatin, "ve bir bu da de için ile olarak çok daha olan gibi en kadar ne ise sonra var ya ancak o değil her diye ki ama oldu olduğu tarafından göre iki herkes herkesin hak hakkı haiz haizdir veya kimse bulunan hiç hiçbir bütün şahıs kendi türlü karşı gereken suretiyle olduğunu eden fakat hem bunun nın şekilde bunu"},
	{"id", scriptLatin, "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena bisa ada mereka oleh sudah saat atau telah kami seperti menjadi lebih adalah para dia kata bahwa saya orang setiap sebagai hak berhak boleh secara antara tersebut tanpa maupun ataupun apapun serta tentang"},
	{"ca", scriptLatin, "de la el que i a en els les un per una del amb no és es al ha però va als més com són aquest aquesta han seva seu pel també dels ser perquè fins sobre entre hi tota persona té dret ningú ni qualsevol tots tenen altra altres llurs pot ja on ésser hom any d l"},
	{"sk", scriptLatin, "a sa na je že v so do o aj k vo pre za by ale sú ako alebo od pri ktorý podľa jeho už však bol čo ktorá tiež aby než tak som ktoré keď až svoje bola medzi pred nie ich iba môže bude po z ktorých má každý právo byť nesmie"},
	{"hr", scriptLatin, "i u je se na da za su ne od s a koji kao iz što do bi će ali koja nakon kroz zbog samo još nije bio bila biti prema jer ovo prije poslije gdje vrijeme ovdje također dio riječ tijekom tko o po kako ili koje svoje ima može svatko pravo bez svako nitko smije svi ljudi bilo"},
	{"sr", scriptLatin, "i u je se na da za su ne od s koji kao iz šta do bi će ali koja nakon kroz zbog samo još nije bio bila biti prema jer ovo pre posle gde vreme ovde takođe deo reč tokom ko"},
	{"sl", scriptLatin, "in je se na da za so ne od s v ki kot iz kaj do bi bo pa po tudi ali ni bil bila biti pri ker to še že le lahko med pred sem smo njegov njen leta vsak ima pravico brez zaradi katerega kateri o z vsakdo"},
	{"et", scriptLatin, "ja on ei et ta oli ka kui aga see mis kes oma või nii välja üle pärast enne kuid ning selle tema nad mida veel juba pole siis ainult kõik seda olla peale poolt vahel igal inimesel õigus tuleb"},
	{"lv", scriptLatin, "un ir uz ka no par ar to kas bet arī vai pēc kā tas bija lai pie pirms viņš viņa gan tika jau ne nav līdz savu būs kad tikai vairāk kuri kura ikvienam tiesības cilvēkam jābūt bez"},
	{"lt", scriptLatin, "ir yra į kad su iš tai bet buvo už apie per kaip jis ji dėl po prie o ar nuo taip jau dar tik kai savo šis metų nėra pagal kuris kurie gali turi teisę kiekvienas žmogus be"},
	{"is", scriptLatin, "og er að í á sem til við það um með en af ekki var fyrir hann hún eru þeir þetta frá hefur eftir verið hafa þá sér upp yfir eða skal hver maður rétt"},
	{"sq", scriptLatin, "dhe të në e që për me nga një i është si nuk se së ka më kjo por janë do ai pas u këtë ata kanë gjithë tij saj edhe çdo njeri drejtë ose"},
	{"eu", scriptLatin, "eta da ez bat du ere dira izan zen baina dute den egin hau bere ditu beste dela egiten behar zuen gabe edo orain hori dago gizaki eskubidea oro"},
	{"gl", scriptLatin, "de a o que e do da en un para é con non unha os no se na por máis as dos como mais ao foi ten á seu súa ou ser cando moito hai nos xa está tamén só polo pola ata iso ela entre despois sen mesmo aos toda persoa dereito todas teñen ninguén calquera outra polos polas nin unhas uns"},
	{"ga", scriptLatin, "agus an na ar i is a ag le do go bhí sé tá sin ach nach mar níl ní leis seo chun ó faoi bheith iad siad air aige ann gach duine ceart nó den"},
	{"cy", scriptLatin, "y a yn i o ar yr ei bod mae gan am wedi at â nid fod ond neu hyn fel eu roedd bydd dros ac cael hefyd un wrth rhwng gall pob hawl sydd ni"},
	{"mt", scriptLatin, "u li ta il fil għal ma minn din dan lill kien huwa f kif dawn kull dwar fuq jew wara iżda hija biex sabiex ġie kellu mhux jedd bniedem tal għandu"},
	{"az", scriptLatin, "və bu bir ki ilə üçün olan də da daha o edir sonra kimi olaraq ən hər var qədər isə ya onun bütün deyil edib çox malikdir hüququ insan azad"},
	{"sw", scriptLatin, "na ya wa kwa ni katika la za kuwa cha hii au kama huyo mtu kila yake alisema hiyo hata bila lakini pia baada huo hilo watu haki ana"},
	{"tl", scriptLatin, "ang ng sa na at mga ay ni si para ito hindi may kung o isang siya nila niya kanyang mula din rin pa lang ayon dahil bawat tao karapatan walang"},
	{"eo", scriptLatin, "la de kaj en estas al ne ke por kun li ĝi sed el aŭ pri ili kiel per tiu kiu estis sur ĉi oni unu ĉiu rajtas homo havas"},
	{"af", scriptLatin, "die en van in is dat het nie te op vir met aan ’n sy was hulle wat om deur ek as kan maar ook by na uit sal word oor wees dit moet elke reg iedereen alle"},
	{"vi", scriptLatin, "và của là có cho không được trong các một người đã với những này để về từ đến khi cũng ra như vào năm đó tại lại sẽ việc trên theo nhưng còn hơn nhiều sau mọi quyền bị bởi hay ai đều hoặc nhân phải nào tự do thế đối điều bất"},
	{"ms", scriptLatin, "dan yang di untuk dengan ini itu dalam pada tidak adalah ke akan telah oleh kerana bahawa daripada ialah mahu beliau sahaja hendaklah iaitu kepada ia dia juga bagi mereka lebih atau orang setiap sebagai antara mana secara hak berhak boleh tanpa sesiapa sama ada serta tentang terhadap seseorang mana-mana manusia pun"},
	{"so", scriptLatin, "oo ka in iyo ku ah la waa ay uu si soo waxaa leh kale ayaa lagu waxa kasta qof xaq u"},
	{"ha", scriptLatin, "da a na ta ya ba wani kuma cikin su wannan ko don shi an za ga ce yana kowane mutum daga yi"},
	{"uz", scriptLatin, "va bilan uchun bu bir ham o ning deb edi kerak esa bo lgan yoki har inson huquqiga ega hamda qilish"},
	{"", scriptLatin, "et in ut sed non est ad cum quae qui ex per de ipsum dolor sit amet lorem enim quod atque ab eius esse nec si autem tempor magna aliqua quis nostrud consectetur adipiscing elit vel eros eget sunt id quam ac a e pro hoc haec aut sunt quo nunc mauris"}, // Latin: of printers who fill a page; no answer
	{"ru", scriptCyrillic, "и в не на что с по как это из у за от о для но к он его то так же все был бы только она мы они или ее когда уже до были было которые также после если при который чтобы еще со во этом году ли быть нет есть каждый человек имеет право никто должен своих своего могут может этого том всех"},
	{"uk", scriptCyrillic, "і в у на що з не до як за та від це про по для він але його було ми й є які також ще або який із якщо був під час зі цього щоб вони вже має бути немає після того через при її"},
	{"bg", scriptCyrillic, "на и в да за се от е с че не по са ще до си това как към или но като беше след има бъде през при които който още го ги му ни той тя те според няма между всеки право човек никой всички своето трябва тези"},
	{"be", scriptCyrillic, "і ў у на з не што да як за ад гэта па для ён але яго ці было мы я якія таксама каб які пра пры ўжо яны яе быў"},
	{"mk", scriptCyrillic, "на и во да се за од е не со ќе што по ги го тоа како до а беше или кои кој но има дека при според биде секој право сите никој лице нејзе неговата својата човек треба"},
	{"sr", scriptCyrillic, "и у је да се на за су не од са који као то из што до би ће али које или која након када због само још није био била бити према јер ово свако има право нико своје без човек треба сви ни"},
	{"kk", scriptCyrillic, "және мен бен үшін бұл бір деп болып да де қазақстан туралы бар ол оның жылы осы бойынша болды не әр адам құқығы құқылы өзінің тиіс"},
	{"mn", scriptCyrillic, "нь болон байна энэ юм гэж дээр бол хүн монгол эрх ба болох хэрэгтэй байгаа тухай тэр нэг эсвэл бүр эрхтэй бөгөөд буюу түүний өөрийн нэгэн ямар ч аль эсхүл байх"},
	{"ky", scriptCyrillic, "жана менен үчүн бул бир деп болгон да де кыргыз тууралуу ал анын же ар адам укуктуу укугу өз керек"},
	{"tg", scriptCyrillic, "ва дар ба аз ки ин бо барои он аст худ ё мебошад карда шуд гуфт буд ҳар инсон ҳақ дорад"},
	{"ar", scriptArabic, "في من على إلى أن التي الذي عن مع هذا هذه كان قد ما لا لم بعد قال كما بين أو و ذلك خلال حيث كل أنه إن وقد غير هو هي عند منذ ثم حق لكل شخص"},
	{"fa", scriptArabic, "و در به از که این را با است برای آن یک خود تا بر هم شد بود شده کرد می هر یا دارد اند نیز اما او ما گفت پس حق کس باید"},
	{"ur", scriptArabic, "کے کی میں ہے کا اور سے کو نے پر کہ اس ہیں یہ نہیں تھا بھی ہو کر لیے ایک جو تھی گیا وہ ان کہا جائے حق شخص ہر"},
	{"ps", scriptArabic, "د په او چې له سره هم دی ته کې شوي دا یې هر نه ده یو دي کوي خلک به پر کړي حق لري"},
	{"ku", scriptArabic, "لە و بە کە ئەو بۆ هەموو ئەم بێ مافی هەیە یان لەسەر بوو کرد دەکات"},
	{"ug", scriptArabic, "ۋە بىلەن بۇ بىر ئۈچۈن ھەر ئۇ دەپ ياكى ئادەم هوقۇقىغا ھوقۇق ھەممە"},
	{"hi", scriptDevanagari, "के में की है और से का को पर ने कि यह भी नहीं हैं एक इस लिए कर था किया गया हो जो तो वह या अपने उस साथ बाद रहा थे कहा जाता प्रत्येक अधिकार व्यक्ति"},
	{"mr", scriptDevanagari, "आणि आहे या की ते त्या हे होते नाही आहेत तर करण्यात असे म्हणून झाली केली मध्ये व तो ही एक त्यांनी प्रत्येक माणसाला हक्क असून"},
	{"ne", scriptDevanagari, "छ र मा को ले लाई गर्न भएको छन् पनि यो हुने गरेको थियो एक हो तथा वा गर्ने प्रत्येक व्यक्तिलाई अधिकार भने उनले हुन्छ"},
}
