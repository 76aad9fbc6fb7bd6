// Picture and findings of what stands in the form, a moment after the last key press.

import { showPhotos } from "./photo-crop.js";

const WAIT_MS = 150;

export class Preview {
  #form;
  #showFindings;
  #timer = 0;
  #request = null;

  constructor(form, showFindings) {
    this.#form = form;
    this.#showFindings = showFindings;
    this.stage = document.getElementById("stage");
    this.state = document.getElementById("preview-state");
  }

  ask() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fetch(), WAIT_MS);
  }

  #fetch() {
    this.#request?.abort();
    // XMLHttpRequest parses XML into nodes itself: no script turns text into markup, as the content policy demands.
    const request = new XMLHttpRequest();
    this.#request = request;
    request.open("POST", this.#form.dataset.preview);
    request.responseType = "document";
    request.overrideMimeType("application/xml");
    request.timeout = 15000;
    request.onload = () => (request.status === 200 && request.responseXML ? this.#show(request.responseXML) : this.#fail());
    request.onerror = request.ontimeout = () => this.#fail();
    this.stage.setAttribute("aria-busy", "true");
    request.send(valuesOf(this.#form));
  }

  #show(answer) {
    const [findings, picture, photos] = answer.documentElement.children;
    this.stage.replaceChildren(document.adoptNode(picture));
    this.stage.removeAttribute("aria-busy");
    this.#tell("done");
    this.#showFindings(JSON.parse(findings.textContent));
    showPhotos(JSON.parse(photos.textContent));
  }

  #fail() {
    this.stage.removeAttribute("aria-busy");
    this.#tell("failed");
  }

  #tell(key) {
    this.state.textContent = this.state.dataset[key];
  }
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
