//go:build js && wasm

// Command wasm is the engine as the browser loads it. It is the only place that
// knows JavaScript: it sets globalThis.almanacEngine = { call(Uint8Array):
// Uint8Array } and then waits for calls.
package main

import (
	"syscall/js"

	"almanac/wasm/service"
)

func main() {
	s := service.New()
	array := js.Global().Get("Uint8Array")
	call := js.FuncOf(func(_ js.Value, args []js.Value) any {
		request := make([]byte, args[0].Get("length").Int())
		js.CopyBytesToGo(request, args[0])
		answer := s.Call(request)
		out := array.New(len(answer))
		js.CopyBytesToJS(out, answer)
		return out
	})
	engine := js.Global().Get("Object").New()
	engine.Set("call", call)
	js.Global().Set("almanacEngine", engine)
	select {}
}
