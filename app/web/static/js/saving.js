// Keeps the poster while it is made. Two windows never overwrite each other in silence.
//
// Every page of the editor has a name of its own and numbers its saves. The server keeps who saved last, so a page may
// save over what it saved itself, whether it heard the answer or not, and is told of what anybody else saved.

import { valuesOf } from "./preview.js";
import { passes } from "./sending.js";
import { putBack, Unsaved } from "./unsaved.js";

const WAIT_MS = 1000;
const AGAIN_MS = 5000;
// Browsers let requests outlive their page up to 64 KiB.
const MOST_KEPT_ALIVE = 60_000;

export class Saving {
  #form;
  #fields;
  #unsaved;
  #timer = 0;
  #running = false;
  #waiting = false;
  #stopped = false;
  #leaving = false;

  constructor(form) {
    this.#form = form;
    this.#fields = form.elements;
    this.#unsaved = new Unsaved(form);
    this.state = document.getElementById("saved");
    this.banner = document.getElementById("conflict");
    this.newest = this.#fields.revision.value;
    this.#fields.page.value = nameOfPage();
    // A page that is being left asks for the next one after the first of these, and may never hear of the last.
    for (const name of ["beforeunload", "pagehide"]) addEventListener(name, () => this.#leave());
    document.addEventListener("visibilitychange", () => document.hidden && this.#hurry());
    this.banner.querySelector("a").addEventListener("click", () => this.#unsaved.forget());
    // Only this button knowingly saves over what the other window kept.
    this.banner.querySelector('[value="save"]').addEventListener("click", () => (this.#fields.revision.value = this.newest));
    // The page came with the news itself: what it holds is saved on wish only, whichever button is pressed.
    if (!this.banner.hidden) {
      this.#fields.revision.value = -1;
      this.#stop();
    }
    form.addEventListener("submit", (event) => event.defaultPrevented || this.#handOver());
    this.line = document.getElementById("line-state");
    addEventListener("offline", () => this.#tell("offline"));
    addEventListener("online", () => this.#resume());
    const at = document.getElementById("saved-at");
    if (at.dataset.since) tellTime(at, new Date(1000 * at.dataset.since));
  }

  // Takes up what an earlier page of this tab had not heard to be kept. Returns whether there was anything.
  takeUp() {
    const held = this.#unsaved.held();
    if (!held) return false;
    const turns = JSON.parse(this.#form.dataset.turns);
    const [page, turn, revision] = ["page", "turn", "revision"].map((name) => held.get(name));
    if (turns.some(([other, number]) => other === page && number >= Number(turn))) {
      this.#unsaved.forget();
      return false;
    }
    const wasLast = turns.at(-1)?.[0] === page;
    putBack(this.#form, held);
    this.#fields.page.value = page;
    this.#fields.turn.value = turn;
    this.#fields.revision.value = revision;
    if (revision === this.newest || wasLast) this.#save();
    else this.#conflict(this.newest);
    return true;
  }

  ask(wait = WAIT_MS) {
    // Whoever types is still here: what left was a download.
    this.#leaving = false;
    this.#hold();
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
    try {
      const answer = await this.#send();
      if (answer.status === 409) this.#conflict((await answer.json()).revision);
      else if (answer.ok) this.#done(await answer.json());
      else if (passes(answer.status)) this.#failed(1000 * Number(answer.headers.get("Retry-After")));
      else this.#refused((await answer.json()).message);
    } catch {
      this.#failed();
    } finally {
      this.#running = false;
    }
  }

  #send() {
    const values = this.#next();
    return fetch(this.#form.action, {
      method: "POST",
      body: values,
      headers: { Accept: "application/json" },
      keepalive: String(values).length < MOST_KEPT_ALIVE,
    });
  }

  // Returns the values of the next save, and holds them until they are known to be kept.
  #next() {
    this.#fields.turn.value = Number(this.#fields.turn.value) + 1;
    const values = valuesOf(this.#form, { do: "save" });
    this.#unsaved.hold(values);
    return values;
  }

  // Holds what no save has taken along yet: the turn is that of the save to come.
  #hold() {
    this.#unsaved.hold(valuesOf(this.#form, { do: "save", turn: Number(this.#fields.turn.value) + 1 }));
  }

  #leave() {
    this.#leaving = true;
    this.#hurry();
  }

  #hurry() {
    if (!this.#waiting || this.#stopped) return;
    if (!this.#running) return this.#save();
    // Beside the save under way: should that arrive last, the server knows it by its number.
    this.#waiting = false;
    this.#send().catch(() => this.ask(AGAIN_MS));
  }

  #done({ revision }) {
    this.#fields.revision.value = this.newest = revision;
    if (this.#waiting) return;
    // The next page may have been made before this save landed, so a page that is left forgets nothing.
    if (!this.#leaving) this.#unsaved.forget();
    this.#tell("saved");
  }

  // What waited for a line goes off at once; without anything that waits, all is kept.
  #resume() {
    const waits = this.#unsaved.held() && !this.#stopped;
    this.line.textContent = this.line.dataset.online;
    if (waits) this.ask(0);
    else this.#tell(Number(this.newest) ? "saved" : "");
  }

  #failed(wait = 0) {
    this.#tell(navigator.onLine ? "failed" : "offline");
    this.ask(wait || AGAIN_MS);
  }

  // No second try helps: the poster is gone, or the page too old. The tab goes on holding what is typed.
  #refused(message) {
    this.#stop();
    this.#tell("failed");
    this.state.textContent = this.line.textContent = message;
  }

  #conflict(newest) {
    this.#stop();
    this.newest = newest;
    this.state.textContent = "";
    this.banner.hidden = false;
  }

  // The form goes off as a whole. What is held stays until the next page of the editor knows that it was kept.
  #handOver() {
    const isKept = !this.#waiting && !this.#running && !this.#unsaved.held();
    this.#next();
    if (isKept) this.#unsaved.forget();
    this.#stop();
  }

  #stop() {
    this.#stopped = true;
    this.#waiting = false;
    clearTimeout(this.#timer);
  }

  #tell(key) {
    const told = this.state.dataset[key] ?? "";
    this.state.className = key;
    // A screen reader hears of the line when it goes and comes back, not of every save.
    if (this.line.dataset[key] && this.state.textContent !== told) this.line.textContent = this.line.dataset[key];
    this.state.textContent = told;
    const at = document.getElementById("saved-at");
    at.textContent = "";
    if (key === "saved") tellTime(at, new Date());
  }
}

function tellTime(place, moment) {
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(moment);
  place.textContent = place.dataset.at.replace("{time}", time);
  place.dateTime = moment.toISOString();
}

function nameOfPage() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
