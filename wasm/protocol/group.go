package protocol

// Group is a set of copies: a star of documents around a representative, each
// with a verified relation to it, or put there by the person.
type Group struct {
	Representative DocID
	Why            string   // the rule that chose it: "credited to AP", "longest text", …
	Members        []Member // in canonical order
	Origin         []Origin // what tells where the text comes from, the strongest first
	Uncredited     bool     // the representative is an agency's text and does not say so
	ByHand         bool     // the person chose the representative
}

// DocIDs lists the group's documents, the representative first.
func (g Group) DocIDs() []DocID {
	ids := make([]DocID, 0, 1+len(g.Members))
	ids = append(ids, g.Representative)
	for _, m := range g.Members {
		ids = append(ids, m.A)
	}
	return ids
}

// Member is a copy in a group. In its Pair, A is the member and B the
// representative; the relation is RelationNone where only the person joined them.
type Member struct {
	Pair
	Uncredited bool // an agency's text, as another of the group says, without the credit
	ByHand     bool // the person put it here
}

// Origin is a sign of where the text of a group comes from.
type Origin struct {
	Sign   Sign
	Doc    DocID
	Agency string // of SignCredit
}

// Sign is what an Origin rests on, the strongest first.
type Sign uint8

const (
	SignCredit   Sign = iota // the document is credited to an agency
	SignEarliest             // it bears the earliest date and time of all
	SignFullest              // it contains the others and they do not contain it
	numSigns
)

var signNames = [numSigns]string{"credit", "earliest", "fullest"}

// String is the sign's name as the command line prints it.
func (s Sign) String() string {
	if s < numSigns {
		return signNames[s]
	}
	return "unknown"
}

func appendGroup(b []byte, g Group) []byte {
	b = appendString(appendID(b, g.Representative), g.Why)
	b = appendList(b, g.Members, func(b []byte, m Member) []byte {
		return appendBool(appendBool(appendPair(b, m.Pair), m.Uncredited), m.ByHand)
	})
	b = appendList(b, g.Origin, func(b []byte, o Origin) []byte {
		return appendString(appendID(append(b, byte(o.Sign)), o.Doc), o.Agency)
	})
	return appendBool(appendBool(b, g.Uncredited), g.ByHand)
}

func readGroup(d *decoder) Group {
	return Group{
		Representative: d.id(), Why: d.string(),
		Members: decodeList(d, func(d *decoder) Member {
			return Member{Pair: readPair(d), Uncredited: d.bool(), ByHand: d.bool()}
		}),
		Origin: decodeList(d, func(d *decoder) Origin {
			o := Origin{Sign: Sign(d.byte()), Doc: d.id(), Agency: d.string()}
			if o.Sign >= numSigns {
				d.fail()
			}
			return o
		}),
		Uncredited: d.bool(), ByHand: d.bool(),
	}
}

// Weakest is the member that shares least with the representative, by the larger
// of the two containments; ok is false in a group without members.
func (g Group) Weakest() (weakest Member, ok bool) {
	for i, m := range g.Members {
		if i == 0 || m.Containment() < weakest.Containment() {
			weakest = m
		}
	}
	return weakest, len(g.Members) > 0
}
