#!/usr/bin/env bash
# The one entrance: builds, serves, tests and measures Clippings.
set -euo pipefail
cd "$(dirname "$0")"

readonly out=.build

usage() {
  cat <<'END'
usage: ./build.sh COMMAND

  serve [--port N] [--prefix /p/]  build everything and serve it on loopback (port 8017, path /);
        [--site DIR]               or a site that is there already, such as one published
  build [--out DIR] [--quick]      write the static site (to .build/site); --quick is for
                                   a look at it: built sooner, a tenth more to download
  single [--out FILE] [--site DIR] write all of it as one page that opens from a disk by a
                                   double click (to .build/clippings.html); of a published
                                   site, with its collection inside
  publish FOLDER... [--out DIR]    write the site with a collection inside, made of the
          [--title NAME]           files in FOLDER, for any static host (to .build/published);
          [--single FILE]          all of it as one page too, for some tens of MB at most
  test                             everything that must hold: format, vet, native tests,
                                   the engine under WebAssembly, a real browser
  bench [FLAG...]                  measure the engine, natively and under WebAssembly;
                                   CLIPPINGS_CORPUS=DIR adds a corpus of your own;
                                   flags go to go test, such as -bench=Query
  pace [FLAG...]                   how long the page's thread is taken, traced in Chromium,
                                   while a person imports, types, scrolls and compares
  eval [ARGUMENT...]               quality on labelled data: go run ./wasm eval ARGUMENT...

serve and build need Go alone. test also needs Node.js with npm, and Chromium; it
installs them from the system's packages when it may.
END
}

say() { printf '%s\n' "$*" >&2; }
die() { say "build.sh: $*"; exit 1; }

require_go() {
  command -v go >/dev/null || die "Go is missing: install it from https://go.dev/dl/"
}

# --- build and serve ---

# The same commit gives the same bytes: no path, no version stamp, no build id.
compile() { # PACKAGE FILE [FLAG...]
  GOOS=js GOARCH=wasm go build -trimpath -buildvcs=false -ldflags="-s -w -buildid=" -o "$2" "${@:3}" "$1"
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

# go-app holds more than a page needs, and Go keeps all of it in the program: its web
# server, with net/http and TLS (0.5 MB of the download); regular expressions for routes,
# of which the page has one; the encryption of states, and random numbers for it and
# for the names of tabs (0.2 MB). The page is compiled with a copy of go-app without
# them; nothing else is changed.
page_modules() { # writes $out/page.mod
  local from=$out/go-app/pkg/app module=github.com/maxence-charriere/go-app/v10
  rm -rf "$out/go-app"
  go mod download "$module"
  cp -r "$(go list -m -f '{{.Dir}}' "$module")" "$out/go-app"
  chmod -R u+w "$out/go-app"
  rm "$from/wasm.go" # says of the server that it is not there
  sed -i.old '1i//go:build !js\n' "$from/http.go"
  sed -i.old '/"net\/http"$/d; /^[[:space:]]*http\.Handler$/d; /http\.FileServer/d' "$from/resource.go"
  # A route is a path, or .* for all.
  sed -i.old '/"regexp"$/d; s/\*regexp\.Regexp/string/; s/regexp\.MustCompile(pattern)/pattern/; s/rwr\.regexp\.MatchString(path)/rwr.regexp == ".*"/' "$from/route.go"
  sed -i.old '/google\/uuid"$/d; s/uuid\.NewString()/Window().Get("Math").Call("random").String()/' "$from/context.go" "$from/state.go"
  cat >"$from/crypto.go" <<'END'
package app

import "errors"

var errPlain = errors.New("this page encrypts nothing")

func encrypt(string, []byte) ([]byte, error) { return nil, errPlain }
func decrypt(string, []byte) ([]byte, error) { return nil, errPlain }
END
  cp go.mod "$out/page.mod"
  cp go.sum "$out/page.sum"
  go mod edit -replace "$module=./$out/go-app" "$out/page.mod"
}

# What the engine runs once a question and not once a word. Not to inline in it
# saves 50 kB of the download.
cold=(clippings/wasm/{protocol,rpc} clippings/wasm/internal/{choice,collate,export,port,query,record,sentence,shard,speech,stem,store,synopsis} fmt internal/strconv os reflect strconv time)
cold=("${cold[@]/#/-gcflags=}")

site() { # DIR [--quick]
  require_go
  local start=$SECONDS
  mkdir -p "$out"
  page_modules
  # The page shows and moves bytes. Not to inline in it, the runtime apart, saves
  # 70 kB of the download.
  compile ./app "$out/page.wasm" -modfile="$out/page.mod" -gcflags=all=-l -gcflags=runtime/...= -gcflags=internal/...=
  compile ./wasm "$out/engine.wasm" "${cold[@]/%/=-l}"
  compile ./wasm/unpack "$out/unpack.wasm" -tags=unpack
  go run ./app build --out "$1" --page "$out/page.wasm" --engine "$out/engine.wasm" --unpack "$out/unpack.wasm" --exec "$(wasm_exec)" "${@:2}"
  say "built $1 in $((SECONDS - start)) s: page $(size "$1/page.wasm.gz") kB, engine $(size "$1/engine.wasm.gz") kB, other formats $(size "$1/unpack.wasm.gz") kB"
}

size() { echo $(($(wc -c <"$1") / 1000)); }

cmd_build() {
  local dir=$out/site quick=()
  while [ $# -gt 0 ]; do
    case $1 in
      --out) dir=${2:?--out needs a folder}; shift 2 ;;
      --quick) quick=(--quick); shift ;;
      *) die "build: no such option: $1" ;;
    esac
  done
  site "$dir" ${quick[@]+"${quick[@]}"}
}

