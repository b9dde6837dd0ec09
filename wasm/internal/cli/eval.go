package cli

import (
	"context"
	"fmt"

	"clippings/wasm/internal/eval"
)

func runEval(ctx context.Context, e *environment, args []string) error {
	dir := e.flags.String("data", ".", "the `folder` of the labelled data")
	usage := e.flags.Usage
	e.flags.Usage = func() {
		usage()
		fmt.Fprintf(e.err, "sets:\n%s", eval.Sets())
	}
	sets, err := e.parse(args)
	if err != nil {
		return err
	}
	for _, set := range sets {
		if err := eval.Run(ctx, e.plain, set, *dir); err != nil {
			return err
		}
	}
	return nil
}
