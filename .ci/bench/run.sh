#!/usr/bin/env bash
# Measures the engine and other search libraries on the same corpora, in one go,
# and prints tables. See README.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
repository=$here/../..

usage() {
  cat <<'END'
usage: CLIPPINGS_BENCH=HARNESS .ci/bench/run.sh [--rounds N] [LIBRARY...] -- CORPUS...

LIBRARY is clippings (the whole import, and all queries), clippings-index (the index
alone) or a library of the harness; without any: clippings clippings-index minisearch
sqlite-fts5 flexsearch. Every round runs each library once, one after the other.
END
}

die() { printf 'run.sh: %s\n' "$*" >&2; exit 1; }

# SYMBOLS=1 keeps the names of functions, for a profile.
compile() {
  local out=$CLIPPINGS_BENCH/clippings flags=-ldflags=-s\ -w
  if [ "${SYMBOLS:-}" = 1 ]; then flags=-ldflags=; fi
  mkdir -p "$out" "$CLIPPINGS_BENCH/results"
  (cd "$repository" && GOOS=js GOARCH=wasm go build -tags=unpack -trimpath -buildvcs=false "$flags" -o "$out/bench.wasm" ./wasm/internal/bench)
  cp "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$out/"
  printf "export const commit = '%s';\n" "$(git -C "$repository" describe --always --dirty)" >"$out/commit.mjs"
  cp "$here/clippings.mjs" "$CLIPPINGS_BENCH/libs/"
}

# measure runs a library once; its figures, one line of JSON, go to standard output.
measure() { # LIBRARY CORPUS
  local library=$1 options=()
  if [ "$library" = clippings-index ]; then
    library=clippings
    options=('--cfg={"part":"index"}' --tag=index)
  fi
  (cd "$CLIPPINGS_BENCH" && node run.mjs "$library" "$2" --runs=1 --max=1 --quietwait=20 --timeout=1500 --verbose "${options[@]}" 2>"results/last.log") |
    sed "s/^{\"lib\":\"[^\"]*\"/{\"lib\":\"$1\"/"
  grep -o 'clippings: {.*}' "$CLIPPINGS_BENCH/results/last.log" | sed "s/^clippings: {/{\"sizes\":\"$1\",/" || true
}

main() {
  local rounds=1 libraries=() corpora=()
  while [ $# -gt 0 ]; do
    case $1 in
      --rounds) rounds=${2:?--rounds needs a number}; shift 2 ;;
      --) shift; corpora=("$@"); break ;;
      -*) usage >&2; exit 2 ;;
      *) libraries+=("$1"); shift ;;
    esac
  done
  if [ ${#corpora[@]} = 0 ]; then usage >&2; exit 2; fi
  : "${CLIPPINGS_BENCH:?names no copy of the harness}"
  [ -f "$CLIPPINGS_BENCH/run.mjs" ] || die "$CLIPPINGS_BENCH holds no run.mjs"
  if [ ${#libraries[@]} = 0 ]; then libraries=(clippings clippings-index minisearch sqlite-fts5 flexsearch); fi
  compile
  local corpus library lines=$CLIPPINGS_BENCH/results/lines.ndjson
  : >"$lines"
  for corpus in "${corpora[@]}"; do
    [ -d "$CLIPPINGS_BENCH/corpora/$corpus" ] || die "no corpus $corpus"
    for _ in $(seq "$rounds"); do
      for library in "${libraries[@]}"; do measure "$library" "$corpus" >>"$lines"; done
    done
  done
  node "$here/table.mjs" "$lines"
}

main "$@"
