package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Outside a browser go-app calls OnPreRender in the place of OnMount: here the
// components under test mount all the same.

func (s *Shell) OnPreRender(ctx app.Context)    { s.OnMount(ctx) }
func (h *header) OnPreRender(ctx app.Context)   { h.OnMount(ctx) }
func (p *progress) OnPreRender(ctx app.Context) { p.OnMount(ctx) }
func (s *stories) OnPreRender(ctx app.Context)  { s.OnMount(ctx) }
func (s *search) OnPreRender(ctx app.Context)   { s.OnMount(ctx) }
func (f *facets) OnPreRender(ctx app.Context)   { f.OnMount(ctx) }
func (d *dates) OnPreRender(ctx app.Context)    { d.OnMount(ctx) }
func (r *reading) OnPreRender(ctx app.Context)  { r.OnMount(ctx) }
func (l *ledger) OnPreRender(ctx app.Context)   { l.OnMount(ctx) }
func (p *palette) OnPreRender(ctx app.Context)  { p.OnMount(ctx) }
func (h *help) OnPreRender(ctx app.Context)     { h.OnMount(ctx) }
func (a *about) OnPreRender(ctx app.Context)    { a.OnMount(ctx) }
func (t *tables) OnPreRender(ctx app.Context)   { t.OnMount(ctx) }
func (s *settings) OnPreRender(ctx app.Context) { s.OnMount(ctx) }
func (j *join) OnPreRender(ctx app.Context)     { j.OnMount(ctx) }
func (w *why) OnPreRender(ctx app.Context)      { w.OnMount(ctx) }
func (s *said) OnPreRender(ctx app.Context)     { s.OnMount(ctx) }
func (r *reread) OnPreRender(ctx app.Context)   { r.OnMount(ctx) }

func (s *saved) OnPreRender(ctx app.Context)     { s.OnMount(ctx) }
func (l *queryList) OnPreRender(ctx app.Context) { l.OnMount(ctx) }

func (p *groupingPanel) OnPreRender(ctx app.Context) { p.OnMount(ctx) }

func (l *virtualList) OnPreRender(ctx app.Context) { l.OnMount(ctx) }

func (w *workspaces) OnPreRender(ctx app.Context)       { w.OnMount(ctx) }
func (n *packingNotice) OnPreRender(ctx app.Context)    { n.OnMount(ctx) }
func (k *keptLine) OnPreRender(ctx app.Context)         { k.OnMount(ctx) }
func (n *workspaceNotices) OnPreRender(ctx app.Context) { n.OnMount(ctx) }

func (v *versions) OnPreRender(ctx app.Context) { v.OnMount(ctx) }
func (f *finder) OnPreRender(ctx app.Context)   { f.OnMount(ctx) }
func (f *flow) OnPreRender(ctx app.Context)     { f.OnMount(ctx) }

func (u *updateBar) OnPreRender(ctx app.Context) { u.OnMount(ctx) }
