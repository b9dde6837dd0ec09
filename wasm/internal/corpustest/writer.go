package corpustest

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// writer writes one document: it holds the names and topic words that come back
// in it.
type writer struct {
	r       *rand.Rand
	b       strings.Builder
	words   int
	people  []string // "Marta Oderling"
	places  []string
	bodies  []string // "Halden Shipping"
	topic   []string // nouns of this document
	current string   // the sentence's person
}

func newWriter(r *rand.Rand) *writer {
	w := &writer{r: r}
	for range 4 {
		w.people = append(w.people, pick(r, givenNames)+" "+invented(r, surnameEnds))
	}
	w.places = []string{pick(r, cities), invented(r, townEnds), pick(r, cities)}
	w.bodies = []string{invented(r, townEnds) + " " + pick(r, bodyKinds), pick(r, cities) + " " + pick(r, bodyKinds)}
	for range 6 {
		w.topic = append(w.topic, zipf(r, nouns))
	}
	return w
}

// invented makes a name of two or three syllables, one of some 70,000, so that
// the dictionary has the long tail of rare words that real news has.
func invented(r *rand.Rand, ends []string) string {
	name := pick(r, syllables) + pick(r, middles) + pick(r, ends)
	return strings.ToUpper(name[:1]) + name[1:]
}

// title is a headline: a short sentence without its full stop.
func (w *writer) title() string {
	w.sentence()
	text := strings.TrimSuffix(w.b.String(), ".")
	w.b.Reset()
	w.words = 0
	fields := strings.Fields(text)
	return strings.Trim(strings.Join(fields[:min(len(fields), 9)], " "), ",”“")
}

func (w *writer) paragraph() {
	if w.b.Len() > 0 {
		w.b.WriteString("\n\n")
	}
	for i := range 1 + w.r.IntN(3) {
		if i > 0 {
			w.b.WriteByte(' ')
		}
		w.sentence()
	}
}

// sentence fills in a template. A letter after % is a slot (see slot); the rest
// stands as it is. Fixed runs in templates are kept under four words, so that two
// documents share no five-word shingle by the template alone.
func (w *writer) sentence() {
	w.current = w.people[w.r.IntN(len(w.people))]
	template := zipf(w.r, templates)
	from := w.b.Len()
	for i := 0; i < len(template); i++ {
		if template[i] != '%' {
			w.b.WriteByte(template[i])
			continue
		}
		i++
		filling := w.slot(template[i])
		if w.b.Len() == from {
			filling = strings.ToUpper(filling[:1]) + filling[1:]
		}
		w.b.WriteString(filling)
	}
	w.words += 1 + strings.Count(w.b.String()[from:], " ")
}

// slot is the filling for one letter of a template.
func (w *writer) slot(kind byte) string {
	r := w.r
	switch kind {
	case 'n': // noun, often of the topic
		if r.IntN(3) == 0 {
			return pick(r, w.topic)
		}
		return zipf(r, nouns)
	case 'N':
		return plural(w.slot('n'))
	case 'v':
		return zipf(r, verbs)
	case 'V':
		return past(zipf(r, verbs))
	case 'a':
		return zipf(r, adjectives)
	case 'p':
		return w.current
	case 's':
		return surname(w.current)
	case 'q':
		return surname(w.people[r.IntN(len(w.people))])
	case 'c':
		return pick(r, w.places)
	case 'b':
		return pick(r, w.bodies)
	case 'd':
		return pick(r, weekdays)
	case 'm':
		return strconv.Itoa(1+r.IntN(28)) + " " + pick(r, months)
	case '1':
		return strconv.Itoa(2 + r.IntN(98))
	case '9':
		return strconv.Itoa(1+r.IntN(40)) + "," + strconv.Itoa(100+r.IntN(900))
	}
	return "%"
}

func surname(person string) string { return person[strings.LastIndexByte(person, ' ')+1:] }

// plural and past are regular English, which is all the lists need.
func plural(noun string) string {
	switch {
	case strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "ey") && !strings.HasSuffix(noun, "ay"):
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"), strings.HasSuffix(noun, "x"):
		return noun + "es"
	}
	return noun + "s"
}

func past(verb string) string {
	switch {
	case strings.HasSuffix(verb, "e"):
		return verb + "d"
	case strings.HasSuffix(verb, "ry"), strings.HasSuffix(verb, "ny"):
		return verb[:len(verb)-1] + "ied"
	}
	return verb + "ed"
}
