// Keeps the poster while it is made. Two windows never overwrite each other in silence.

import { valuesOf } from "./preview.js";
import { Unsaved } from "./unsaved.js";

const WAIT_MS = 1000;
const AGAIN_MS = 5000;
// Browsers let requests outlive their page up to 64 KiB.
const MOST_KEPT_ALIVE = 60_000;

export class Saving {
  #form;
  #unsaved;
  #sent = null;
  #timer = 0;
  #running = false;
  #waiting = false;
  #leaving = false;
  #stopped = false;

  constructor(form) {
    this.#form = form;
    this.#unsaved = new Unsaved(form);
    this.state = document.getElementById("saved");
    this.revision = form.elements.revision;
    // A page that is being left asks for the next one after the first of these, and may never hear of the last.
    for (const name of ["beforeunload", "pagehide"]) addEventListener(name, () => this.#leave());
    document.addEventListener("visibilitychange", () => document.hidden && this.#hurry());
    this.banner = document.getElementById("conflict");
    this.banner.querySelector("a").addEventListener("click", () => this.#unsaved.forget());
    // The page came with the news itself: what it holds is saved on wish only.
    if (!this.banner.hidden) this.#stop();
    form.addEventListener("submit", (event) => event.defaultPrevented || this.#handOver());
  }

  // Takes up what an earlier visit of this tab had not heard to be kept. Returns whether there was anything.
  takeUp() {
    const held = this.#unsaved.restore(this.#form);
    if (!held) return false;
    this.#sent = held.sent;
    this.#waiting = true;
    this.#save();
    return true;
  }

  ask(wait = WAIT_MS) {
    // Whoever types is still here: what left was a download.
    this.#leaving = false;
    this.#unsaved.hold(this.#values(), this.#sent);
    if (this.#stopped) return;
    this.#waiting = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), wait);
  }

  async #save() {
    if (this.#running) return this.ask();
    clearTimeout(this.#timer);
    this.#running = true;
    this.#waiting = false;
    this.#tell("saving");
    const values = this.#values();
    this.#unsaved.hold(values, values);
    try {
      const answer = await send(this.#form, values);
      if (answer.status === 409) await this.#behind(await answer.json());
      else if (answer.ok) this.#done(values, await answer.json());
      else this.#failed();
    } catch {
      this.#sent = values;
      this.#failed();
    } finally {
      this.#running = false;
    }
  }

  #values() {
    return valuesOf(this.#form, { do: "save" });
  }

  #leave() {
    this.#leaving = true;
    this.#hurry();
  }

  #hurry() {
    if (!this.#waiting || this.#stopped) return;
    if (!this.#running) return this.#save();
    // The save under way brings the next revision; this one follows it.
    const values = this.#values();
    values.set("revision", Number(this.revision.value) + 1);
    send(this.#form, values).catch(() => {});
  }

  #done(values, { revision }) {
    this.#sent = values;
    this.revision.value = revision;
    if (this.#waiting) return this.#unsaved.hold(this.#values(), values);
    // The next page may have been made before this save landed, so a page that is left forgets nothing.
    if (!this.#leaving) this.#unsaved.forget();
    this.#tell("saved");
  }

  // What is kept may be what this tab sent itself without hearing the answer: then a save of the same changes nothing.
  async #behind(told) {
    const answer = this.#sent && (await send(this.#form, this.#sent));
    if (!answer?.ok) return this.#conflict(told);
    this.revision.value = (await answer.json()).revision;
    this.#sent = null;
    this.ask(0);
  }

  #failed() {
    this.#tell("failed");
    this.ask(AGAIN_MS);
  }

  #conflict({ revision }) {
    this.#stop();
    this.state.textContent = "";
    this.banner.hidden = false;
    // Only this button knowingly saves over what the other window kept.
    this.banner.querySelector('[value="save"]').addEventListener("click", () => (this.revision.value = revision));
  }

  // The form goes off as a whole.
  #handOver() {
    this.#unsaved.forget();
    this.#stop();
  }

  #stop() {
    this.#stopped = true;
    this.#waiting = false;
    clearTimeout(this.#timer);
  }

  #tell(key) {
    this.state.classList.toggle("failed", key === "failed");
    this.state.textContent = this.state.dataset[key];
  }
}

function send(form, values) {
  return fetch(form.action, {
    method: "POST",
    body: values,
    headers: { Accept: "application/json" },
    keepalive: String(values).length < MOST_KEPT_ALIVE,
  });
}
