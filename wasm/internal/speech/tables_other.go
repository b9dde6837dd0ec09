package speech

const german = `say sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont meinte meint schrieb schreibt twitterte teilte berichtete berichtet fügte kritisierte warnte warnt forderte fordert behauptete behauptet versicherte versichert bestätigte bestätigt kündigte erwiderte antwortete antwortet fragte fragt rief räumte äußerte zitierte unterstrich bekräftigte ergänzte verkündete mahnte hieß
call nannte nennt bezeichnete bezeichnet sprach spricht
he er
she sie
it es wir ich man
source laut zufolge nach
prep in im am an auf aus bei beim bis durch für gegen mit ohne seit über um unter von vom vor zu zum zur zwischen während wegen
link und aber oder dass daß weil wenn als ob wie doch denn so da
det der die das ein eine einen einer eines dem den des sein seine ihr ihre dieser diese dieses
aux hat habe haben hatte auch dann am später zudem außerdem weiter jedoch aber noch bereits schon nun
being ist war sind waren wird wurde wurden werden sei
mr herr
ms frau sprecherin ministerin kanzlerin präsidentin bundeskanzlerin chefin
title präsident kanzler bundeskanzler minister außenminister innenminister finanzminister bundesminister verteidigungsminister ministerpräsident bürgermeister oberbürgermeister sprecher chef vorsitzender vorsitzende generalsekretär staatssekretär us-präsident bundespräsident professor abgeordneter trainer richter polizeisprecher regierungssprecher parteichef
abbr dr prof hr fr
short st usw bzw ca nr z.b u.a d.h
office ministerium partei polizei universität regierung amt gericht verband rat bank zeitung agentur
when montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember
`

const french = `say dit dire déclaré déclare affirmé affirme expliqué explique ajouté ajoute indiqué indique estimé estime assuré assure souligné souligne annoncé annonce précisé précise répondu répond lancé lance écrit rappelé rappelle regretté regrette confié confie insisté insiste dénoncé dénonce prévenu martelé reconnu raconté raconte promis déploré conclu commenté poursuit poursuivi a-t-il-dit réagi
call qualifié appelé qualifie appelle
he il a-t-il
she elle a-t-elle
it on ils elles je nous qui ce c'est
source selon d'après
prep de du des à au aux en dans par pour avec sans sur sous entre vers chez depuis pendant après avant contre lors devant
link et mais ou que qu'il qu'elle où comme lorsque quand si car donc dont puis
det le la les l un une ce cet cette ces son sa ses leur leurs
aux a ont avait avaient également aussi encore ensuite notamment ainsi
being est était sont étaient sera été
mr m monsieur
ms mme madame présidente ministre-déléguée
title président ministre premier chancelier maire député sénateur secrétaire général directeur porte-parole chef professeur juge procureur
abbr dr pr
office ministère parti police université gouvernement conseil tribunal agence banque syndicat association
when lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre
`

const spanish = `say dijo dice dicho decir afirmó afirma aseguró asegura explicó explica declaró declara señaló señala indicó indica añadió añade agregó agrega manifestó sostuvo sostiene subrayó destacó recordó comentó respondió insistió advirtió anunció apuntó reconoció escribió preguntó concluyó expresó admitió precisó denunció reiteró aclaró lamentó confirmó
call calificó llamó describió tildó denominó
he él
she ella
it ellos ellas yo quien que
source según
prep de del a al en con por para sin sobre entre desde hasta contra tras durante ante bajo hacia
link y e pero o u como cuando si porque donde mientras aunque
det el la los las un una unos unas este esta su sus ese esa
aux ha han había también además luego después no se lo le
being es era son fue eran está estaba ser
mr señor sr don
ms señora sra doña presidenta ministra portavoza alcaldesa directora
title presidente ministro canciller alcalde gobernador senador diputado secretario general director portavoz jefe líder profesor juez fiscal primer
abbr dr dra lic
office ministerio partido policía universidad gobierno consejo tribunal agencia banco asociación
when lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
`

const italian = `say detto dice disse dire dichiarato dichiara affermato afferma spiegato spiega aggiunto aggiunge sottolineato sottolinea osservato sostiene sostenuto commentato commenta ribadito scritto scrive annunciato assicurato replicato risposto risponde concluso raccontato racconta ricordato precisato ammesso avvertito
call definito chiamato definisce
he lui egli
she lei ella
it loro io noi che chi
source secondo
prep di del della dei delle dello degli a al alla ai alle in nel nella con per da dal dalla su sul sulla tra fra contro dopo prima durante
link e ed ma o che come quando se perché mentre dove
det il lo la i gli le un uno una questo questa suo sua suoi loro l
aux ha hanno aveva anche poi inoltre ancora si lo
being è era sono erano fu stato sta
mr signor
ms signora ministra
title presidente ministro premier cancelliere sindaco governatore senatore deputato segretario generale direttore portavoce capo leader professore giudice procuratore
abbr dott prof on sig
office ministero partito polizia università governo consiglio tribunale agenzia banca associazione
when lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
`

