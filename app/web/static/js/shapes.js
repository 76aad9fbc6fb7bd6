// The same poster in all its shapes at once: small pictures, and what is still to do in each format. They follow a
// moment after the large picture, and only while somebody can see them.

import { tellOfPictures, valuesOf } from "./preview.js";

const WAIT_MS = 900;
const LEAST_MS = 2500;
const AGAIN_MS = 10_000;

export class Shapes {
  #form;
  #timer = 0;
  #last = -LEAST_MS;
  #isStale = true;
  #isSeen = false;
  #hasFailed = false;

  constructor(form) {
    this.#form = form;
    this.strip = document.getElementById("shapes");
    this.buttons = [...this.strip.querySelectorAll("button")];
    this.badges = [...document.querySelectorAll("[data-badge]")];
    this.strip.hidden = this.buttons.length < 2;
    for (const button of this.buttons) button.addEventListener("click", () => choose(form, button));
    // A strip of many shapes is wider than its place, and a browser may leave the one with the focus half outside.
    this.strip.addEventListener("focusin", ({ target }) => target.scrollIntoView({ block: "nearest", inline: "nearest" }));
    for (const radio of form.elements.format) radio.addEventListener("change", () => this.#press());
    new IntersectionObserver(([entry]) => {
      this.#isSeen = entry.isIntersecting;
      if (this.#isStale) this.ask(0);
    }).observe(this.strip.hidden ? document.getElementById("formaten") : this.strip);
  }

  ask(wait = WAIT_MS) {
    this.#isStale = true;
    for (const badge of this.badges) badge.classList.add("stale");
    clearTimeout(this.#timer);
    if (!this.#isSeen) return;
    const rest = this.#last + LEAST_MS - performance.now();
    this.#timer = setTimeout(() => this.#fetch(), Math.max(wait, rest));
  }

  #fetch() {
    this.#last = performance.now();
    this.#isStale = false;
    // As for the large picture: the browser itself turns XML into nodes.
    const request = new XMLHttpRequest();
    request.open("POST", this.#form.dataset.shapes);
    request.responseType = "document";
    request.overrideMimeType("application/xml");
    request.timeout = 15000;
    request.onload = () => (request.status === 200 && request.responseXML ? this.#show(request.responseXML) : this.#fail());
    request.onerror = request.ontimeout = () => this.#fail();
    request.send(valuesOf(this.#form));
  }

  #show(answer) {
    const [counts, ...pictures] = answer.documentElement.children;
    const told = JSON.parse(counts.textContent);
    if (this.#hasFailed) tellOfPictures("done");
    this.#hasFailed = false;
    this.buttons.forEach((button, index) => {
      button.querySelector(".shape-picture").replaceChildren(document.adoptNode(pictures[index]));
    });
    // What was typed meanwhile may have changed the counts: those to come will tell.
    if (!this.#isStale) for (const format in told) this.know(format, told[format]);
  }

  // Shows what is still to do in one format.
  know(format, count) {
    for (const badge of this.badges) if (badge.dataset.badge === format) mark(badge, count);
  }

  #fail() {
    tellOfPictures("shapesFailed");
    this.#hasFailed = true;
    this.ask(AGAIN_MS);
  }

  #press() {
    const chosen = tabOf(this.#form);
    bringIn(chosen.closest("fieldset"), chosen.parentElement);
    for (const button of this.buttons) {
      const isPressed = button.dataset.shape === chosen.dataset.shape;
      button.setAttribute("aria-pressed", String(isPressed));
      if (isPressed) bringIn(this.strip, button);
    }
  }
}

// Chooses the format of a shape that was looked at last, else the one that it is pictured in.
function choose(form, button) {
  const tabs = [...form.elements.format].filter((radio) => radio.dataset.shape === button.dataset.shape);
  const wished = tabs.find((radio) => radio.checked) ?? tabs.find((radio) => radio.value === button.dataset.format);
  if (!wished.checked) wished.click();
}

// Where there are more than fit, the chosen one is in sight; the page stays where it is.
function bringIn(list, { offsetLeft, offsetTop }) {
  list.scrollTo({ left: offsetLeft - list.clientWidth / 2, top: offsetTop - list.clientHeight / 2 });
}

function tabOf(form) {
  return [...form.elements.format].find((radio) => radio.checked);
}

// A figure for the eye, words for those who hear the page.
function mark(badge, [number, words]) {
  const figure = document.createElement("span");
  figure.ariaHidden = "true";
  figure.textContent = number || "✓";
  const told = document.createElement("span");
  told.className = "unseen";
  told.textContent = ` ${words}`;
  badge.classList.toggle("badge-good", !number);
  badge.classList.remove("stale");
  badge.replaceChildren(figure, told);
  badge.hidden = false;
}
