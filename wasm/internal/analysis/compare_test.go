package analysis

import (
	"slices"
	"strings"
	"testing"
)

// comparedForm is the third form of every word of text.
func comparedForm(text string) []uint64 {
	var s Scanner
	var all []uint64
	for s.Reset(text); s.Next(); {
		if h, ok := s.Compared(); ok {
			all = append(all, h)
		}
	}
	return all
}

// alike are lines of two houses, with a bar between them, that compare equal.
const alike = `Gov. Jane Doe and Sen. John Roe of Calif. | Governor Jane Doe and Senator John Roe of California
Lt. Col. Smith, on Jan. 5 and Sept. 9 | Lieutenant Colonel Smith, on January 5 and September 9
Mr Doe, Ms. Roe, Sir John and Dr Poe | Doe, Roe, John and Poe
Herr Schmidt, Mme Dupont, M. Durand, Señora Ruiz | Schmidt, Dupont, Durand, Ruiz
rose 5% | rose 5 percent | rose five per cent | rose 5 pct
hausse de 5 % | hausse de 5 pour cent
stieg um 20 % | stieg um 20 Prozent
20 mln dlrs | 20 million dollars
seven people and the 2nd of 10 | 7 people and the second of ten
the U.S.'s plan | the US's plan | the US plan
an airstrike was underway | an air strike was under way | An air-strike was under-way
a cease-fire and re-election, co-operation by e-mail | a ceasefire and reelection, cooperation by email
the south-east of it | the southeast of it
Acme Inc. and Bolt Ltd | Acme and Bolt
Acme Corp. and Bolt Co. | Acme Corporation and Bolt Company
Bashar al-Assad | Bashar Assad
the organisation moved towards Kiev amongst others | the organization moved toward Kyiv among others
Sergey and Yury met Aleksei | Sergei and Yuri met Alexey
health care and a web site | healthcare and a website`

// unlike are lines that must not compare equal.
const unlike = `march | mar
ill people | Illinois people
the no of it | the number of it
under the way | way
per day | day
a cent | a
super cent | super
jan | january
20 | 30
20m | 20
air traffic | traffic
general | governor`

func TestComparedAlike(t *testing.T) {
	for line := range strings.Lines(alike) {
		forms := strings.Split(strings.TrimSpace(line), "|")
		for _, f := range forms[1:] {
			if !slices.Equal(comparedForm(forms[0]), comparedForm(f)) {
				t.Errorf("%q and %q differ", forms[0], f)
			}
		}
	}
}

func TestComparedApart(t *testing.T) {
	for line := range strings.Lines(unlike) {
		a, b, _ := strings.Cut(strings.TrimSpace(line), "|")
		if slices.Equal(comparedForm(a), comparedForm(strings.TrimSpace(b))) {
			t.Errorf("%q and %q are the same", a, b)
		}
	}
}

// TestComparedIsStable: the form that stands for others is not changed itself.
func TestComparedIsStable(t *testing.T) {
	table := houses()
	for _, e := range table.entries {
		if e.does != replaces {
			continue
		}
		if to := table.find(e.to); to != nil && to.does == replaces && to.needs == anyCase {
			t.Errorf("a form that stands for others is changed: %x", e.to)
		}
	}
	t.Logf("%d entries in %d slots", len(table.entries), len(table.slots))
}
