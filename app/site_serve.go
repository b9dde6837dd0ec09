//go:build !js

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path"
	"strings"
	"time"
)

// server serves a built site, for trying it out: on loopback unless asked
// otherwise, at any path, as a static host would.
type server struct {
	dir, addr, prefix string
}

// types are the media types browsers insist on, or that the machine's own table
// may lack or hold wrongly.
var types = map[string]string{
	".css":         "text/css; charset=utf-8",
	".gz":          "application/gzip",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".webmanifest": "application/manifest+json",
	".zip":         "application/zip",
}

// serve answers until ctx ends, having said its address on out.
func (s server) serve(ctx context.Context, out io.Writer) error {
	if _, err := os.Stat(path.Join(s.dir, "index.html")); err != nil {
		return fmt.Errorf("serve: %s holds no site: %w", s.dir, err)
	}
	listener, err := net.Listen("tcp", s.addr)
	if err != nil {
		return fmt.Errorf("serve: %w (another --port?)", err)
	}
	prefix := cleanPrefix(s.prefix)
	fmt.Fprintf(out, "Clippings is at http://%s%s (Ctrl-C ends)\n", listener.Addr(), prefix)

	h := &http.Server{Handler: s.handler(prefix), ReadHeaderTimeout: 10 * time.Second}
	served := make(chan error, 1)
	go func() { served <- h.Serve(listener) }()
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if err := h.Shutdown(grace); errors.Is(err, context.DeadlineExceeded) {
		return h.Close()
	}
	return nil
}

// handler serves dir below prefix and nothing elsewhere.
func (s server) handler(prefix string) http.Handler {
	files := http.StripPrefix(strings.TrimSuffix(prefix, "/"), http.FileServer(http.Dir(s.dir)))
	mux := http.NewServeMux()
	mux.HandleFunc(prefix, func(w http.ResponseWriter, r *http.Request) {
		if t, ok := types[path.Ext(r.URL.Path)]; ok {
			w.Header().Set("Content-Type", t)
		}
		// The next build must be seen; the browser asks, and hears "unchanged".
		w.Header().Set("Cache-Control", "no-cache")
		files.ServeHTTP(w, r)
	})
	return mux
}

// cleanPrefix makes of any path one that begins and ends with a slash.
func cleanPrefix(prefix string) string {
	if p := strings.Trim(path.Clean("/"+prefix), "/"); p != "" {
		return "/" + p + "/"
	}
	return "/"
}
