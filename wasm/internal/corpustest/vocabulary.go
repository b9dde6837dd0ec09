package corpustest

import "strings"

// templates are sorted by frequency. See writer.slot for the letters.
var templates = []string{
	"The %a %n %V the %n in %c on %d.",
	"%p, who %V the %a %n, said %N would %v.",
	"%s said: “We %v every %n, but %a %N %v us.”",
	"In %c, %N %V as the %n of %a %N %V.",
	"The %b %V its %n by %1 per cent on %d, after %N %V.",
	"But %q %V that the %n was %a and could %v %N.",
	"About %9 %N %V the %a %n near %c, %b said.",
	"“It's a %a %n,” said %p, whose %n %V the %b.",
	"%N in the %n have %V since %m, when %p %V.",
	"%s’s %n would %v the %a %n and %v %1 %N.",
	"A %n of %a %N, according to %b, may %v before %d.",
	"Mr %s %V: “Our %n is %a; no %n can %v.”",
	"The %n between %c and %c %V, with %N %V by %a %N.",
	"Under the %n, %b must %v its %N or %v a %n of $%1 million.",
	"Neither %s nor %q %V how %N would %v the %n.",
	"%N and %N %V; one %n of %c %V the %a %n.",
	"On %m, the %n %V %9 %N, a %a %n of %1 %N.",
	"Critics of %p %V the %n as %a, while %N %V.",
	"“There were %N, %N and one %a %n,” %s %V.",
	"Ms %q of %b, %1, has %V %a %N for years.",
	"What %N %v next is a %n that %a %N %v.",
	"Across the %n, %1 of %9 %N were %V, %b %V.",
	"The U.S. %n %V with %p over %a %N in %c.",
}

// nouns, verbs and adjectives are sorted roughly by frequency in news.
var nouns = strings.Fields(`government minister police court year country company market week
official report people group city president election party state plan law deal school
hospital price bank leader vote road house programme family worker team member meeting
decision attack case budget tax union strike energy water fire storm river bridge train
ship port airport factory farmer crop harvest oil gas grid power plant mine forest park
council mayor judge lawyer trial verdict prison protest crowd march speech statement letter
document record file study scientist university student teacher exam doctor nurse patient
vaccine virus disease drug treatment clinic research laboratory sample test result figure
percentage rate loan debt bond share investor fund profit loss sale customer shop brand
product price-cap wage pension job contract tender supplier delivery warehouse truck driver
passenger ticket flight pilot crew captain sailor island coast beach tourist hotel restaurant
museum theatre film actor director singer concert album novel author prize award festival
match player coach goal season league cup stadium fan record-holder medal race runner
border soldier army defence missile drone tank general ceasefire treaty negotiation envoy
embassy diplomat sanction summit alliance refugee camp shelter aid convoy donor charity
volunteer village town suburb street square market-hall tower apartment tenant landlord
rent mortgage builder site crane tunnel canal dam flood drought heatwave emission climate
glacier species wolf bird fish fishery net boat reef farm cattle milk grain bread wheat
centre labour harbour neighbour organisation licence catalogue colour behaviour councillor
satellite rocket orbit telescope chip phone network server software hacker password privacy
regulator watchdog complaint fine appeal ruling clause amendment bill committee chamber
coalition opposition candidate ballot poll constituency turnout campaign slogan pledge promise
corruption bribe fraud audit accountant scandal resignation inquiry witness evidence suspect
victim robbery knife gun arrest raid patrol checkpoint curfew siren ambulance rescue survivor
wreck collision derailment explosion blast smoke ash dust rubble quake tremor eruption lava
child parent grandmother widow orphan neighbourhood church mosque temple priest prayer pilgrim
holiday parade flag anthem monument statue archive library newspaper editor reporter camera
photograph broadcast channel audience subscriber advert poster rumour hoax forecast estimate
deficit surplus tariff export import customs quota currency inflation reserve pipeline refinery
turbine battery charger engine wheel tyre brake garage mechanic recall warranty safety helmet
jewellery painting auction collector heir estate will testament marriage divorce birth funeral`)

