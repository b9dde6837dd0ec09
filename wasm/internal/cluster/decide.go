package cluster

import "clippings/wasm/protocol"

// decided is the person's decisions about the documents that are here. Without
// any it is empty.
type decided struct {
	named      map[int32]bool    // documents that a decision on copies names
	represents map[int32]int     // by document: when it was last said that it does, from 1
	apart      [][2]int32        // A leaves B's group; in the order decided
	notCopies  map[int32][]int32 // the same, both ways
	takenOut   map[int32]bool    // each A of them
	copies     [][2]int32        // in the order decided
	stories    []storyDecision   // in the order decided
}

// storyDecision says that two documents tell of one event, or do not.
type storyDecision struct {
	a, b int32
	same bool
}

// subject is what a decision on two documents is about.
type subject struct {
	a, b   int32
	copies bool // or stories
}

func subjectOf(verdict protocol.Verdict, a, b int32) subject {
	return subject{min(a, b), max(a, b), verdict == protocol.AreCopies || verdict == protocol.NotCopies}
}

// decide finds the documents that decisions name. Of several decisions about
// the same two the last holds.
func decide(ev *Evidence, decisions []protocol.Decision) decided {
	if len(decisions) == 0 {
		return decided{}
	}
	d := decided{
		named: map[int32]bool{}, represents: map[int32]int{},
		notCopies: map[int32][]int32{}, takenOut: map[int32]bool{},
	}
	byName := namedDocs(ev, decisions)
	last := map[subject]int{}
	for pass := range 2 { // first which is the last, then what it says
		for i, x := range decisions {
			a, ok := byName[x.A]
			b, also := byName[x.B]
			if !ok || x.Kind != protocol.Represents && (!also || a == b) {
				continue
			}
			about := subjectOf(x.Kind, a, b)
			switch {
			case x.Kind == protocol.Represents:
				d.named[a], d.represents[a] = true, i+1
			case pass == 0:
				last[about] = i
			case last[about] == i:
				d.take(x.Kind, a, b)
			}
		}
	}
	return d
}

// namedDocs finds the documents of the names in decisions. Of several of one
// name the first in canonical order is meant.
func namedDocs(ev *Evidence, decisions []protocol.Decision) map[string]int32 {
	wanted := map[string]bool{}
	for _, x := range decisions {
		wanted[x.A], wanted[x.B] = true, true
	}
	byName := map[string]int32{}
	for i := range ev.Docs {
		name := ev.Docs[i].Name
		if name == "" || !wanted[name] {
			continue
		}
		if _, taken := byName[name]; !taken {
			byName[name] = int32(i)
		}
	}
	return byName
}

func (d *decided) take(verdict protocol.Verdict, a, b int32) {
	switch verdict {
	case protocol.AreCopies:
		d.named[a], d.named[b] = true, true
		d.copies = append(d.copies, [2]int32{a, b})
	case protocol.NotCopies:
		d.named[a], d.named[b] = true, true
		d.notCopies[a] = append(d.notCopies[a], b)
		d.notCopies[b] = append(d.notCopies[b], a)
		d.takenOut[a] = true
		d.apart = append(d.apart, [2]int32{a, b})
	case protocol.SameStory, protocol.OtherStory:
		d.stories = append(d.stories, storyDecision{a, b, verdict == protocol.SameStory})
	}
}
