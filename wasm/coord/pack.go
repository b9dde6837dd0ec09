package coord

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"clippings/wasm/internal/workspace"
	"clippings/wasm/protocol"
)

// Of workspace files, see package workspace: what they begin with, and errors.
const FileMagic = workspace.Magic

var (
	ErrNoFile      = workspace.ErrNot
	ErrFileNewer   = workspace.ErrNewer
	ErrFileDamaged = workspace.ErrDamaged
)

// CheckFile tells of the first bytes of a file whether it is a workspace file that
// can be opened: nil, ErrNoFile or ErrFileNewer.
func CheckFile(head []byte) error { return workspace.Check(head) }

const (
	packedEpoch   = 1
	workspaceName = "workspace"
)

// Pack writes the body of a workspace file: the corpus as it is now, with w.Name and
// w.Page, whether or not it is kept. It holds a megabyte at a time.
// protocol.ErrLost if a worker has ended, whose documents would be missing.
func (c *Corpus) Pack(ctx context.Context, w *Workspace, to io.Writer) error {
	unlock, err := c.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	if len(c.live()) < len(c.shards) {
		return protocol.ErrLost
	}
	now := *w
	now.Epoch, now.Shards = packedEpoch, len(c.shards)
	k := c.kept(now)
	k.entries = nil // the page knows all
	out := workspace.NewWriter(to)
	if err := errors.Join(out.Begin(workspaceName), out.Part(k.encode())); err != nil {
		return err
	}
	for shard := range c.shards {
		if err := c.packShard(ctx, shard, out); err != nil {
			return err
		}
	}
	return out.Close()
}

// packShard writes all that a shard keeps.
func (c *Corpus) packShard(ctx context.Context, shard int, out *workspace.Writer) error {
	q, name := protocol.PackWorkspace{Epoch: packedEpoch}, ""
	for {
		p, err := ask(ctx, c, shard, q)
		if err == nil && p.Done {
			return nil
		}
		if err == nil && p.Name != name {
			name = p.Name
			err = out.Begin(strconv.Itoa(shard) + "/" + name)
		}
		if err == nil {
			err = out.Part(p.Bytes)
		}
		if err != nil {
			_, _ = ask(context.WithoutCancel(ctx), c, shard, protocol.PackWorkspace{Stop: true})
			return err
		}
		q.Next = true
	}
}

// Unpack takes up the body of a workspace file in place of what is here, as a
// workspace of its own; Save keeps it. ErrFileDamaged, protocol.ErrVersion,
// protocol.ErrFull; what is here may be gone then.
func (c *Corpus) Unpack(ctx context.Context, from io.Reader) (Opened, error) {
	unlock, err := c.lock(ctx)
	if err != nil {
		return Opened{}, err
	}
	defer unlock()
	defer c.forgetPlans()
	in := workspace.NewReader(from)
	k, err := c.unpackKept(ctx, in)
	if err != nil {
		return Opened{}, err
	}
	k.ID = NewWorkspace("").ID
	if err = c.unpackShards(ctx, in, k); err == nil {
		var opened Opened
		if opened, err = c.open(ctx, k); err == nil {
			return opened, nil
		}
	}
	_, _ = askAny(context.WithoutCancel(ctx), c, protocol.ForgetKept{Workspace: k.ID})
	return Opened{}, err
}

// maxKept bounds what the coordinator and the page know: a line of the ledger is a
// few hundred bytes.
const maxKept = 1 << 29

// unpackKept reads the first entry.
func (c *Corpus) unpackKept(ctx context.Context, in *workspace.Reader) (*kept, error) {
	name, err := in.Next()
	if err != nil || name != workspaceName {
		return nil, orDamaged(err)
	}
	var b []byte
	for {
		part, err := in.Part()
		if err == io.EOF {
			break
		}
		if err == nil && len(b)+len(part) > maxKept {
			err = ErrFileDamaged
		}
		if err != nil {
			return nil, err
		}
		b = append(b, part...)
	}
	k, err := decodeKept(b)
	if errors.Is(err, protocol.ErrCorrupt) {
		err = ErrFileDamaged
	}
	if err != nil {
		return nil, err
	}
	return k, c.grow(ctx, k.Shards)
}

func orDamaged(err error) error {
	if err == nil || err == io.EOF {
		return ErrFileDamaged
	}
	return err
}

// unpackShards gives each shard its files.
func (c *Corpus) unpackShards(ctx context.Context, in *workspace.Reader, k *kept) error {
	for {
		name, err := in.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		number, file, ok := strings.Cut(name, "/")
		shard, err := strconv.Atoi(number)
		if !ok || err != nil || shard < 0 || shard >= k.Shards || shard >= len(c.shards) {
			return fmt.Errorf("%q: %w", name, ErrFileDamaged)
		}
		if err := c.takeIn(ctx, in, shard, protocol.TakeIn{Workspace: k.ID, Self: uint32(shard), Name: file}); err != nil {
			return err
		}
	}
}

// takeIn gives a shard an entry.
func (c *Corpus) takeIn(ctx context.Context, in *workspace.Reader, shard int, q protocol.TakeIn) error {
	for !q.Last {
		part, err := in.Part()
		if err != nil && err != io.EOF {
			return err
		}
		q.Bytes, q.Last = part, err == io.EOF
		if _, err := ask(ctx, c, shard, q); err != nil {
			return err
		}
	}
	return nil
}