const portuguese = `say disse diz dizer afirmou afirma declarou declara explicou explica acrescentou acrescenta ressaltou destacou contou comentou garantiu respondeu escreveu anunciou informou lembrou avaliou defendeu alertou reforçou completou concluiu admitiu sublinhou referiu frisou salientou adiantou
call chamou classificou descreveu
he ele
she ela
it eles elas eu nós que quem
source segundo conforme
prep de do da dos das a ao à em no na nos nas com por para sem sobre entre desde até contra após durante pelo pela
link e mas ou como quando se porque onde enquanto
det o a os as um uma este esta seu sua seus suas esse essa
aux tem também ainda já depois além se não
being é era são foi eram está estava ser
mr senhor sr seu
ms senhora sra dona presidenta ministra
title presidente ministro primeiro chanceler prefeito governador senador deputado secretário diretor porta-voz chefe líder professor juiz procurador
abbr dr dra
office ministério partido polícia universidade governo conselho tribunal agência banco associação
when segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
`

const dutch = `say zei zegt zeiden zeggen gezegd verklaarde verklaart stelde stelt vertelde vertelt schreef schrijft benadrukte benadrukt meldde meldt liet voegde legde antwoordde antwoordt vroeg waarschuwde beweerde bevestigde reageerde reageert aldus vindt vond
call noemde noemt omschreef
he hij
she zij ze
it het we ik wij men
source volgens
prep in op van voor bij met aan uit over tegen tot na naar om door onder tussen sinds tijdens
link en maar of dat omdat als toen terwijl die wat waar
det de het een zijn haar hun deze dit
aux heeft hebben had ook toen later verder nog al
being is was zijn waren wordt werd
mr meneer dhr
ms mevrouw mevr woordvoerster
title president premier minister kanselier burgemeester voorzitter woordvoerder directeur leider hoogleraar rechter secretaris-generaal staatssecretaris
abbr dr prof drs
office ministerie partij politie universiteit regering raad rechtbank bank
when maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december
`

const russian = `say сказал сказала сказали говорит говорил говорила заявил заявила заявили заявляет сообщил сообщила сообщили сообщает отметил отметила отметили подчеркнул подчеркнула добавил добавила добавили пояснил пояснила объяснил объяснила рассказал рассказала ответил ответила написал написала напомнил напомнила уточнил уточнила утверждает утверждал считает признал признала предупредил предупредила спросил спросила указал указала передает передаёт
call назвал назвала назвали
he он
she она
it оно они я мы кто который которая
source словам данным мнению
prep в во на о об от до из за под при для без по с со у к ко над между после перед через против
link и а но или что как когда если потому где хотя чтобы
det его её ее их этот эта свой
aux также уже ещё еще ранее затем при этом
being был была были есть
mr господин
ms госпожа
title президент премьер-министр министр премьер канцлер глава губернатор мэр депутат сенатор представитель секретарь пресс-секретарь директор председатель лидер посол генерал профессор судья советник помощник руководитель
short г ул им др т.д т.п
office министерство партия полиция университет правительство совет суд агентство банк
`

const ukrainian = `say сказав сказала сказали каже говорить говорив говорила заявив заявила заявили заявляє повідомив повідомила повідомили повідомляє зазначив зазначила наголосив наголосила підкреслив підкреслила додав додала додали пояснив пояснила розповів розповіла відповів відповіла написав написала нагадав нагадала уточнив стверджує вважає визнав визнала попередив попередила запитав запитала вказав
call назвав назвала назвали
he він
she вона
it воно вони я ми хто який яка
source словами даними
prep в у на о про від до із з за під при для без по між після перед через проти
link і та й а але або що як коли якщо бо де хоча щоб
det його її їх їхній цей ця свій
aux також вже ще раніше потім
being був була були є
mr пан
ms пані
title президент прем'єр-міністр міністр прем'єр канцлер голова губернатор мер депутат сенатор представник секретар речник директор лідер посол генерал професор суддя радник керівник
short м вул ім др т.д
office міністерство партія поліція університет уряд рада суд агентство банк
`
