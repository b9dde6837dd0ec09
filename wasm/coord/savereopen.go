package coord

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"clippings/wasm/protocol"
)

// Reopen takes up what was kept, in place of what is here, and ends KeepTo. It needs as many shards
// as kept it, or more. protocol.ErrNotFound if nothing is kept under this ID. Only
// if documents are missing, or were never compared, is something compared; when ctx
// ends meanwhile, what was opened stays, as Opened.Uncompared tells. As a rule the list
// of stories is there at once and the rest comes behind it: see Opened.Rest.
func (c *Corpus) Reopen(ctx context.Context, id string) (Opened, error) {
	c.callOffRest()
	unlock, err := c.lock(ctx)
	if err != nil {
		return Opened{}, err
	}
	opened, err := c.reopen(ctx, id, false)
	c.forgetPlans()
	if err != nil || !opened.isBehind {
		unlock()
		return opened, err
	}
	opened.Rest = c.bringRest(id, unlock)
	return opened, nil
}

// reopen takes up what was kept: what the list of stories is made of, or the whole.
// The caller holds what lock gives.
func (c *Corpus) reopen(ctx context.Context, id string, whole bool) (Opened, error) {
	k, err := c.findKept(ctx, id)
	if err != nil {
		return Opened{}, err
	}
	var back takenUp
	for tries := 1; ; tries++ {
		k.isWhole = whole
		if err := c.grow(ctx, k.Shards); err != nil {
			return Opened{}, err
		}
		if err := c.empty(ctx, k); err != nil {
			return Opened{}, err
		}
		back, err = c.takeUp(ctx, k)
		if err == nil && back.isWhole(k) || ctx.Err() != nil || tries == mostReopens {
			break
		}
		now, gone := c.findKept(ctx, id)
		if gone != nil || now.Epoch == k.Epoch {
			break
		}
		k = now
	}
	return c.opened(ctx, k, back, err)
}

// mostReopens is how often a workspace is read that another tab keeps meanwhile: what
// it removes of the epoch before is missing then, and nothing is damaged. An epoch is
// read faster than a person makes another.
const mostReopens = 8

// open takes up what was kept. The caller holds what lock gives.
func (c *Corpus) open(ctx context.Context, k *kept) (Opened, error) {
	if err := c.empty(ctx, k); err != nil {
		return Opened{}, err
	}
	back, err := c.takeUp(ctx, k)
	return c.opened(ctx, k, back, err)
}

// empty makes place for what was kept, if there are workers enough for it.
func (c *Corpus) empty(ctx context.Context, k *kept) error {
	if k.Shards > len(c.live()) {
		return fmt.Errorf("coord: %d workers kept this workspace, here are %d: %w", k.Shards, len(c.live()), protocol.ErrLost)
	}
	if _, err := gather(ctx, c, protocol.Reset{}); err != nil {
		return err
	}
	if !k.isWhole { // else it is the same again, and questions wait for it
		c.forget()
	}
	return nil
}

// opened goes on from what the shards took up, or from nothing if they failed.
func (c *Corpus) opened(ctx context.Context, k *kept, back takenUp, err error) (Opened, error) {
	if err != nil {
		c.forget()
		_, _ = gather(context.WithoutCancel(ctx), c, protocol.Reset{})
		return Opened{}, err
	}
	c.use(k)
	c.KeepTo(nil) // that was for what was here
	c.lastKept = k.ID
	opened := Opened{Workspace: k.Workspace, Lost: c.breakOffAll(back.lost), Entries: k.entries}
	if opened.isBehind = back.behind > 0; opened.isBehind {
		c.setLead(max(back.lead, 0))
		return opened, nil
	}
	if !k.compared || !back.isWhole(k) {
		c.setCompared(false)
		err := c.exchange(ctx)
		if errors.Is(err, context.Canceled) {
			opened.Uncompared, err = true, nil
		}
		return opened, err
	}
	c.setLead(max(back.lead, 0))
	if back.grouped {
		return opened, nil
	}
	return opened, c.group(ctx)
}

