package extract

import "sync"

// A wordClass says what a word can be part of, in any language known here.
type wordClass uint16

const (
	classStop    wordClass = 1 << iota // a word that holds sentences together
	classPhrase                        // begins a furniture phrase
	classAge                           // "ago", "vor", a unit of time
	classPicture                       // "photo", "getty", "via": may credit a picture
	classCredit                        // "contributed", "editing": may name who else worked on it
	classRights                        // "copyright", "rights"
	classAuthor                        // "writer", "editor": may say who wrote it
)

// wordHash is FNV-1a with 64 bits over the lower-case bytes of a word (ASCII
// letters only are lowered: the lists hold no word that needs more).
const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

// lowerByte is the small letter for an ASCII letter, a digit itself, and 0 for
// every other byte.
var lowerByte = func() (t [256]byte) {
	for c := byte('0'); c <= 'z'; c++ {
		switch {
		case isDigit(c) || 'a' <= c:
			t[c] = c
		case 'A' <= c && c <= 'Z':
			t[c] = c | 0x20
		}
	}
	return t
}()

func hashWord(lower string) uint64 {
	h := uint64(hashStart)
	for i := 0; i < len(lower); i++ {
		h = (h ^ uint64(lower[i])) * hashPrime
	}
	return h
}

// A wordTable finds the class of a word by its hash: open addressing, at most
// a quarter full, one probe for most words.
type wordTable struct {
	keys    []uint64
	classes []wordClass
	phrases []int32 // 1 + the first of the phrases that begin with the word
	next    []int32 // by phrase: 1 + the next with the same first word
	list    []string
	seconds []byte                 // by phrase: secondByte
	taken   [tableSize / 64]uint64 // a bit for each slot where a word belongs
}

const tableSize = 4096 // about 700 words

// home is the slot where the word with hash h belongs.
func home(h uint64) int { return int(h>>32^h) & (tableSize - 1) }

// mayHave reports whether some word belongs where h does: half a kilobyte that
// stays near answers for most words, which are in no list.
func (t *wordTable) mayHave(h uint64) bool {
	i := home(h)
	return t.taken[i>>6]>>(i&63)&1 != 0
}

func (t *wordTable) slot(h uint64) int {
	i := home(h)
	for t.keys[i] != 0 && t.keys[i] != h {
		i = (i + 1) & (tableSize - 1)
	}
	return i
}

func (t *wordTable) add(word string, c wordClass) int {
	h := hashWord(word)
	i := t.slot(h)
	t.keys[i] = h
	t.taken[home(h)>>6] |= 1 << (home(h) & 63)
	t.classes[i] |= c
	return i
}

// words is made on first use: a worker that only searches never needs it.
var words = sync.OnceValue(func() *wordTable {
	t := &wordTable{
		keys:    make([]uint64, tableSize),
		classes: make([]wordClass, tableSize),
		phrases: make([]int32, tableSize),
	}
	eachWord(stopWords, func(w string) { t.add(w, classStop) })
	eachWord(ageWords, func(w string) { t.add(w, classAge) })
	eachWord(pictureWords, func(w string) { t.add(w, classPicture) })
	eachWord(creditWords, func(w string) { t.add(w, classCredit) })
	eachWord(rightsWords, func(w string) { t.add(w, classRights) })
	eachWord(authorWords, func(w string) { t.add(w, classAuthor) })
	for _, p := range furniturePhrases {
		i := t.add(firstWord(p), classPhrase)
		t.list = append(t.list, p)
		t.seconds = append(t.seconds, secondByte(p))
		t.next = append(t.next, t.phrases[i])
		t.phrases[i] = int32(len(t.list))
	}
	return t
})

func eachWord(list string, f func(string)) {
	start := -1
	for i := 0; i <= len(list); i++ {
		space := i == len(list) || list[i] == ' ' || list[i] == '\n' || list[i] == '\t'
		if !space && start < 0 {
			start = i
		}
		if space && start >= 0 {
			f(list[start:i])
			start = -1
		}
	}
}

// firstWord is the first word of a phrase of the list, without its mark.
func firstWord(phrase string) string {
	if phrase[0] == '^' {
		phrase = phrase[1:]
	}
	for i := 0; i < len(phrase); i++ {
		if phrase[i] == ' ' {
			return phrase[:i]
		}
	}
	return phrase
}

