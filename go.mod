module clippings

go 1.26.0

require (
	github.com/cespare/xxhash/v2 v2.3.0
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/klauspost/compress v1.18.4
	github.com/maxence-charriere/go-app/v10 v10.1.11
	github.com/mikelolasagasti/xz v1.0.1
	github.com/sahilm/fuzzy v0.1.3
	golang.org/x/net v0.62.0
	golang.org/x/text v0.43.0
)

require (
	github.com/google/uuid v1.6.0 // indirect
)
