package pool

import (
	"context"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// promise is one that is settled when its channel is written to.
type promise struct {
	app.Value
	settled chan app.Value
}

func (p promise) Truthy() bool { return true }

func (p promise) Then(f func(app.Value)) {
	go func() { f(<-p.settled) }()
}

// letGo counts how often it is called.
type letGo struct {
	app.Value
	called chan bool
}

func (l letGo) Truthy() bool { return true }

func (l letGo) Invoke(...any) app.Value {
	l.called <- true
	return app.Undefined()
}

func TestHoldAndLetGo(t *testing.T) {
	answer, lock := promise{settled: make(chan app.Value, 1)}, letGo{called: make(chan bool, 2)}
	answer.settled <- lock
	held, release := settle(t.Context(), answer)
	if !held {
		t.Fatal("it is not held")
	}
	release()
	release()
	if len(lock.called) != 2 {
		t.Errorf("let go %d times, want 2", len(lock.called))
	}
}

func TestAnotherTabHolds(t *testing.T) {
	answer := promise{settled: make(chan app.Value, 1)}
	answer.settled <- app.Null()
	held, release := settle(t.Context(), answer)
	if held {
		t.Error("two tabs hold one workspace")
	}
	release()
}

func TestWhatComesTooLateIsGivenBack(t *testing.T) {
	// settle asks twice: once for the caller, once to give back. A promise tells both.
	answer, lock := promise{settled: make(chan app.Value)}, letGo{called: make(chan bool, 2)}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	held, release := settle(ctx, answer)
	if held {
		t.Error("held after a cancel")
	}
	release()
	for range 2 {
		answer.settled <- lock
	}
	<-lock.called
}

func TestOutsideABrowserNobodyIsInTheWay(t *testing.T) {
	held, release := Hold(t.Context(), "w1")
	if !held {
		t.Error("not held")
	}
	release()
	if held, _ := Await(t.Context(), "w1"); !held || Persist(t.Context()) || Persisted(t.Context()) {
		t.Error("Await, Persist or Persisted")
	}
}
