package main

import (
	"context"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/app/pool"
	"clippings/wasm/rpc"
)

// shell shows what arrives and what the engine echoes.
type shell struct {
	app.Compo
	note string
}

func (s *shell) OnMount(ctx app.Context) {
	say := func(format string, args ...any) {
		ctx.Dispatch(func(app.Context) { s.note = fmt.Sprintf(format, args...) })
	}
	files.Listen(files.Handler{
		Files:    func(list []files.Picked) { say("%d files, first %+v", len(list), list[0]) },
		Counting: func(n int) { say("%d files…", n) },
	})
	ctx.Async(func() {
		conns, err := pool.Start(context.Background(), 0)
		if err != nil {
			say("%v", err)
			return
		}
		conns[0].Send(rpc.Frame{B: []byte("echo")})
		f, err := conns[0].Receive()
		say("%d workers, %s %v", len(conns), f.B, err)
	})
}

func (s *shell) Render() app.UI {
	return app.Main().ID("shell").Body(app.H1().Text("Clippings"), app.P().Text(s.note))
}
