import assert from "node:assert/strict";
import { test } from "node:test";
import { commandFor, type Command, type Key } from "./combobox.ts";

function press(key: string, more: Partial<Key> = {}): Key {
  const none = { keyCode: 0, isComposing: false, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
  return { key, ...none, ...more };
}

const move = (to: number): Command => ({ do: "move", to });

test("which key does what", () => {
  const cases: [string, number, number, Command | null][] = [
    ["ArrowDown", -1, 3, move(0)],
    ["ArrowDown", 1, 3, move(2)],
    ["ArrowDown", 2, 3, move(-1)],
    ["ArrowUp", -1, 3, move(2)],
    ["ArrowUp", 2, 3, move(1)],
    ["ArrowUp", 0, 3, move(-1)],
    ["PageDown", -1, 9, move(4)],
    ["PageDown", 6, 9, move(8)],
    ["PageUp", 8, 9, move(3)],
    ["PageUp", 2, 9, move(0)],
    ["PageUp", -1, 9, null],
    ["ArrowDown", -1, 0, null],
    ["ArrowUp", -1, 0, null],
    ["PageDown", -1, 0, null],
    ["Enter", 1, 3, { do: "choose", index: 1 }],
    ["Enter", -1, 3, { do: "submit" }],
    ["Enter", -1, 0, { do: "submit" }],
    ["Escape", 1, 3, { do: "dismiss" }],
    ["Home", 1, 3, null],
    ["End", 1, 3, null],
    ["ArrowLeft", 1, 3, null],
    ["Tab", 1, 3, null],
    ["a", 1, 3, null],
  ];
  for (const [key, active, count, want] of cases) {
    assert.deepEqual(commandFor(press(key), active, count), want, `${key} at ${active} of ${count}`);
  }
});

test("keys of an input method are left to it", () => {
  for (const key of ["Enter", "Escape", "ArrowDown", "ArrowUp"]) {
    assert.equal(commandFor(press(key, { isComposing: true }), 0, 3), null);
    assert.equal(commandFor(press(key, { keyCode: 229 }), 0, 3), null);
  }
});

test("with a modifier only Enter is ours", () => {
  for (const modifier of ["altKey", "ctrlKey", "metaKey", "shiftKey"]) {
    assert.equal(commandFor(press("ArrowDown", { [modifier]: true }), -1, 3), null);
    assert.deepEqual(commandFor(press("Enter", { [modifier]: true }), 0, 3), { do: "choose", index: 0 });
  }
});
