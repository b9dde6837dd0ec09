package coord

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"

	"clippings/wasm/protocol"
)

// Workspace is a corpus that is kept on the device. What the page knows of it
// goes along unread.
type Workspace struct {
	ID        string // see NewWorkspace
	Name      string // that the person gave it
	Epoch     uint64 // counts what was kept
	Shards    int    // that keep it
	Documents int
	Bytes     uint64 // on the device
	Saved     int64  // when, in seconds since 1970
	Page      []byte // the page's own
}

// NewWorkspace is one that nobody has kept yet: its ID is "w" and eight hex
// digits.
func NewWorkspace(name string) *Workspace {
	return &Workspace{ID: fmt.Sprintf("w%08x", rand.Uint32()), Name: name}
}

// WorkspaceList is what is kept on this device, by ID.
type WorkspaceList struct {
	Workspaces []Workspace
	Damaged    []string // IDs of those of which nothing can be read
	Where      protocol.Keeping
	Used       uint64 // bytes, of all that is kept for the page
	Quota      uint64 // bytes that may be; 0 where nobody tells
}

// Opened is a workspace that was opened.
type Opened struct {
	Workspace Workspace
	// Lost are the paths of files that were damaged on the device, wholly or in
	// part: what is left of them is here, dropped again they are whole.
	Lost []string
	// Entries are the ledger of an import that Page does not know yet: it was cut
	// off, or the page was closed before it kept the workspace after it. They take
	// the place of those of the same Path.
	Entries []protocol.Entry
	// Uncompared is what it is in Imported: the next import, of no files too, makes
	// the groups whole.
	Uncompared bool
	// Rest waits for what comes behind what was opened; nil where nothing does. Until
	// then nobody changes the corpus, and questions wait for as much as they need.
	// Where something turns out to be damaged or unreadable all is opened anew: then
	// that is given, as Reopen would have, else nil. It may be called more than once.
	Rest func(context.Context) (*Opened, error)

	isBehind bool // something comes behind
}

// Workspaces lists what is kept on this device.
func (c *Corpus) Workspaces(ctx context.Context) (WorkspaceList, error) {
	list := WorkspaceList{}
	answer, err := c.keptFiles(ctx)
	if err != nil {
		return list, err
	}
	list.Where, list.Used, list.Quota = answer.Where, answer.Used, answer.Quota
	for i, file := range answer.Files {
		kept, err := decodeKept(file)
		if err != nil || kept.Workspace.ID != answer.IDs[i] {
			list.Damaged = append(list.Damaged, answer.IDs[i])
			continue
		}
		list.Workspaces = append(list.Workspaces, kept.Workspace)
	}
	return list, nil
}

// keptFiles asks a shard for the files of all workspaces.
func (c *Corpus) keptFiles(ctx context.Context) (protocol.WorkspaceList, error) {
	answer, err := askAny(ctx, c, protocol.Workspaces{})
	if err == nil && len(answer.IDs) != len(answer.Files) {
		err = protocol.ErrCorrupt
	}
	return answer, err
}

// Forget removes a workspace from the device; "" all there are. The documents
// that are here stay.
func (c *Corpus) Forget(ctx context.Context, id string) error {
	unlock, err := c.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	if w := c.keepsTo(); w != nil && (id == "" || id == w.ID) {
		c.KeepTo(nil)
	}
	c.lastKept = ""
	_, err = askAny(ctx, c, protocol.ForgetKept{Workspace: id})
	return err
}

// askAny puts a request to the first shard that lives.
func askAny[R any](ctx context.Context, c *Corpus, q protocol.Request[R]) (R, error) {
	for _, shard := range c.live() {
		r, err := ask(ctx, c, shard, q)
		if !errors.Is(err, protocol.ErrLost) {
			return r, err
		}
	}
	var none R
	return none, protocol.ErrLost
}
