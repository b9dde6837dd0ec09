//go:build !js

package main

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestServes(t *testing.T) {
	s := parts(t)
	if err := writeSite(s.out, build(t, s)); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		prefix, path string
		status       int
		kind         string
	}{
		{"/", "/", 200, "text/html; charset=utf-8"},
		{"/", "/boot.js?v=1", 200, "text/javascript; charset=utf-8"},
		{"/", "/page.wasm.gz", 200, "application/gzip"},
		{"/", "/sample.zip", 200, "application/zip"},
		{"/", "/nothing", 404, ""},
		{"/a/b/", "/a/b/", 200, "text/html; charset=utf-8"},
		{"/a/b/", "/a/b/sw.js", 200, "text/javascript; charset=utf-8"},
		{"/a/b/", "/", 404, ""},
		{"/a/b/", "/boot.js", 404, ""},
		{"/a/b/", "/a/b", 301, ""}, // to /a/b/, or relative addresses would miss
	}
	for _, test := range tests {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodGet, test.path, nil)
		server{dir: s.out}.handler(test.prefix).ServeHTTP(w, r)
		if w.Code != test.status && !(test.status == 301 && w.Code == 307) {
			t.Errorf("%s below %s: status %d, want %d", test.path, test.prefix, w.Code, test.status)
		}
		if kind := w.Header().Get("Content-Type"); test.kind != "" && kind != test.kind {
			t.Errorf("%s below %s: type %q, want %q", test.path, test.prefix, kind, test.kind)
		}
	}
}

func TestServeEndsWhenAsked(t *testing.T) {
	s := parts(t)
	if err := writeSite(s.out, build(t, s)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out bytes.Buffer
	if err := (server{dir: s.out, addr: "127.0.0.1:0", prefix: "news"}).serve(ctx, &out); err != nil {
		t.Fatal(err)
	}
	if text := out.String(); !strings.Contains(text, "http://127.0.0.1:") || !strings.Contains(text, "/news/ ") {
		t.Errorf("said %q, want the address", text)
	}
}

func TestServeNeedsASite(t *testing.T) {
	err := server{dir: t.TempDir(), addr: "127.0.0.1:0"}.serve(t.Context(), &bytes.Buffer{})
	if err == nil || !strings.Contains(err.Error(), "holds no site") {
		t.Errorf("got %v", err)
	}
}

func TestCleanPrefix(t *testing.T) {
	for in, want := range map[string]string{
		"": "/", "/": "/", "a": "/a/", "/a": "/a/", "a/b/": "/a/b/", "/a/../..//b": "/b/",
	} {
		if got := cleanPrefix(in); got != want {
			t.Errorf("cleanPrefix(%q) = %q, want %q", in, got, want)
		}
	}
}
