package protocol

// Keep asks a shard to write what it holds to the device, as one epoch of a
// workspace. What was written in older epochs stays until Settle.
type Keep struct {
	Workspace string // ID
	Self      uint32 // number of the shard
	Epoch     uint64
	// File is the workspace file, given to shard 0 alone once all have kept the
	// epoch; else nil. It ends in its CRC-32 (IEEE), least significant byte first.
	File []byte
	// Cover has what the list of stories shows written too, for the shard is grouped;
	// First are the documents that are listed first.
	Cover bool
	First []DocID
}

// Kind implements Request.
func (Keep) Kind() Kind { return KindKeep }

// AppendTo implements Request.
func (q Keep) AppendTo(b []byte) []byte {
	b = appendUint(appendUint32(appendString(b, q.Workspace), q.Self), q.Epoch)
	return appendList(appendBool(appendBytes(b, q.File), q.Cover), q.First, appendID)
}

// DecodeKeep reads the request.
func DecodeKeep(b []byte) (Keep, error) {
	return decode(b, func(d *decoder) Keep {
		return Keep{Workspace: d.string(), Self: d.uint32(), Epoch: d.uint(), File: d.bytes(), Cover: d.bool(), First: decodeList(d, readID)}
	})
}

// DecodeResponse implements Request.
func (Keep) DecodeResponse(b []byte) (Kept, error) {
	return decode(b, func(d *decoder) Kept { return Kept{Bytes: d.uint(), Documents: d.uint32()} })
}

// Kept answers Keep.
type Kept struct {
	Bytes     uint64 // that the epoch takes, whether or not they were there before
	Documents uint32
}

// AppendTo implements Response.
func (r Kept) AppendTo(b []byte) []byte { return appendUint32(appendUint(b, r.Bytes), r.Documents) }

// Settle asks a shard to remove what it has kept of older epochs.
type Settle struct {
	Workspace string
	Self      uint32
	Epoch     uint64 // stays
}

// Kind implements Request.
func (Settle) Kind() Kind { return KindSettle }

// AppendTo implements Request.
func (q Settle) AppendTo(b []byte) []byte {
	return appendUint(appendUint32(appendString(b, q.Workspace), q.Self), q.Epoch)
}

// DecodeSettle reads the request.
func DecodeSettle(b []byte) (Settle, error) {
	return decode(b, func(d *decoder) Settle { return Settle{Workspace: d.string(), Self: d.uint32(), Epoch: d.uint()} })
}

// DecodeResponse implements Request.
func (Settle) DecodeResponse(b []byte) (Done, error) { return decodeDone(b) }

// Reopen asks a shard to take up what was kept in an epoch, in place of what it
// holds.
type Reopen struct {
	Workspace string
	Self      uint32
	Epoch     uint64
	Whole     bool // all of it; else what the list of stories shows may come first, see Reopened
}

// Kind implements Request.
func (Reopen) Kind() Kind { return KindReopen }

// AppendTo implements Request.
func (q Reopen) AppendTo(b []byte) []byte {
	return appendBool(Settle{q.Workspace, q.Self, q.Epoch}.AppendTo(b), q.Whole)
}

// DecodeReopen reads the request.
func DecodeReopen(b []byte) (Reopen, error) {
	return decode(b, func(d *decoder) Reopen {
		return Reopen{Workspace: d.string(), Self: d.uint32(), Epoch: d.uint(), Whole: d.bool()}
	})
}

// DecodeResponse implements Request.
func (Reopen) DecodeResponse(b []byte) (Reopened, error) {
	return decode(b, func(d *decoder) Reopened {
		return Reopened{
			Documents: d.uint32(), Compared: d.bool(), Stale: d.bool(), Grouped: d.bool(), Behind: d.bool(),
			Lost: decodeList(d, (*decoder).uint32),
		}
	})
}

// Reopened answers Reopen.
type Reopened struct {
	Documents uint32
	Compared  bool     // what the last comparison found is there too: this shard led it
	Stale     bool     // roles that the last comparison gave are lost: all is to be compared
	Grouped   bool     // and what it was grouped to, which all shards know
	Behind    bool     // it can be listed; Rest brings all else
	Lost      []uint32 // ordinals of the sources of which documents were in a damaged file
}

// AppendTo implements Response.
func (r Reopened) AppendTo(b []byte) []byte {
	b = appendUint32(b, r.Documents)
	for _, is := range []bool{r.Compared, r.Stale, r.Grouped, r.Behind} {
		b = appendBool(b, is)
	}
	return appendList(b, r.Lost, appendUint32)
}

// Workspaces asks a shard what is kept on this device.
type Workspaces struct{}

// Kind implements Request.
func (Workspaces) Kind() Kind { return KindWorkspaces }

// AppendTo implements Request.
func (Workspaces) AppendTo(b []byte) []byte { return b }

// DecodeWorkspaces reads the request.
func DecodeWorkspaces(b []byte) (Workspaces, error) {
	return decode(b, func(*decoder) Workspaces { return Workspaces{} })
}

// DecodeResponse implements Request.
func (Workspaces) DecodeResponse(b []byte) (WorkspaceList, error) {
	return decode(b, func(d *decoder) WorkspaceList {
		return WorkspaceList{IDs: decodeList(d, readString), Files: decodeList(d, readBytes), Where: readKeeping(d), Used: d.uint(), Quota: d.uint()}
	})
}

// WorkspaceList answers Workspaces.
type WorkspaceList struct {
	IDs   []string
	Files [][]byte // of each the workspace file, as it was given to Keep; damaged ones too
	Where Keeping
	Used  uint64 // bytes, of all that this origin keeps
	Quota uint64 // bytes that it may keep; 0 where nobody tells
}

// AppendTo implements Response.
func (r WorkspaceList) AppendTo(b []byte) []byte {
	b = appendList(b, r.IDs, appendString)
	b = append(appendList(b, r.Files, appendBytes), byte(r.Where))
	return appendUint(appendUint(b, r.Used), r.Quota)
}

// Keeping says where workspaces are kept. The values are part of the wire format.
type Keeping uint8

const (
	KeptNowhere  Keeping = iota // until the page is closed
	KeptFiles                   // the browser's private file system, or a folder
	KeptDatabase                // IndexedDB
	numKeepings
)

func readKeeping(d *decoder) Keeping {
	k := Keeping(d.byte())
	if k >= numKeepings {
		d.fail()
	}
	return k
}

// ForgetKept asks a shard to remove a workspace from the device.
type ForgetKept struct {
	Workspace string // ID; "" for all there are
}

// Kind implements Request.
func (ForgetKept) Kind() Kind { return KindForgetKept }

// AppendTo implements Request.
func (q ForgetKept) AppendTo(b []byte) []byte { return appendString(b, q.Workspace) }

// DecodeForgetKept reads the request.
func DecodeForgetKept(b []byte) (ForgetKept, error) {
	return decode(b, func(d *decoder) ForgetKept { return ForgetKept{Workspace: d.string()} })
}

// DecodeResponse implements Request.
func (ForgetKept) DecodeResponse(b []byte) (Done, error) { return decodeDone(b) }