// findKept reads the file of a workspace.
func (c *Corpus) findKept(ctx context.Context, id string) (*kept, error) {
	answer, err := c.keptFiles(ctx)
	if err != nil {
		return nil, err
	}
	at := slices.Index(answer.IDs, id)
	if at < 0 {
		return nil, protocol.ErrNotFound
	}
	k, err := decodeKept(answer.Files[at])
	if err == nil && k.ID != id {
		err = protocol.ErrCorrupt
	}
	return k, err
}

// takenUp is what the shards tell of what they took up.
type takenUp struct {
	lost []uint32 // ordinals of sources
	lead int      // shard that knows what was compared, -1 for none

	grouped bool // nothing is to be grouped
	stale   bool // some shard wants all compared
	behind  int  // how many shards have the rest come behind
}

// isWhole reports whether all is there that was kept as k.
func (t *takenUp) isWhole(k *kept) bool {
	return !t.stale && len(t.lost) == 0 && (t.lead >= 0 || k.Documents == 0 || !k.compared)
}

// takeUp has the shards take up an epoch: all of them the list first and the rest
// behind it, or all of them everything.
func (c *Corpus) takeUp(ctx context.Context, k *kept) (takenUp, error) {
	whole := k.isWhole || !k.compared
	back, err := c.takeUpAs(ctx, k, whole)
	if err == nil && back.behind > 0 && (back.behind < k.Shards || back.lead < 0 && k.Documents > 0) {
		if _, err := gather(ctx, c, protocol.Reset{}); err != nil {
			return back, err
		}
		return c.takeUpAs(ctx, k, true)
	}
	return back, err
}

// takeUpAs is takeUp in one of the two ways. A shard whose part is damaged as a whole has
// lost all its sources.
func (c *Corpus) takeUpAs(ctx context.Context, k *kept, whole bool) (takenUp, error) {
	back := takenUp{lead: -1}
	answers := make([]protocol.Reopened, k.Shards)
	err := each(k.Shards, func(shard int) (err error) {
		q := protocol.Reopen{Workspace: k.ID, Self: uint32(shard), Epoch: k.Epoch, Whole: whole}
		answers[shard], err = ask(ctx, c, shard, q)
		if errors.Is(err, protocol.ErrCorrupt) {
			answers[shard].Lost = ownedBy(k.owner, shard)
			return nil
		}
		return err
	})
	for shard, a := range answers {
		back.lost = append(back.lost, a.Lost...)
		back.stale = back.stale || a.Stale
		back.grouped = back.grouped || a.Grouped
		if a.Compared {
			back.lead = shard
		}
		if a.Behind {
			back.behind++
		}
	}
	return back, err
}

// ownedBy lists the sources of a shard.
func ownedBy(owner []uint8, shard int) []uint32 {
	var list []uint32
	for o, s := range owner {
		if int(s) == shard {
			list = append(list, uint32(o))
		}
	}
	return list
}

// forget forgets all sources.
func (c *Corpus) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.owner, c.known, c.unread = nil, map[sourceKey]reading{}, nil
	c.langs, c.plans, c.firsts, c.pending, c.compared = 0, nil, nil, nil, false
}

// use takes over what the coordinator knew.
func (c *Corpus) use(k *kept) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.owner, c.rules, c.langs, c.firsts, c.pending, c.compared = k.owner, k.rules, k.langs, k.firsts, k.entries, k.compared
	c.known = make(map[sourceKey]reading, len(k.files))
	c.know(k.files, k.broken)
}

// know notes that files are here, some of which are to be read anew. The caller holds
// the lock.
func (c *Corpus) know(files []protocol.Source, broken []uint32) {
	for _, s := range files {
		_, isBroken := slices.BinarySearch(broken, s.Ordinal)
		c.known[keyOf(s)] = reading{first: s.Ordinal, parts: s.Parts, recipe: s.Recipe, broken: isBroken}
	}
}

// breakOffAll notes that sources are to be read anew and tells their paths, sorted.
func (c *Corpus) breakOffAll(lost []uint32) []string {
	isLost := make(map[uint32]bool, len(lost))
	for _, o := range lost {
		isLost[o] = true
	}
	var paths []string
	c.mu.Lock()
	defer c.mu.Unlock()
	for key, r := range c.known {
		if slices.ContainsFunc(r.ordinals(), func(o uint32) bool { return isLost[o] }) {
			r.broken = true
			c.known[key] = r
			paths = append(paths, key.path)
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}
