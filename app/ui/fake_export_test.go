package ui

import (
	"context"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// Export hands out a line a document, of all or of what is asked for.
func (f *fakeEngine) Export(ctx context.Context, x coord.Export, out coord.Out) error {
	size, err := f.ExportSize(ctx, x)
	for i := range size.Documents {
		out.Progress(i+1, size.Documents)
		if err := out.Write([]byte("line\n")); err != nil {
			return err
		}
	}
	return err
}

func (f *fakeEngine) ExportSize(_ context.Context, x coord.Export) (coord.ExportSize, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.exported = append(f.exported, x)
	size := coord.ExportSize{Documents: 9, Bytes: 12_000}
	if x.Query != (protocol.Query{}) {
		size.Documents = 2
	}
	return size, f.failing
}
