// Undo and redo for everything in the form: typing, choices, fixes, ideas, photos and logos.
//
// One history takes the place of the browser's own, which knows of typing only, forgets it when a fix is made, and would
// undo in another order than the buttons. It lasts as long as the tab, across reloads and changes of language.

import { valuesOf } from "./preview.js";
import { NOT_TYPED, putBack } from "./unsaved.js";

const MOST = 100;
// Key presses that follow each other within this time are one step.
const PAUSE_MS = 1000;
// Looking at another format, or at ready words, changes nothing of the poster.
const LOOKS = ["format", "ready.job", "ready.reader", "ready.message"];
const NOT_CONTENT = [...NOT_TYPED, ...LOOKS, "shown_language"];

export class History {
  #form;
  #key;
  #restored;
  #past = [];
  #future = [];
  #run = "";
  #at = 0;

  // restored: called with the first field that changed, after every step back or forward.
  constructor(form, restored) {
    this.#form = form;
    this.#restored = restored;
    this.#key = `history ${form.getAttribute("action")}`;
    this.now = this.#state();
    this.#remember();
    this.told = document.getElementById("undone");
    this.buttons = { undo: document.getElementById("undo-button"), redo: document.getElementById("redo-button") };
    document.getElementById("undo-redo").hidden = false;
    for (const name of ["undo", "redo"]) this.buttons[name].addEventListener("click", () => this[name]());
    document.addEventListener("keydown", (event) => this.#press(event));
    // The menu of a browser, or a shaken phone.
    form.addEventListener("beforeinput", (event) => this.#ask(event, { historyUndo: "undo", historyRedo: "redo" }[event.inputType]));
    addEventListener("pagehide", () => this.#keep());
    this.#show();
  }

  // Takes note of what has changed. event: what the browser tells of it; nothing for what scripts do.
  record(event) {
    const now = this.#state();
    if (now === this.now) return;
    const run = runOf(event);
    const goesOn = run && run === this.#run && performance.now() - this.#at < PAUSE_MS;
    if (!goesOn) this.#past = [...this.#past, this.now].slice(-MOST);
    this.#future = [];
    this.now = now;
    this.#run = run;
    this.#at = performance.now();
    this.#show();
  }

  undo(moves = false) {
    this.#go(this.#past, this.#future, "undone", moves);
  }

  redo(moves = false) {
    this.#go(this.#future, this.#past, "redone", moves);
  }

  // moves: whether the focus goes to what has changed; from the buttons it stays on them.
  #go(from, to, how, moves) {
    if (!from.length) return;
    const before = new URLSearchParams(this.now);
    to.push(this.now);
    this.now = from.pop();
    this.#run = "";
    const values = new URLSearchParams(this.now);
    for (const name of LOOKS) values.set(name, this.#form.elements[name]?.value ?? "");
    putBack(this.#form, values);
    this.#show();
    const field = changedField(this.#form, before, values);
    // The same words twice are no change, and a screen reader would say nothing.
    this.told.textContent = "";
    this.told.textContent = this.told.dataset[how].replace("{what}", nameOf(field));
    this.#restored(field, moves);
  }

  #press(event) {
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === "z") this.#ask(event, event.shiftKey ? "redo" : "undo");
    else if (key === "y" && !event.shiftKey) this.#ask(event, "redo");
  }

  #ask(event, name) {
    if (!name) return;
    event.preventDefault();
    this[name](true);
  }

  #state() {
    const values = valuesOf(this.#form);
    for (const name of NOT_CONTENT) values.delete(name);
    // A slider may write 1 as 1.0.
    for (const field of this.#form.querySelectorAll('[type="range"]')) values.set(field.name, field.valueAsNumber);
    return String(values);
  }

  #show() {
    this.buttons.undo.setAttribute("aria-disabled", String(!this.#past.length));
    this.buttons.redo.setAttribute("aria-disabled", String(!this.#future.length));
  }

  #keep() {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify([this.#past, this.now, this.#future]));
    } catch {
      // No room, or no storage for this page: the history then ends with it.
    }
  }

  #remember() {
    try {
      const [past, then, future] = JSON.parse(sessionStorage.getItem(this.#key)) ?? [[], this.now, []];
      const isSame = inOrder(then) === inOrder(this.now);
      this.#past = isSame ? past : [...past, then];
      this.#future = isSame ? future : [];
    } catch {
      // Nothing was kept.
    }
  }
}

// Two pages may have the same fields in another order.
function inOrder(state) {
  const values = new URLSearchParams(state);
  values.sort();
  return String(values);
}

// Returns what a change is part of: typing or wiping in one field, moving one slider. Nothing for what stands alone.
function runOf(event) {
  const field = event?.target;
  if (!field?.matches?.('textarea, [type="text"], [type="range"]')) return "";
  return `${field.name} ${event.inputType?.startsWith("delete") ?? ""}`;
}

function changedField(form, before, after) {
  const names = new Set([...before.keys(), ...after.keys()]);
  const name = [...names].find((each) => !LOOKS.includes(each) && String(before.getAll(each)) !== String(after.getAll(each)));
  return name ? form.querySelector(`[name="${CSS.escape(name)}"]:is([type="checkbox"], :checked, :not([type="radio"]))`) : null;
}

function nameOf(field) {
  const label = field?.closest(".line, .tick, .slider, .slot")?.querySelector("label, legend");
  return label?.firstChild?.textContent.trim() ?? "";
}
