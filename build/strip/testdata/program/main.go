// Command program does what reads Go's table of functions: it collects garbage
// with live pointers in many frames, grows its stack, defers, panics and recovers.
// What it prints must not depend on whether it was stripped.
package main

import (
	"errors"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
)

type node struct {
	left, right *node
	label       string
}

type handler struct{ name string }

// rescue recovers, called directly, through a method value or through an interface:
// the last two put wrappers into the stack.
func (h handler) rescue() {
	if r := recover(); r != nil {
		say(h.name, "rescued", text(r))
	}
}

type rescuer interface{ rescue() }

func say(parts ...string) { os.Stdout.WriteString(strings.Join(parts, " ") + "\n") }

func text(v any) string {
	switch v := v.(type) {
	case runtime.Error:
		return "runtime error: " + v.Error()
	case error:
		return v.Error()
	case string:
		return v
	}
	return "something else"
}

// tree grows a tree whose only references are in frames while it collects garbage.
func tree(depth int) *node {
	if depth == 0 {
		return &node{label: "leaf"}
	}
	n := &node{label: strconv.Itoa(depth)}
	left := tree(depth - 1)
	if depth%5 == 0 {
		runtime.GC()
	}
	right := tree(depth - 1)
	n.left, n.right = left, right
	return n
}

func (n *node) count() int {
	if n == nil {
		return 0
	}
	return 1 + n.left.count() + n.right.count()
}

// deep needs a large stack, collects garbage at its bottom and panics there.
func deep(n int, words []string) int {
	local := [8]string{words[n%len(words)]}
	if n == 0 {
		runtime.GC()
		panic(errors.New("bottom"))
	}
	defer func() { local[1] = local[0] }()
	return deep(n-1, words) + len(local[0])
}

func fail(how string, index int) {
	list, table := []int{1, 2}, map[string]int(nil)
	switch how {
	case "index":
		list[index]++
	case "slice":
		_ = list[index:]
	case "map":
		table["x"]++
	case "nil":
		(*node)(nil).label = "x"
	case "type":
		_ = any(list).(string)
	case "divide":
		list[0] /= index - index
	default:
		panic(how)
	}
}

func direct(how string)      { defer handler{"direct"}.rescue(); fail(how, 7) }
func methodValue(how string) { f := handler{"value"}.rescue; defer f(); fail(how, 7) }
func throughInterface(how string) {
	var r rescuer = &handler{"interface"}
	defer r.rescue()
	fail(how, 7)
}
func inLoop(how string) {
	for i := range 3 {
		defer func() {
			if r := recover(); r != nil {
				say("loop", strconv.Itoa(i), text(r))
				panic("again")
			}
		}()
	}
	fail(how, 7)
}

// tooDeep must not recover: recover is called two functions below the panic.
func tooDeep() {
	defer func() { func() { say("too deep", strconv.FormatBool(recover() == nil)) }() }()
	panic("not for you")
}

// workers exchange words over channels, so that goroutines are parked with
// pointers in their frames when garbage is collected.
func workers(words []string) string {
	in, out := make(chan string), make(chan string)
	for range 4 {
		go func() {
			for w := range in {
				out <- strings.ToUpper(w) + string(make([]byte, 0, 64))
			}
		}()
	}
	go func() {
		for _, w := range words {
			in <- w
		}
		close(in)
	}()
	var got []string
	for range words {
		got = append(got, <-out)
		runtime.GC()
	}
	sort.Strings(got)
	return strings.Join(got, ",")
}

func main() {
	words := strings.Fields("a pack of cards and a pack of wolves")
	say("tree", strconv.Itoa(tree(12).count()))
	for _, how := range []string{"index", "slice", "map", "nil", "type", "divide", "own"} {
		direct(how)
		methodValue(how)
		throughInterface(how)
		func() {
			defer handler{"outside loop"}.rescue()
			inLoop(how)
		}()
	}
	func() {
		defer handler{"above"}.rescue()
		tooDeep()
	}()
	func() {
		defer handler{"deep"}.rescue()
		deep(2_000, words)
	}()
	say("workers", workers(words))
	defer say("goexit runs what was deferred")
	done := make(chan bool)
	go func() { defer close(done); runtime.Goexit() }()
	<-done
}