// stopWords are the words that hold sentences together, in the languages that
// write spaces between words. Their share tells prose from lists of names and
// headlines; a word of one language that is a content word of another ("die",
// "men") costs little.
const stopWords = `
a about above after again against all also am an and another any are as at be because been before being below
between both but by can cannot could did do does doing down during each either even ever every few for from further
had has have having he her here hers herself him himself his how however i if in into is it its itself just last
like made make many may me might more most much must my myself neither never no nor not now of off often on once one
only or other our ours out over own said same say says she should since so some still such than that the their
theirs them themselves then there these they this those though three through to too two under until up upon us very
was we well were what when where whether which while who whom whose why will with within without would yet you your
yours i'm it's he's she's don't didn't doesn't isn't wasn't can't won't that's we're they're i've we've

aber alle als also am an ander andere auch auf aus bei bin bis bist da damit dann das dass daß dein dem den denn der
des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es
etwas euch für gegen habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in
ins ist ja jede jeden jeder jedes jetzt kann kein keine können könnte mal man mehr mein mich mir mit muss müssen
nach nicht nichts noch nun nur ob oder ohne schon sehr sei sein seine seinem seinen seiner seit sich sie sind so
soll sollen sollte sondern über um und uns unser unter viel vom von vor war waren was weil welche wenn werden werde
wie wieder will wir wird wo wollen wurde wurden würde zu zum zur zwar zwischen

à au aux avec ce ces cet cette comme c'est dans de depuis des deux dont du elle elles en encore entre est et été être
eu fait il ils je jusqu la le les leur leurs lui mais même mes mon ne nos notre nous on ont ou où par pas pour plus
qu que qui sa sans se selon ses si son sont sous sur tous tout très un une vos votre vous y l'un d'un d'une n'est
qu'il

al algo como con contra cual cuando de del desde donde el ella ellos en entre era es esa ese esta este estos está
están fue fueron ha había han hasta hay la las le les lo los más me mi mientras muy ni no nos o otra otro para pero
poco por porque que qué se ser si sido sin sobre son su sus también tan tiene todo todos tras un una uno unos y ya

ad ai al alla alle anche che chi ci come con cui da dal dalla dalle degli dei del della delle dello di dopo è e ed
era essere fra gli ha hanno i il in io la le lei loro lui ma nei nel nella non o per più quella quello questa questo
se sono su sua sui sul sulla suo tra un una uno

ao aos as até com da das de depois dos é ela ele em entre era essa esse foi foram mais mas muito na não nas no nos
nós o os ou para pela pelo por quando que se sem ser seu sua são também tem um uma

aan al als bij dan dat de deze die dit door een en er had hebben heeft het hij hoe ik in is kan maar met meer men
mijn na naar niet nog of om omdat onder ook op over te tegen tot uit van veel voor was wat we werd wie wordt worden
zal ze zei zich zij zijn zo zou

alla att av blev bli de dem den denna det detta du där efter eller en ett från för ha hade han hon har i icke inte
jag kan man med men mot mycket nu när och om på sedan sig sin ska skulle som så till under upp ut var vi vid är över
af at blev da den der det dette efter eller en er et for fra ham han har havde hun hvor ikke jeg kan med men mod
når og også om op på sig skal som til ud var ved vil og av ikke på til fra også etter ble

ale bardzo być był była co czy dla do gdy i ich jak jako jest już który która które ma może na nie niż o od po pod
się są tak także to tym w we z za ze że

и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще
нет о из ему теперь когда даже ну вдруг ли если уже или быть был него до вас опять уж вам ведь там потом себя ничего
ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда
кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее были куда зачем всех при об
это також та що як від або його було є й які який про після

في من على إلى أن عن مع هذا هذه التي الذي ما لا كان كانت بين بعد قبل قد كل أو ثم هو هي وقد وقال وأن ذلك حيث خلال كما

bir bu da de için ile ve çok daha gibi olarak olan ne kadar ama sonra

dan yang di ke dari ini itu untuk pada dengan adalah tidak akan juga oleh dalam

și în la cu pe de din care este au nu că pentru mai un o a al prin
a az és hogy nem is egy ez azt van meg csak már de még volt
ja on ei se että oli ovat myös kun niin mutta joka sen hän
`

// ageWords stand in relative ages and counters: "1h ago", "3 likes".
const ageWords = `
ago hour hours hr hrs h min mins minute minutes m sec secs seconds day days d week weeks w month months year years yr
likes like views view comments comment shares share replies reply retweets votes followers reactions
vor stunden stunde minuten tagen tag wochen il heures heure jours hace horas minutos días uur geleden
am pm today yesterday updated read
`

// The words of the three lists let a rule of kind.go run: a line that holds none
// is spared the search for its phrases, which would cost more than all the rest.
const (
	pictureWords = "photo photos photograph photographs photographer picture pictures pictured image images getty shutterstock wikimedia handout foto fotos bild via ap afp reuters epa file"
	creditWords  = "contributed reporting additional editing writing mitarbeit material contribution correspondant medewerking"
	authorWords  = "writer editor reporter correspondent columnist journalist author blogger contributor freelance covers writes redakteur redakteurin autor autorin journalistin schreibt journaliste auteur periodista autora giornalista"
	rightsWords  = "copyright rights © c"
)
