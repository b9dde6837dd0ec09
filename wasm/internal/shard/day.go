package shard

import (
	"time"

	"clippings/wasm/internal/dedup"
)

// dayOf is a document's date, in the form of protocol.Meta, in days since
// 1970-01-01; dedup.NoDate where there is none.
func dayOf(date string) int32 {
	if len(date) < len(time.DateOnly) {
		return dedup.NoDate
	}
	t, err := time.Parse(time.DateOnly, date[:len(time.DateOnly)])
	if err != nil {
		return dedup.NoDate
	}
	return int32(t.Unix() / int64((24 * time.Hour).Seconds()))
}
