// Picture and findings of what stands in the form, a moment after the last key press.

import { bringCloser } from "./close-up.js";
import { showPhotos } from "./photo-crop.js";

const WAIT_MS = 150;
const AGAIN_MS = 5000;
// Of the pictures that an address may ask for in a minute, five people behind it each take their share: enough at once
// for a whole headline, then one a second.
const AT_ONCE = 60;
const SHARE_MS = 1000;

const state = document.getElementById("preview-state");
const failure = document.getElementById("picture-failure");

export class Preview {
  #form;
  #showFindings;
  #showCount;
  #timer = 0;
  #request = null;
  #left = AT_ONCE;
  #since = performance.now();

  // showCount: given the chosen format, and what is still to do in it, as a figure and in words.
  constructor(form, showFindings, showCount) {
    this.#form = form;
    this.#showFindings = showFindings;
    this.#showCount = showCount;
    this.stage = document.getElementById("stage");
    addEventListener("online", () => this.ask());
  }

  // keepsUp: for what is moved without a pause, such as a slider: the picture follows on the way.
  ask(wait = WAIT_MS, { keepsUp = false } = {}) {
    if (keepsUp && this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fetch(), this.#refill() >= 1 ? wait : Math.max(wait, SHARE_MS));
  }

  // Returns how many pictures may be asked for at once.
  #refill() {
    const now = performance.now();
    this.#left = Math.min(AT_ONCE, this.#left + (now - this.#since) / SHARE_MS);
    this.#since = now;
    return this.#left;
  }

  #fetch() {
    this.#timer = 0;
    this.#left -= 1;
    this.#request?.abort();
    // XMLHttpRequest parses XML into nodes itself: no script turns text into markup, as the content policy demands.
    const request = new XMLHttpRequest();
    this.#request = request;
    request.open("POST", this.#form.dataset.preview);
    request.responseType = "document";
    request.overrideMimeType("application/xml");
    request.timeout = 15000;
    request.onload = () => (request.status === 200 && request.responseXML ? this.#show(request.responseXML) : this.#fail(request));
    request.onerror = request.ontimeout = () => this.#fail();
    this.stage.setAttribute("aria-busy", "true");
    request.send(valuesOf(this.#form));
  }

  #show(answer) {
    const [findings, picture, photos, count] = answer.documentElement.children;
    const before = this.stage.querySelector("svg");
    this.stage.replaceChildren(document.adoptNode(picture));
    bringCloser(before, picture);
    this.stage.removeAttribute("aria-busy");
    tellOfPictures("done");
    this.#showFindings(JSON.parse(findings.textContent));
    this.#showCount(count.getAttribute("format"), JSON.parse(count.textContent));
    showPhotos(JSON.parse(photos.textContent));
  }

  #fail(request = null) {
    // Too many at once from this address: it comes by itself a little later.
    if (request?.status === 429) return this.ask(1000 * (Number(request.getResponseHeader("Retry-After")) || 2));
    this.stage.removeAttribute("aria-busy");
    tellOfPictures("failed");
    // A line, or a server, that is down comes back.
    if (!request || request.status >= 500) this.ask(AGAIN_MS);
  }
}

// Tells how it went with the pictures: a listener when it is news, the eye as long as they are not what they should be.
export function tellOfPictures(key) {
  const told = state.dataset[key];
  // Some browsers would read out the same words again after every key press.
  if (state.textContent !== told) state.textContent = told;
  failure.textContent = key === "done" ? "" : told;
}

// Everything in the form except the files, which go their own way.
export function valuesOf(form, extra = {}) {
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && name !== "undo") values.append(name, value);
  }
  for (const [name, value] of Object.entries(extra)) values.set(name, value);
  return values;
}
