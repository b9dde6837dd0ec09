package shard

import (
	"context"
	"fmt"
	"strings"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// A workspace is a set of folders of a store.Root: ID holds what the coordinator
// wrote, ID-0, ID-1 and so on what each shard did. See save.go for what stands in
// them.
//
//	ID     workspace, workspace-copy   the coordinator's file, twice
//	ID-n   manifest-EPOCH and others   what an epoch of a shard is
//
// An epoch holds once the coordinator's file names it, which is written last: who
// is killed on the way finds the epoch before, whole.
const (
	workspaceFile = "workspace"
	workspaceCopy = "workspace-copy"
)

// folderName is the folder of a shard's part of a workspace.
func folderName(workspace string, self uint32) string { return fmt.Sprintf("%s-%d", workspace, self) }

// folderOf opens the folder of a shard's part of a workspace.
func (s *Shard) folderOf(workspace string, self uint32) (store.Store, error) {
	root := s.opts.Root
	if memory := s.packed.takenIn(); memory != nil {
		root = memory
	}
	if workspace == protocol.CollectionID && s.opts.Collection != nil {
		root = s.opts.Collection
	}
	if root == nil {
		return nil, protocol.ErrNotKept
	}
	if workspace == "" || strings.Contains(workspace, "-") {
		return nil, protocol.ErrNotFound
	}
	return root.Open(folderName(workspace, self))
}

// keep writes the shard as an epoch of a workspace, or the coordinator's file.
func (s *Shard) keep(ctx context.Context, q protocol.Keep) (protocol.Kept, error) {
	if len(q.File) > 0 {
		return protocol.Kept{}, s.keepFile(q)
	}
	if s.opts.Root == nil {
		return protocol.Kept{}, protocol.ErrNotKept
	}
	to, err := s.folderOf(q.Workspace, q.Self)
	if err != nil {
		return protocol.Kept{}, err
	}
	m, size, err := s.saveAs(ctx, to, folderName(q.Workspace, q.Self), q.Epoch)
	if err != nil {
		return protocol.Kept{}, err
	}
	if q.Cover {
		more, err := s.keepCover(ctx, to, m, q)
		if err != nil {
			return protocol.Kept{}, err
		}
		size += more
	}
	if q.Workspace == protocol.CollectionID {
		if err := s.keepCollection(ctx, to, q.First); err != nil {
			return protocol.Kept{}, err
		}
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	return protocol.Kept{Bytes: uint64(size), Documents: uint32(len(s.docs))}, nil
}

// keepFile writes the coordinator's file and then its copy, so that one of the two
// is whole whatever happens to the other.
func (s *Shard) keepFile(q protocol.Keep) error {
	if s.opts.Root == nil {
		return protocol.ErrNotKept
	}
	to, err := s.opts.Root.Open(q.Workspace)
	if err != nil {
		return err
	}
	if err := to.Put(workspaceFile, q.File); err != nil {
		return err
	}
	return to.Put(workspaceCopy, q.File)
}

// settle removes what only other epochs need.
func (s *Shard) settle(_ context.Context, q protocol.Settle) (protocol.Done, error) {
	from, err := s.folderOf(q.Workspace, q.Self)
	if err != nil {
		return protocol.Done{}, err
	}
	m, err := readManifest(from, q.Epoch)
	if err != nil {
		return protocol.Done{}, err
	}
	return protocol.Done{}, settleIn(from, m, q.Epoch)
}

// reopen takes up what was kept.
func (s *Shard) reopen(ctx context.Context, q protocol.Reopen) (protocol.Reopened, error) {
	from, err := s.folderOf(q.Workspace, q.Self)
	if err != nil {
		return protocol.Reopened{}, err
	}
	defer s.packed.forget()
	if from, ok := from.(store.Parted); ok && q.Workspace == protocol.CollectionID {
		return s.openCollection(ctx, from, q)
	}
	folder := folderName(q.Workspace, q.Self)
	if !q.Whole {
		if back, ok, err := s.begin(ctx, from, folder, q.Epoch); ok || err != nil {
			return back, err
		}
	}
	return s.loadFrom(ctx, from, folder, q.Epoch)
}

// workspaces lists what is kept.
func (s *Shard) workspaces(context.Context, protocol.Workspaces) (protocol.WorkspaceList, error) {
	answer := protocol.WorkspaceList{}
	root := s.opts.Root
	if root == nil {
		return answer, nil
	}
	folders, err := root.Folders()
	if err != nil {
		return answer, err
	}
	for _, folder := range folders {
		if strings.Contains(folder, "-") {
			continue
		}
		from, err := root.Open(folder)
		if err != nil {
			return answer, err
		}
		answer.IDs = append(answer.IDs, folder)
		answer.Files = append(answer.Files, fileIn(from))
	}
	answer.Where = root.Where()
	answer.Used, answer.Quota = root.Space()
	return answer, nil
}

// fileIn is the coordinator's file in a folder: the copy if it is damaged.
func fileIn(from store.Store) []byte {
	b, err := from.Get(workspaceFile)
	if err == nil && isChecked(b) {
		return b
	}
	if second, err := from.Get(workspaceCopy); err == nil && isChecked(second) {
		return second
	}
	return b
}

// forgetKept removes a workspace, its name first: without that the rest is
// nothing.
func (s *Shard) forgetKept(_ context.Context, q protocol.ForgetKept) (protocol.Done, error) {
	root := s.opts.Root
	if root == nil {
		return protocol.Done{}, nil
	}
	folders, err := root.Folders()
	if err != nil {
		return protocol.Done{}, err
	}
	for _, folder := range folders { // "w1" before "w1-0"
		id, _, _ := strings.Cut(folder, "-")
		if q.Workspace != "" && id != q.Workspace {
			continue
		}
		if err := root.Remove(folder); err != nil {
			return protocol.Done{}, err
		}
	}
	return protocol.Done{}, nil
}
