package dedup

import (
	"math"
	"strings"
	"sync"

	"clippings/wasm/internal/analysis"
)

// What a word tells cannot be learnt from five documents that all use it. So
// every corpus is counted as if it stood in a larger one of general news, of
// which this file knows the common words: in a small corpus they decide what is
// common, in a large one the corpus does.

// backgroundSize is the number of documents of the larger corpus: with 1,000,
// a name in all of 500 documents still counts as telling, as it should when a
// person collects one event.
const backgroundSize = 1000

// backgroundWords are common words by the share of news documents that hold
// them, in percent, rounded to a few classes (counted over English news).
var backgroundWords = []struct {
	percent uint32
	words   string
}{
	{75, `a an and are as at be but by for from has have he in is it not of on said that the this to was which
		will with`},
	{40, `about after all also been could had his i if its last more new no one or other out over than their
		there they time two up we were when who would year`},
	{25, `added against any back because before being both called can did do first former get government how into
		just like made make many may most mr national news next now only our people president public s say saying
		should since so some state statement still such take them think those three told under us very week well
		what while years you her she my me him your its it's`},
	{12, `according action again already am among another asked based become believe best between came chief clear
		come committee company country day days decision director does don't down during earlier end even every
		expected far five four friday full general give go going good group help high however i'm including issue
		issues know later law least left likely long making march members million month months much must need never
		number off office officials open own part place plan plans point policy political put recent record report
		right run same says second secretary security see set several share show something spokesman spokeswoman
		support then these though through thursday times too took top tuesday used want way wednesday where whether
		win work world went where why within without`},
	{7, `able across ago ahead allow although always announced anything april around away began behind better big
		business call calls case change close comes coming comment community companies continue control court
		current currently cut cuts deal december department despite different doing done due each early enough
		executive face fact february few final find following foreign forward found free further future getting
		given got great groups growth half hard having health held here higher himself hit home important include
		increase information instead interest international interview january job june july keep key known late
		latest lead leader leaders leading led level life line little local look looking lost lot major majority
		man matter means media meeting might minister monday money morning move needed needs night nothing november
		october september august offer official old once order others past per percent pct personal play position
		possible press previously private problem problems process program provide question questions rather re
		real really received recently released reported reporter reporters reports response result role running
		school seen senior sent service services short side single six social speaking spokesperson start started
		step stop strong sunday saturday sure system taken taking talks team term thing things third today together
		total trade try trying until using video weeks whole wanted working yet york city family children women
		men head capital percent later nearly almost ever less however journalist agency told photo image`},
	// Function words of other languages.
	{50, `der die das und von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus er hat dass
		sie nach wird bei einer um sind noch wie einem einen so zum haben nur oder aber vor zur bis mehr durch man
		la le les et un du une que est dans qui par pour au il sur pas plus se ne ce avec aux sont sa son ou mais
		été cette comme leur nous elle ses ont fait en de
		el y los las por con su para al lo como más pero sus este sí porque esta son entre cuando muy sin sobre ser
		también fue había desde todo ya hasta
		di e che per del non della sono si da i dei nel gli alla ha come anche ma delle dal nella ed ho suo sua
		o do em um é uma os no na mais dos foi ao ele das tem à seu pelo pela também
		van het een dat op te zijn met voor niet aan er om ook dan maar bij nog uit naar hij door heeft over ze
		och att det som på är av för till den har inte ett han men var jag sig från vi så kan
		и в не на что с по как это из у за от о для но к он его то так же все был
		的 了 在 是 和 有 不 为 这 中 年 日 月 一 人 上 大 国`},
}

// background is the number of background documents that hold each common term:
// an open hash table, which is asked for every word of a corpus.
type backgroundTable [4096]struct {
	term  uint64
	texts uint32
}

var background = sync.OnceValue(func() *backgroundTable {
	t := &backgroundTable{}
	for _, class := range backgroundWords {
		for word := range strings.FieldsSeq(class.words) {
			h := analysis.Hash([]byte(analysis.Normalize(word)))
			at := t.slot(h)
			t[at].term = h
			t[at].texts = max(t[at].texts, class.percent*backgroundSize/100)
		}
	}
	return t
})

func (t *backgroundTable) slot(term uint64) int {
	at := int(term % uint64(len(t)))
	for t[at].texts != 0 && t[at].term != term {
		at = (at + 1) % len(t)
	}
	return at
}

func (t *backgroundTable) of(term uint64) uint32 { return t[t.slot(term)].texts }

// newsWeight is the inverse document frequency of a term in general news, at
// least 0.
func newsWeight(term uint64) float64 { return newsWeights()[background().of(term)] }

// newsWeights is the weight by the number of background documents, rounded as
// those of a corpus are.
var newsWeights = sync.OnceValue(func() *[backgroundSize + 1]float64 {
	t := &[backgroundSize + 1]float64{}
	for df := range t {
		t[df] = roundWeight(math.Log(float64(backgroundSize+1) / float64(df+1)))
	}
	return t
})
