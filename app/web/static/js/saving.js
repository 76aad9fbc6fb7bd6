// Keeps the poster while it is made. Two windows never overwrite each other in silence.

import { valuesOf } from "./preview.js";

const WAIT_MS = 1000;
const AGAIN_MS = 5000;

export class Saving {
  #form;
  #timer = 0;
  #running = false;
  #waiting = false;
  #stopped = false;

  constructor(form) {
    this.#form = form;
    this.state = document.getElementById("saved");
    this.revision = form.elements.revision;
    addEventListener("pagehide", () => this.#waiting && this.#send(true));
    form.addEventListener("submit", (event) => event.defaultPrevented || this.#stop());
  }

  ask(wait = WAIT_MS) {
    if (this.#stopped) return;
    this.#waiting = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), wait);
  }

  async #save() {
    if (this.#running) return this.ask();
    this.#running = true;
    this.#waiting = false;
    this.#tell("saving");
    try {
      const answer = await this.#send(false);
      if (answer.status === 409) this.#conflict();
      else if (answer.ok) this.#done(await answer.json());
      else this.#failed();
    } catch {
      this.#failed();
    } finally {
      this.#running = false;
    }
  }

  #send(leaving) {
    return fetch(this.#form.action, {
      method: "POST",
      body: valuesOf(this.#form, { do: "save" }),
      headers: { Accept: "application/json" },
      keepalive: leaving,
    });
  }

  #done({ revision }) {
    this.revision.value = revision;
    if (!this.#waiting) this.#tell("saved");
  }

  #failed() {
    this.#tell("failed");
    this.ask(AGAIN_MS);
  }

  #conflict() {
    this.#stop();
    this.state.textContent = "";
    const banner = document.getElementById("conflict");
    banner.hidden = false;
    banner.scrollIntoView({ block: "center" });
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
