package protocol

import "time"

// Breathe gives the page's thread back to the browser, to draw and to hear, in the
// middle of long work: nothing less than a timer does. One of less than a
// millisecond may have run out before Go looks for what to do next, and then the
// thread is kept; with this one it takes 1 to 4 ms.
func Breathe() { time.Sleep(time.Millisecond) }
