package dedup

import (
	"cmp"
	"slices"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/shingle"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// A text is a distinct sequence of words; for very few words, with the title.
// Equal documents are one text, which is handled by the first of them in
// canonical order. Texts are numbered from 0 in that order.

// shardState is what a shard knows of its own documents.
type shardState struct {
	shingle.Shingler
	each  []uint64  // shingles of one text
	mine  []ownText // texts this shard handles, by number
	doc   []int32   // by text number: the document of this shard, or -1
	sizes []uint32  // by text number: distinct shingles, of all texts
	words []uint32  // by text number
	total uint64    // their sum
	bits  uint8     // of the filter's slot number

	kinds     []uint8 // by text: what it is to the past; nil when everything is compared
	pastLimit int     // partState.limit of the past

	post  postState
	check checkState
	kept  []uint32 // by text: see Params.kept

	weights weights // while marks are told
}

type ownText struct {
	text uint32
	doc  int32
}

// leadDoc is what the lead knows of a document.
type leadDoc struct {
	cluster.Doc
	shard    int32
	doc      int32 // index in the shard's corpus
	print    fingerprint
	shingles uint32
	words    uint32
}

// leadState is what the lead knows of all documents.
type leadState struct {
	docs   []leadDoc // in canonical order
	byText []int32   // the first document of each text
	edges  []cluster.Edge
	loose  []loosePair
	asked  [][]byte // by owner: pairs it is asked to count

	past    *Past
	old     []oldEdge // of it
	lengths *lengths
	limit   int
}

// announce tells the lead about each document.
//
//	count, then each: id u64, fingerprint 2*u64, print u64, series u64, shingles,
//	words, fields u8, day u32, minute u16, name, outlet, agency
func (e *Exchange) announce(_ []reader, out [][]byte) error {
	n := e.corpus.Len()
	var title []uint64
	b := putVar(nil, uint32(n))
	for i := range n {
		terms := e.corpus.Terms(i)
		print := fingerprintOf(terms)
		if len(terms) < tinyWords {
			title = e.corpus.TitleTerms(i, title[:0])
			print[0] += fingerprintOf(title)[0]
		}
		info := e.corpus.Info(i)
		b = putU64(b, uint64(info.ID))
		b = putU64(putU64(b, print[0]), print[1])
		b = putU64(putU64(b, info.Print), info.Series)
		b = putVar(putVar(b, uint32(len(e.shard.Distinct(terms)))), uint32(len(terms)))
		b = append(b, info.Fields)
		b = putInt(b, info.Day)
		b = append(b, byte(info.Minute), byte(info.Minute>>8))
		b = putStr(putStr(putStr(b, info.Name), info.Outlet), info.Agency)
		if err := e.pace.work(2*len(terms) + 64); err != nil {
			return err
		}
	}
	out[0] = b
	return nil
}

// tinyWords is under how many words a text says nothing of its own ("Click here
// for more."): it is the same as another only if their titles are too.
const tinyWords = 12

// announcedSize is the least number of bytes a document takes in announce.
const announcedSize = 8 + 16 + 16 + 1 + 1 + 1 + 4 + 2 + 1 + 1 + 1

func (e *Exchange) termsOf(doc int32) []uint64 { return e.corpus.Terms(int(doc)) }

// number puts all documents in canonical order, folds equal ones, numbers the
// texts, and tells each shard what it handles.
//
//	texts, shingles and words of each; past u8: 0, or 1, its limit, kind u8 of each text;
//	count of documents, then each: number of its text plus one, or 0 if another
//	document handles it
func (e *Exchange) number(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	counts, err := e.readAnnounced(in)
	if err != nil {
		return err
	}
	l := &e.lead
	ordering.By(l.docs, func(a, b leadDoc) int {
		return cluster.CompareCanonical(&a.Doc, &b.Doc, a.shingles, b.shingles)
	})
	e.foldEqual()

	head := putVar(nil, uint32(len(l.byText)))
	for _, d := range l.byText {
		head = putVar(putVar(head, l.docs[d].shingles), l.docs[d].words)
	}
	if kinds := l.compareWith(l.past); kinds == nil {
		head = append(head, 0)
	} else {
		head = putVar(append(head, 1), uint32(l.past.limit))
		head = append(head, kinds...)
	}

	numbers := make([][]uint32, e.n)
	for s := range numbers {
		numbers[s] = make([]uint32, counts[s])
	}
	for _, i := range l.byText {
		d := &l.docs[i]
		numbers[d.shard][d.doc] = d.Text + 1
	}
	for t := range out {
		b := putVar(slices.Clone(head), uint32(counts[t]))
		for _, v := range numbers[t] {
			b = putVar(b, v)
		}
		out[t] = b
	}
	return nil
}

func (e *Exchange) readAnnounced(in []reader) (counts []int, err error) {
	counts = make([]int, e.n)
	for s := range in {
		r := &in[s]
		counts[s] = r.count(announcedSize)
		for i := range counts[s] {
			d := leadDoc{shard: int32(s), doc: int32(i)}
			d.ID = protocol.DocID(r.u64())
			d.print = fingerprint{r.u64(), r.u64()}
			d.Print, d.Series = r.u64(), r.u64()
			d.shingles, d.words = r.varint(), r.varint()
			d.Fields = r.u8()
			d.Day = int32(r.u32())
			d.Minute = int16(uint16(r.u8()) | uint16(r.u8())<<8)
			d.Name, d.Outlet, d.Agency = r.str(), r.str(), r.str()
			e.lead.docs = append(e.lead.docs, d)
		}
		if err := r.end(); err != nil {
			return nil, err
		}
		if err := e.pace.work(64 * counts[s]); err != nil {
			return nil, err
		}
	}
	return counts, nil
}

// foldEqual gives documents of equal words one text, numbered in the canonical
// order of the first of them. Documents without words are not equal to each
// other: nothing is known of them.
func (e *Exchange) foldEqual() {
	l := &e.lead
	texts := make(map[fingerprint]uint32, len(l.docs))
	for i := range l.docs {
		d := &l.docs[i]
		text, known := texts[d.print]
		if !known || d.shingles == 0 {
			text = uint32(len(l.byText))
			texts[d.print] = text
			l.byText = append(l.byText, int32(i))
		}
		d.Text = text
	}
}

// readNumbers takes what number wrote for this shard.
func (e *Exchange) readNumbers(r *reader) error {
	s := &e.shard
	texts := r.count(2)
	s.sizes = make([]uint32, texts)
	s.doc = make([]int32, texts)
	s.kept = make([]uint32, texts)
	s.words = make([]uint32, texts)
	for t := range s.sizes {
		s.sizes[t], s.words[t] = r.varint(), r.varint()
		s.total += uint64(s.sizes[t])
		s.doc[t] = -1
	}
	for t, n := range s.sizes {
		s.kept[t] = e.p.kept(n)
	}
	if err := s.readKinds(r); err != nil {
		return err
	}
	if n := r.count(1); n != e.corpus.Len() {
		return ErrCorrupt
	}
	for i := range e.corpus.Len() {
		v := r.index(texts + 1)
		if v == 0 {
			continue
		}
		s.doc[v-1] = int32(i)
		s.mine = append(s.mine, ownText{text: v - 1, doc: int32(i)})
	}
	ordering.By(s.mine, func(a, b ownText) int { return cmp.Compare(a.text, b.text) })
	return r.end()
}

// readKinds takes what texts are to the past.
func (s *shardState) readKinds(r *reader) error {
	if r.u8() == 0 {
		return nil
	}
	s.pastLimit = int(r.varint())
	s.kinds = slices.Clone(r.take(len(s.sizes)))
	if r.bad || len(s.kinds) > 0 && slices.Max(s.kinds) > newText {
		return ErrCorrupt
	}
	return nil
}
