// Characters left, ready-made ideas for one text, and ready-made texts for a whole poster.

import { apply } from "./findings.js";

// So many characters before the end a screen reader says how many are left.
const NEAR = 10;
// After the last key press: what is heard must not come between two letters.
const TELL_MS = 700;

const segmenter = new Intl.Segmenter();
let timer = 0;

function lengthOf(text) {
  let length = 0;
  for (const _ of segmenter.segment(text.normalize("NFC").trim())) length += 1;
  return length;
}

// field: the one that was typed in just now; its end is told to those who hear the page.
export function showCounts(form, field = null) {
  for (const count of form.querySelectorAll("[data-count-of]")) {
    const counted = document.getElementById(count.dataset.countOf);
    const left = Number(counted.dataset.most) - lengthOf(counted.value);
    count.textContent = wordsFor(count, left);
    count.classList.toggle("near", left >= 0 && left <= NEAR);
    count.classList.toggle("over", left < 0);
    if (counted === field) tell(left <= NEAR ? count.textContent : "");
  }
}

function wordsFor({ dataset }, left) {
  const key = left < 0 ? "over" : "left";
  const number = Math.abs(left);
  return number === 1 ? dataset[`${key}One`] : dataset[key].replace("{number}", number);
}

function tell(words) {
  clearTimeout(timer);
  const place = document.getElementById("count-told");
  timer = setTimeout(() => (place.textContent = words), words ? TELL_MS : 0);
}

export function offerSuggestions(form, changed) {
  for (const group of form.querySelectorAll(".suggestions")) {
    group.hidden = false;
    group.addEventListener("click", (event) => {
      const chosen = event.target.closest(".suggestion");
      if (!chosen) return;
      document.getElementById(group.dataset.for).value = chosen.textContent;
      changed();
    });
  }
}

// Shows what would come as soon as it is chosen; one press fills it in, as one step of the history.
export function offerReadyTexts(form, changed) {
  const box = document.getElementById("ready");
  if (!box) return;
  const offers = JSON.parse(box.dataset.offers);
  const selects = [...box.querySelectorAll("select")];
  const chosen = () => offers[selects.map(({ value }) => value).join(" ")] ?? [];
  const show = () => {
    const isTitle = ([key]) => key === box.dataset.title;
    const said = (texts) => texts.map(([, text]) => text).join(" · ");
    box.querySelector(".ready-title").textContent = said(chosen().filter(isTitle));
    box.querySelector(".ready-rest").textContent = said(chosen().filter((text) => !isTitle(text)));
  };
  box.addEventListener("change", show);
  document.getElementById("fill-ready").addEventListener("click", (event) => {
    event.preventDefault();
    apply(form, chosen());
    changed();
  });
  show();
}