var verbs = strings.Fields(`report warn ask call confirm reject support announce open close
start end raise lower offer accept refuse delay approve block expect claim deny accuse
demand visit leave return follow join face help protect attack defend damage destroy repair
rebuild plan launch test check review investigate question arrest charge release sentence
elect appoint remove replace resign criticise praise welcome condemn propose debate pass
amend cancel suspend extend limit ban allow order sign present publish reveal explain
describe discuss negotiate agree compromise settle pay fund finance invest borrow owe
collect deliver transport load unload carry store move travel arrive land crash collide
derail explode burn flood freeze melt dry collapse survive rescue evacuate shelter treat
cure infect vaccinate study examine measure estimate calculate predict record produce
manufacture export import trade purchase rent lease hire employ train educate teach
organise recognise emphasise favour analyse labour photograph film perform score play
defeat qualify compete celebrate mourn remember honour award decorate restore preserve
hunt harvest plant water feed milk slaughter poison pollute clean filter drain pump
drill mine refine heat cool light switch connect download upload hack encrypt leak
monitor patrol guard search raid seize confiscate smuggle bribe cheat defraud audit
impose enforce relax adopt ratify veto boycott isolate unite divide merge acquire`)

var adjectives = strings.Fields(`new former local national public political large small early
late foreign senior main major recent key early-morning private military economic legal
social financial strong weak high low long short hard easy rare common safe dangerous
serious minor fatal critical urgent quiet loud angry calm cautious bold modest ambitious
likely possible certain doubtful secret open joint single double annual monthly weekly
daily regional rural urban coastal northern southern eastern western central remote
ancient modern historic temporary permanent partial full empty broken damaged intact
flooded frozen dry wet cold warm hot mild severe heavy light thick thin deep shallow
wide narrow steep flat smooth rough sharp blunt clean dirty toxic harmless healthy sick
injured wounded missing absent present elderly young adult married widowed poor rich
wealthy cheap costly expensive affordable generous mean fair unfair equal unequal honest
corrupt guilty innocent accused suspected confirmed alleged official unofficial formal
informal voluntary compulsory controversial popular unpopular famous unknown obscure grey
green red blue white black golden silver wooden concrete electric solar nuclear digital
analogue mobile automatic manual artificial natural organic chemical medical clinical
academic scientific technical industrial agricultural commercial cultural religious secular`)

var givenNames = strings.Fields(`Marta Jonas Leila Pavel Ingrid Tomas Amina Viktor Elena Rui
Sofia Karim Hanna Diego Yuki Omar Greta Luca Nadia Felix Priya Andrei Clara Samuel Irina
Mateo Zeynep Oskar Fatima Henrik Chiara Ivan Noor Stefan Aisha Emil Rosa Kofi Mina Anton`)

var cities = strings.Fields(`Lisbon Oslo Kyiv Ankara Geneva Warsaw Nairobi Hanoi Lima Quito Tunis
Riga Vienna Dublin Athens Cairo Delhi Tokyo Seoul Bogota Havana Prague Rabat Accra Dakar
Tallinn Zagreb Sofia Bern Malmo Porto Leeds Turin Ghent Lyon Basel Gdansk Split Bergen Cork`)

// syllables, middles and ends make invented names.
var (
	syllables   = strings.Fields(`bar cor dal el fen gar hal is jor kal lun mar nor ost pel quen ros sal tor ul vel wes yar zan bren crad dros flen grim hul krev mold pran sted trav`)
	middles     = strings.Fields(`a e i o u an en in on ar er ir or al el il ol as es is am em im ad ed id eth ath`)
	surnameEnds = strings.Fields(`berg dahl den dine ford garde gren ham holm ikov ini land ley lin lund man mann mark nescu netti nova ova quist ric rov sen shaw sky son stad ster strom thal ton ulis vale vik well wick wright zani`)
	townEnds    = strings.Fields(`aven bach beck borg bourne bridge bury by castle dale den ey field ford gate grad hafen ham haven hill holt mere minster mond mouth port pool sand stead stow thorpe ton vale ville wald wick worth`)
)

var (
	bodyKinds = []string{"Shipping", "Energy", "council", "University", "Bank", "Rail", "Steel", "Party", "Institute", "Airlines", "Hospital Trust", "Port Authority"}
	outlets   = []string{"Morning Ledger", "Harbour Times", "Evening Dispatch", "Northern Courier", "City Examiner", "Valley Post", "Daily Beacon", "Coast Herald", "Union Gazette", "Tribune Online"}
	weekdays  = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	months    = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)
