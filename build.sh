#!/usr/bin/env bash
# The one entrance: builds, serves, tests and measures Clippings.
set -euo pipefail
cd "$(dirname "$0")"

readonly out=.build

usage() {
  cat <<'END'
usage: ./build.sh COMMAND

  serve [--port N] [--prefix /p/]  build everything and serve it on loopback (port 8017, path /)
  build [--out DIR]                write the static site (to .build/site)
  test                             everything that must hold: format, vet, native tests,
                                   the engine under WebAssembly, a real browser
  bench                            measure the engine, natively and under WebAssembly;
                                   CLIPPINGS_CORPUS=DIR adds a corpus of your own
  eval [ARGUMENT...]               quality on labelled data: go run ./wasm eval ARGUMENT...

serve and build need Go alone. test also needs Node.js and Chromium; it installs them
from the system's packages when it may.
END
}

say() { printf '%s\n' "$*" >&2; }
die() { say "build.sh: $*"; exit 1; }

require_go() {
  command -v go >/dev/null || die "Go is missing: install it from https://go.dev/dl/"
}

# --- build and serve ---

# The same commit gives the same bytes: no path, no version stamp, no build id.
compile() { # PACKAGE FILE
  GOOS=js GOARCH=wasm go build -trimpath -buildvcs=false -ldflags="-s -w -buildid=" -o "$2" "$1"
}

# The interpreter glue belongs to the Go that compiles; before 1.24 it lay elsewhere.
wasm_exec() {
  local root file
  root=$(go env GOROOT)
  for file in "$root/lib/wasm/wasm_exec.js" "$root/misc/wasm/wasm_exec.js"; do
    if [ -f "$file" ]; then echo "$file"; return; fi
  done
  die "wasm_exec.js is not in $root"
}

site() { # DIR
  require_go
  local start=$SECONDS
  mkdir -p "$out"
  compile ./app "$out/page.wasm"
  compile ./wasm "$out/engine.wasm"
  go run ./app build --out "$1" --page "$out/page.wasm" --engine "$out/engine.wasm" --exec "$(wasm_exec)"
  say "built $1 in $((SECONDS - start)) s: page $(size "$1/page.wasm.gz") kB, engine $(size "$1/engine.wasm.gz") kB"
}

size() { echo $(($(wc -c <"$1") / 1000)); }

cmd_build() {
  local dir=$out/site
  while [ $# -gt 0 ]; do
    case $1 in
      --out) dir=${2:?--out needs a folder}; shift 2 ;;
      *) die "build: no such option: $1" ;;
    esac
  done
  site "$dir"
}

cmd_serve() {
  local port=8017 prefix=/
  while [ $# -gt 0 ]; do
    case $1 in
      --port) port=${2:?--port needs a number}; shift 2 ;;
      --prefix) prefix=${2:?--prefix needs a path}; shift 2 ;;
      *) die "serve: no such option: $1" ;;
    esac
  done
  site "$out/site"
  go build -o "$out/app" ./app
  exec "$out/app" serve --dir "$out/site" --addr "127.0.0.1:$port" --prefix "$prefix"
}

main() {
  local command=${1:---help}
  if [ $# -gt 0 ]; then shift; fi
  case $command in
    build | serve) "cmd_$command" "$@" ;;
    -h | --help | help) usage ;;
    *) usage >&2; die "no such command: $command" ;;
  esac
}

main "$@"
