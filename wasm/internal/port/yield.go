//go:build !js

package port

import "runtime"

// Yield lets other goroutines run. In a worker it lets messages of the page in,
// such as the cancelling of the work under way; see yield_js.go.
func Yield() { runtime.Gosched() }
