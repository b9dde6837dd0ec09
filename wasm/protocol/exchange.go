package protocol

// Exchange is one step of finding all copies, and the lines that recur at the
// edges of many texts, over many shards. How many steps there are depends on what
// is found. Step by step
// every shard reads what the others sent it, works, and answers with what it
// has for each of them; the caller only carries the bytes. (Bulk-synchronous
// parallel supersteps: Valiant 1990; Malewicz et al., Pregel, 2010.)
type Exchange struct {
	Step   uint32   // from 0, without gaps; step 0 begins anew
	Self   uint32   // which shard this is
	Shards uint32   // how many take part
	Inbox  [][]byte // from each shard, nil in step 0
}

// Kind implements Request.
func (Exchange) Kind() Kind { return KindExchange }

// AppendTo implements Request.
func (q Exchange) AppendTo(b []byte) []byte {
	b = appendUint32(appendUint32(appendUint32(b, q.Step), q.Self), q.Shards)
	return appendList(b, q.Inbox, appendBytes)
}

// DecodeExchange reads the request.
func DecodeExchange(b []byte) (Exchange, error) {
	return decode(b, func(d *decoder) Exchange {
		q := Exchange{Step: d.uint32(), Self: d.uint32(), Shards: d.uint32(), Inbox: decodeList(d, readBytes)}
		if q.Self >= q.Shards || q.Shards > MaxShards || (q.Step > 0 && len(q.Inbox) != int(q.Shards)) {
			d.fail()
		}
		return q
	})
}

// MaxShards bounds how many shards a corpus may be split over.
const MaxShards = 256

// DecodeResponse implements Request.
func (q Exchange) DecodeResponse(b []byte) (Exchanged, error) {
	return decode(b, func(d *decoder) Exchanged {
		r := Exchanged{Outbox: decodeList(d, readBytes), Done: d.bool()}
		if !r.Done && len(r.Outbox) != int(q.Shards) {
			d.fail()
		}
		return r
	})
}

// Exchanged answers Exchange: for each shard the bytes it is to be given in the
// next step. All shards are done in the same step.
type Exchanged struct {
	Outbox [][]byte
	Done   bool
}

// AppendTo implements Response.
func (r Exchanged) AppendTo(b []byte) []byte {
	return appendBool(appendList(b, r.Outbox, appendBytes), r.Done)
}