cmd_publish() {
  local dir=$out/published paths=() title=() file=
  while [ $# -gt 0 ]; do
    case $1 in
      --out) dir=${2:?--out needs a folder}; shift 2 ;;
      --title) title=(--title "${2:?--title needs a name}"); shift 2 ;;
      --single) file=${2:?--single needs a file}; shift 2 ;;
      -*) die "publish: no such option: $1" ;;
      *) paths+=("$1"); shift ;;
    esac
  done
  [ ${#paths[@]} -gt 0 ] || die "publish: which FOLDER?"
  site "$dir"
  go run ./wasm publish "${paths[@]}" -o "$dir" ${title[@]+"${title[@]}"}
  [ -z "$file" ] || go run ./app single --site "$dir" --out "$file"
}

cmd_single() {
  local file=$out/clippings.html dir=
  while [ $# -gt 0 ]; do
    case $1 in
      --out) file=${2:?--out needs a file}; shift 2 ;;
      --site) dir=${2:?--site needs the folder of a site}; shift 2 ;;
      *) die "single: no such option: $1" ;;
    esac
  done
  require_go
  if [ -z "$dir" ]; then site "${dir:=$out/site}" --quick; fi
  go run ./app single --site "$dir" --out "$file"
}

cmd_serve() {
  local port=8017 prefix=/ dir=
  while [ $# -gt 0 ]; do
    case $1 in
      --site) dir=${2:?--site needs the folder of a site}; shift 2 ;;
      --port) port=${2:?--port needs a number}; shift 2 ;;
      --prefix) prefix=${2:?--prefix needs a path}; shift 2 ;;
      *) die "serve: no such option: $1" ;;
    esac
  done
  require_go
  mkdir -p "$out"
  if [ -z "$dir" ]; then site "${dir:=$out/site}" --quick; fi
  go build -o "$out/app" ./app
  exec "$out/app" serve --dir "$dir" --addr "127.0.0.1:$port" --prefix "$prefix"
}

# --- test ---

# need makes a command available, or says in one line what to install. The
# command may have other names.
need() { # PACKAGE COMMAND...
  local package=$1 name sudo=
  shift
  for name in "$@"; do
    if command -v "$name" >/dev/null; then return; fi
  done
  [ "$(id -u)" = 0 ] || sudo="sudo -n"
  if command -v apt-get >/dev/null && $sudo true 2>/dev/null; then
    say "installing $package"
    { $sudo apt-get install -y -qq "$package" || { $sudo apt-get update -qq && $sudo apt-get install -y -qq "$package"; }; } >&2 ||
      die "test needs $1: apt-get install $package failed"
    return
  fi
  die "test needs $1: install the package $package and run this again"
}

# Each check adds a line "passed failed skipped" to this file.
readonly totals=$out/totals

check() { # NAME COMMAND...
  local name=$1
  shift
  say "== $name"
  set +e # in a condition, a function would run on past its failed commands
  (set -e; "$@")
  local status=$?
  set -e
  if [ $status = 0 ]; then echo 1 0 0 >>"$totals"; else echo 0 1 0 >>"$totals"; say "  FAIL $name"; fi
}

