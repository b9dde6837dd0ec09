package analysis

import (
	"strings"
	"testing"
)

// unified are groups of words that must come to one term.
const unified = `programme program
programmes programs
defence defense
licence license
grey gray
tyre tire
centre center
centred centered
theatre theater
kilometres kilometers
organise organize
organised organized
organising organizing
organisation organization
organisations organizations
organisational organizational
emphasised emphasized
recognise recognize
recognisable recognizable
criticise criticize
criticised criticized
ostracised ostracized
apologise apologize
privatisation privatization
civilisation civilization
minimise minimize
legitimise legitimize
customised customized
realise realize
realising realizing
summarise summarize
authorised authorized
authorities' authorities
organisers organizers
jeopardise jeopardize
baptised baptized
analyse analyze
analysed analyzed
analysing analyzing
paralysed paralyzed
favour favor
favourite favorite
behaviour behavior
behavioural behavioral
neighbourhood neighborhood
colour color colour’s color's
labour labor
harbours harbors
signalling signaling
travelled traveled
traveller traveler
cancelled canceled
labelled labeled
counsellor counselor
councillor councilor
jewellery jewelry
marvellous marvelous
fulfil fulfill
enrolment enrollment
skilful skillful
catalogue catalog
dialogue dialog
paediatric pediatric
haemorrhage hemorrhage
manoeuvre maneuver
aluminium aluminum
plough plow
sceptical skeptical
judgement judgment
adviser advisor
zelensky Zelenskiy Zelenskii Zelenskyy Selenskyj zelensky’s
kiev Kyiv
kharkov Kharkiv
odessa odesa
peking Beijing
gaddafi Qaddafi Kadhafi Gadhafi
hezbollah Hizbollah Hizbullah Hezbollah's
qaeda qaida Qa'ida
Syrskyi Syrsky Syrskiy
koran quran Qur’an
us U.S
un U.N
pm p.m
usa U.S.A
phd Ph.D
1,000 1000
12,345,678 12345678
coördinate coordinate
café cafe CAFÉ
Straße STRASSE strasse
naïve naive
encyclopædia encyclopedia`

// apart are words that must stay as they are: same to Normalize, so that no two
// of them meet and none is printed changed.
const apart = `advertise advertised advertisement exercise exercises exercised wise likewise otherwise
promise promised promises compromise compromised premise premises surprise surprised surprising
enterprise enterprises comprise rise rises rising arise arising sunrise uprising praise raise
raised noise poise turquoise bruise cruise cruiser disguise franchise advise revise supervise
televise improvise improvisation devise despise precise concise incise circumcise excise
merchandise paradise expertise treatise disable disabled demise surmise chemise valise tortoise
crises crisis basis bases analysis paralysis oasis tennis penis denise louise elise raiser
fundraiser fundraising miser kaiser promising visa vision division provision precision
hour hours four your yours tour tours tourist pour poured sour flour our detour contour scour
velour courage journey course court source resource glamorous humorous honorary laborious
acre massacre mediocre ogre genre cadre there where were before more
called calling caller filled filling falling telling seller cellist pulled controlled
propelled compelled rebelled excelled expelled installed metallic
storey story cheque check kerb curb draught draft
dog log blog vogue rogue
moscow moskva mohammed muhammad mohamed
its it's we're were we'll well he'll hell i'll ill she'll shell can't cant
polish polski kowalski tolstoy
meter liter tire tired vice vise device
sensation relation visual visit visited visitor
lens license promises mantis emphasis isis paris
unpromising uncompromising weltwirtschaftskrise sky risky husky`

func TestUnified(t *testing.T) {
	for line := range strings.Lines(unified) {
		group := strings.Fields(line)
		for _, w := range group[1:] {
			if a, b := Normalize(group[0]), Normalize(strings.TrimSuffix(w, "'")); a != b {
				t.Errorf("%s is %s, %s is %s", group[0], a, w, b)
			}
		}
	}
}

func TestApart(t *testing.T) {
	for _, w := range strings.Fields(apart) {
		if got := Normalize(w); got != w {
			t.Errorf("Normalize(%q) = %q", w, got)
		}
	}
}

// TestNormalizeIsStable: a term is its own term, for every listed word.
func TestNormalizeIsStable(t *testing.T) {
	for _, e := range variants().entries {
		term := Normalize(e.from)
		if again := Normalize(term); again != term {
			t.Errorf("%s is %s is %s", e.from, term, again)
		}
		if term != e.to {
			t.Errorf("Normalize(%s) = %s, listed as %s", e.from, term, e.to)
		}
	}
	t.Logf("%d entries in %d slots", len(variants().entries), len(variants().slots))
}

// TestRespellBits: the quick test dismisses no word that a rule would change.
func TestRespellBits(t *testing.T) {
	for _, w := range append(strings.Fields(unified), strings.Fields(apart)...) {
		var b shortBuffer
		n := copy(b[shortAt:], Fold(w))
		if _, ok := appendRespelled(nil, b[shortAt:][:n]); ok && n >= minRespelled && respellBits(load(b[n:])) == 0 {
			t.Errorf("%s is dismissed", w)
		}
	}
}
