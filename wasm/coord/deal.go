package coord

import "clippings/wasm/protocol"

// Deal has every file that is brought in from now on given to the shard that its
// place among the others tells, instead of to whoever is free: the same files give
// the same shards, byte for byte, however fast each of them works. Reading takes
// somewhat longer so.
func (c *Corpus) Deal() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.dealt = true
}

// deal gives the files to the living shards in turn, a batch at a time.
func (g *ingest) deal(fresh []protocol.Source, live []int) {
	for turn := 0; len(fresh) > 0; turn++ {
		shard := live[turn%len(live)]
		if first := fresh[0]; first.Parts > 1 { // a part of a large file, which all share
			shard = live[int(first.Part)%len(live)]
			g.parts[shard], fresh = append(g.parts[shard], first), fresh[1:]
			continue
		}
		batch := cutBatch(&fresh)
		g.parts[shard] = append(g.parts[shard], batch...)
	}
}