tests() { # NAME COMMAND..., which prints what go test -json does
  say "== $1"
  shift
  set +e
  "$@" | "$out/tally" "$totals" >&2
  local status=${PIPESTATUS[0]}
  set -e
  # go itself may fail before any test does.
  if [ "$status" != 0 ] && tail -n 1 "$totals" | grep -q '^[0-9]* 0 '; then echo 0 1 0 >>"$totals"; fi
}

formatted() {
  local files
  files=$(gofmt -l app wasm .ci)
  [ -z "$files" ] || { say "not formatted as gofmt does: $files"; return 1; }
}

vet_js() { GOOS=js GOARCH=wasm go vet ./... && GOOS=js GOARCH=wasm go vet -tags=unpack ./...; }
vet_browser() { (cd .ci/browser && go vet ./...); }

# The engine's tests again, where it will run. Node's glue refuses a large
# environment, so only what go itself needs is passed.
go_wasm() {
  env -i PATH="$PATH" HOME="$HOME" GOOS=js GOARCH=wasm GOCACHE="$(go env GOCACHE)" \
    GOMODCACHE="$(go env GOMODCACHE)" GOPROXY="$(go env GOPROXY)" GOFLAGS="$(go env GOFLAGS)" \
    CLIPPINGS_CORPUS="${CLIPPINGS_CORPUS:-}" \
    go "$@"
}

go_wasm_test() {
  go_wasm test -exec "$(dirname "$(wasm_exec)")/go_js_wasm_exec" "$@"
}

# What the browser tests need of npm, as package-lock.json names it.
browser_tools() { (cd .ci/browser && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2); }

browser_tests() {
  local dir=$PWD/$out/site
  (cd .ci/browser && CLIPPINGS_SITE=$dir go test -count=1 -timeout 40m -json ./...)
}

# The same sources in another folder must give the same bytes.
twice_the_same() {
  local copy
  copy=$(mktemp -d)
  trap 'rm -rf "$copy"' RETURN
  cp -r app wasm web build.sh go.mod go.sum "$copy"
  "$copy/build.sh" build
  diff -r "$out/site" "$copy/$out/site" >&2
}

cmd_test() {
  require_go
  need nodejs node
  need npm npm
  need chromium chromium chromium-browser google-chrome google-chrome-stable
  mkdir -p "$out"
  rm -f "$totals"
  go build -o "$out/tally" .ci/tally.go
  check "format" formatted
  check "vet" go vet ./...
  check "vet for the browser" vet_js
  check "vet of the browser tests" vet_browser
  tests "native tests" go test -json ./...
  tests "the engine under WebAssembly" go_wasm_test -tags=unpack -short -timeout 10m -json ./wasm/...
  check "site" site "$out/site"
  check "the same bytes twice" twice_the_same
  check "tools of the browser tests" browser_tools
  tests "browser tests" browser_tests
  summary
}

summary() {
  local passed failed skipped p=0 f=0 s=0
  while read -r passed failed skipped; do
    p=$((p + passed)) f=$((f + failed)) s=$((s + skipped))
  done <"$totals"
  echo "$p passed, $f failed, $s skipped"
  [ "$f" = 0 ]
}

# --- measure ---

# figures leaves out the lines of packages without benchmarks.
figures() { grep -vE '^(PASS|ok|goos:|goarch:|\?)|no test files' || true; }

cmd_bench() {
  require_go
  need nodejs node
  say "== native"
  go test -run '^$' -bench . "$@" ./wasm/... | figures
  say "== WebAssembly"
  go_wasm_test -run '^$' -bench . "$@" ./wasm/... | figures
}

cmd_pace() {
  require_go
  need chromium chromium chromium-browser google-chrome google-chrome-stable
  site "$out/site"
  local dir=$PWD/$out/site
  (cd .ci/browser && CLIPPINGS_SITE=$dir go test -run '^$' -bench . -benchtime 1x -timeout 30m "$@" .)
}

cmd_eval() {
  require_go
  exec go run ./wasm eval "$@"
}

main() {
  local command=${1:---help}
  if [ $# -gt 0 ]; then shift; fi
  case $command in
    build | publish | single | serve | test | bench | pace | eval) "cmd_$command" "$@" ;;
    -h | --help | help) usage ;;
    *) usage >&2; die "no such command: $command" ;;
  esac
}

main "$@"
