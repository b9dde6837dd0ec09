package browser

import (
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// host serves a site as a static host does, with the caching of GitHub Pages,
// and records what it is asked.
type host struct {
	t      testing.TB
	prefix string
	addr   string

	mu      sync.Mutex
	dir     string
	inflate bool     // send .gz files as Content-Encoding: gzip, as some hosts do
	missing []string // answered with 404
	asked   []string
	server  *http.Server
}

// newHost serves the built site below prefix, "/" or "/some/path/".
func newHost(t testing.TB, prefix string) *host {
	t.Helper()
	h := &host{t: t, prefix: prefix, dir: siteDir, addr: "127.0.0.1:0"}
	h.Start()
	t.Cleanup(h.Stop)
	return h
}

// URL is the address of the page.
func (h *host) URL() string { return "http://" + h.addr + h.prefix }

// Start serves again after Stop, at the same address.
func (h *host) Start() {
	h.t.Helper()
	listener, err := net.Listen("tcp", h.addr)
	if err != nil {
		h.t.Fatal(err)
	}
	h.addr = listener.Addr().String()
	h.server = &http.Server{Handler: h}
	go h.server.Serve(listener)
}

// Stop ends every connection and answers none.
func (h *host) Stop() { h.server.Close() }

// Deploy replaces the site, as a new version does.
func (h *host) Deploy(dir string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.dir = dir
}

// Asked returns the paths asked for so far, the prefix left out, those of no
// file marked.
func (h *host) Asked() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.asked)
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, ok := strings.CutPrefix(r.URL.Path, h.prefix)
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := os.Stat(filepath.Join(h.dir, filepath.FromSlash(name)))
	if !ok || err != nil || slices.Contains(h.missing, name) {
		h.asked = append(h.asked, "no such file: "+r.URL.Path)
		http.NotFound(w, r)
		return
	}
	h.asked = append(h.asked, name)
	switch path.Ext(name) {
	case ".gz":
		w.Header().Set("Content-Type", "application/gzip")
		if h.inflate {
			w.Header().Set("Content-Encoding", "gzip")
		}
	case ".webmanifest":
		w.Header().Set("Content-Type", "application/manifest+json")
	}
	w.Header().Set("Cache-Control", "max-age=600")
	http.StripPrefix(strings.TrimSuffix(h.prefix, "/"), http.FileServer(http.Dir(h.dir))).ServeHTTP(w, r)
}

// trap is a proxy that every request to another machine is sent to. It refuses
// them all and remembers them.
type trap struct {
	mu   sync.Mutex
	seen []string
}

// ownBusiness are the hosts Chromium itself asks, whatever the page: the time,
// its updates, its sign-in, what to fill into forms, hints for its own settings.
var ownBusiness = []string{
	"accounts.google.com",
	"clients2.google.com",
	"content-autofill.googleapis.com",
	"optimizationguide-pa.googleapis.com",
	"update.googleapis.com",
}

func newTrap(t testing.TB) (*trap, string) {
	p := &trap{}
	server := httptest.NewServer(p)
	t.Cleanup(server.Close)
	return p, server.URL
}

func (p *trap) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !slices.Contains(ownBusiness, r.URL.Hostname()) {
		p.mu.Lock()
		p.seen = append(p.seen, r.Method+" "+r.URL.Host+r.URL.Path)
		p.mu.Unlock()
	}
	http.Error(w, "no way out", http.StatusForbidden)
}

func (p *trap) requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.seen)
}
