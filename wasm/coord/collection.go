package coord

import (
	"context"
	"encoding/binary"
	"hash/crc32"

	"clippings/wasm/protocol"
)

// collectionEpoch is the only one that a collection has.
const collectionEpoch = 1

// Collection is what of a collection the coordinator writes.
type Collection struct {
	Head   []byte // opens it
	Ledger []byte // what was brought in, of each file and document
}

// WriteCollection has all shards write what they hold into their folders of a
// collection and gives what else it consists of: a title, and the ledger of what was
// brought in. After Deal the same files give the same bytes, if no source says when
// it was changed.
func (c *Corpus) WriteCollection(ctx context.Context, title string, ledger []protocol.Entry) (Collection, error) {
	unlock, err := c.lock(ctx)
	if err != nil {
		return Collection{}, err
	}
	defer unlock()
	first, err := c.firstListed(ctx)
	if err != nil {
		return Collection{}, err
	}
	answers, err := gatherEach(ctx, c, func(shard int) protocol.Request[protocol.Kept] {
		return protocol.Keep{Workspace: protocol.CollectionID, Self: uint32(shard), Epoch: collectionEpoch, First: first[shard]}
	})
	if err == nil && len(answers) < len(c.shards) {
		err = protocol.ErrLost
	}
	if err != nil {
		return Collection{}, err
	}
	w := Workspace{ID: protocol.CollectionID, Name: title, Epoch: collectionEpoch, Shards: len(c.shards)}
	for _, a := range answers {
		w.Bytes += a.Bytes
		w.Documents += int(a.Documents)
	}
	k := c.kept(w)
	files := k.files
	k.files, k.entries = nil, nil
	return Collection{Head: k.encode(), Ledger: encodeLedger(files, ledger)}, nil
}

// mostFirst is how many stories a visitor may look through of which what is shown
// stands together: of 100,000 articles what one page of them shows came in 140 parts.
const mostFirst = 500

// firstListed is the documents that the first stories of the list show, by shard.
func (c *Corpus) firstListed(ctx context.Context) ([][]protocol.DocID, error) {
	page, err := fromLead(ctx, c, protocol.StoryPage{Limit: mostFirst})
	if err != nil {
		return nil, err
	}
	var ids []protocol.DocID
	for i := range page.Stories {
		ids = append(ids, listed(&page.Stories[i])...)
	}
	return c.byShard(firstOf(ids, len(ids))), nil
}

// encodeLedger writes the ledger of a collection: the version, then behind their
// lengths the files, as protocol.Ingest, and a line for all that was in them, as
// protocol.Ingested; CRC-32 (IEEE), least significant byte first.
func encodeLedger(files []protocol.Source, entries []protocol.Entry) []byte {
	b := appendText([]byte{ledgerVersion}, protocol.Ingest{Sources: files}.AppendTo(nil))
	b = appendText(b, protocol.Ingested{Entries: entries}.AppendTo(nil))
	return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
}

const ledgerVersion = 1

// OpenLedger tells what was brought into a collection that was opened, by the file
// that WriteCollection gave: nothing of it is brought in twice from then on.
func (c *Corpus) OpenLedger(b []byte) ([]protocol.Entry, error) {
	n := len(b) - crc32.Size
	if n < 1 || b[0] != ledgerVersion || crc32.ChecksumIEEE(b[:n]) != binary.LittleEndian.Uint32(b[n:]) {
		return nil, protocol.ErrCorrupt
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	r := &keptReader{b: b[1:n]}
	files := r.files(len(c.owner))
	ledger, err := protocol.Ingest{}.DecodeResponse(r.text())
	if err != nil || r.bad || len(r.b) > 0 {
		return nil, protocol.ErrCorrupt
	}
	c.know(files, nil)
	return ledger.Entries, nil
}

// Shards is among how many shards the corpus is spread.
func (c *Corpus) Shards() int { return len(c.shards) }

// OpenCollection takes up a collection in place of what is here, by the file that
// WriteCollection gave; the shards read their part of it where they keep
// workspaces. It needs as many shards as wrote it, or more. Where files come in
// parts, only what the list of stories is made of comes now, and for every question
// what it needs, until FetchCollection has all of it come. What is added, or
// compared with it, has all of it come too.
func (c *Corpus) OpenCollection(ctx context.Context, file []byte) (Opened, error) {
	k, err := decodeKept(file)
	if err == nil && k.ID != protocol.CollectionID {
		err = protocol.ErrCorrupt
	}
	if err != nil {
		return Opened{}, err
	}
	unlock, err := c.lock(ctx)
	if err != nil {
		return Opened{}, err
	}
	defer unlock()
	defer c.forgetPlans()
	return c.open(ctx, k)
}

// PrepareCollection has come what all questions need of a collection, each of which
// has the rest come that it needs.
func (c *Corpus) PrepareCollection(ctx context.Context) error {
	_, err := gather(ctx, c, protocol.Rest{})
	return err
}

// FetchCollection has all that is left of a collection come. Whatever is asked
// meanwhile is answered.
func (c *Corpus) FetchCollection(ctx context.Context) error {
	_, err := gather(ctx, c, protocol.Rest{All: true})
	return err
}
