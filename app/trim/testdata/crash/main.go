// Command crash does what the runtime walks stacks for: it collects garbage under
// deep calls, grows stacks, recovers, names callers; and breaks down at the end.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type node struct {
	next *node
	text string
}

//go:noinline
func deep(n int, before *node) int {
	here := &node{before, strings.Repeat("x", n%7)}
	if n%100 == 0 {
		runtime.GC()
	}
	if n == 0 {
		sum := 0
		for ; here != nil; here = here.next {
			sum += len(here.text)
		}
		return sum
	}
	return deep(n-1, here) + len(here.text)
}

//go:noinline
func recovered() (why any) {
	defer func() { why = recover() }()
	var list []int
	return list[len(list)]
}

//go:noinline
func caller() string {
	pc := make([]uintptr, 2)
	frame, _ := runtime.CallersFrames(pc[:runtime.Callers(1, pc)]).Next()
	return frame.Function
}

func main() {
	sums := make(chan int)
	for i := range 8 {
		go func() { sums <- deep(1000+i, nil) }()
	}
	sum := 0
	for range 8 {
		sum += <-sums
	}
	fmt.Println(sum, recovered(), caller())
	var nobody *node
	fmt.Println(nobody.next)
}
