// Filters, findings and changes of a contact sheet. Without it every picture is there, and nothing is said of them.
"use strict";

const body = document.body;
const form = document.querySelector(".filters");
const news = document.querySelector(".news");
const figures = [...document.querySelectorAll("figure")];
const PART = 24, PAUSE = 700;

// What is chosen stands in the address, so that it is kept when the page is drawn anew.
function chosen() { return Object.fromEntries(new FormData(form)); }

function wanted(figure, want) {
  const { language, trial } = figure.dataset;
  return (!want.format || figure.closest(".row").dataset.format === want.format)
    && (!want.trial || trial === want.trial)
    && (want.language === "all" || (want.language ? language === want.language : "first" in figure.dataset));
}

function fits(figure, show) {
  const worst = figure.dataset.worst;
  return !show || (show === "errors" ? worst === "error" : Boolean(worst));
}

function filter() {
  const want = chosen();
  for (const figure of figures) figure.hidden = !(wanted(figure, want) && fits(figure, want.show));
  for (const row of document.querySelectorAll(".row")) row.hidden = !row.querySelector("figure:not([hidden])");
  history.replaceState(null, "", "#" + new URLSearchParams(Object.entries(want).filter(([, value]) => value)));
  count(want);
}

function count(want) {
  const among = figures.filter((figure) => wanted(figure, want));
  const known = among.filter((figure) => "worst" in figure.dataset);
  const errors = known.filter((figure) => figure.dataset.worst === "error").length;
  const part = known.length < among.length ? `, ${known.length} judged` : "";
  news.textContent = among.length ? `${among.length} pictures${part}, ${errors} with errors` : "";
}

// Findings ----------------------------------------------------------------------------------------------------------

let asking = false;

async function ask() {
  if (asking || !("asks" in body.dataset)) return;
  asking = true;
  try {
    for (;;) {
      const want = chosen();
      const open = figures.filter((figure) => wanted(figure, want) && !("worst" in figure.dataset)).slice(0, PART);
      if (!open.length) break;
      const question = new URLSearchParams(open.map((figure) => ["cell", figure.dataset.cell]));
      const marks = open.map((figure) => figure.closest(".row").dataset.mark);
      const found = await answer(`/findings?${question}`);
      // What changed meanwhile is asked for again.
      open.forEach((figure, index) => {
        if (figure.closest(".row").dataset.mark === marks[index]) tell(figure, found[figure.dataset.cell]);
      });
      if (want.show) filter(); else count(want);
    }
  } catch {
    gone();
  } finally {
    asking = false;
  }
}

async function answer(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

function tell(figure, findings) {
  figure.dataset.worst = findings.length ? findings[0].severity : "";
  figure.querySelector("ul").replaceChildren(...findings.map(({ severity, slot, message }) => {
    const item = made("li", "", severity);
    item.append(made("b", `${severity} ${slot}`), ` ${message}`);
    return item;
  }));
}

function made(tag, text, className = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  return element;
}

// Changes -----------------------------------------------------------------------------------------------------------

function gone() { news.textContent = "The command has ended; start it again and reload."; }

async function look() {
  const state = await answer("/state");
  // Other pictures than before; the browser keeps the place.
  if (state.plan !== body.dataset.plan) { location.reload(); return; }
  mend(state.faults);
  let changed = false;
  for (const row of document.querySelectorAll(".row")) {
    const mark = state.marks[row.dataset.format];
    if (mark && mark !== row.dataset.mark) { redraw(row, mark); changed = true; }
  }
  if (changed) ask();
}

function redraw(row, mark) {
  row.dataset.mark = mark;
  for (const figure of row.querySelectorAll("figure")) {
    const address = `/picture/${figure.dataset.cell}.svg?v=${mark}`;
    figure.querySelector("img").src = address;
    figure.querySelector("a").href = address;
    delete figure.dataset.worst;
  }
}

function mend(faults) {
  const box = document.querySelector(".faults");
  box.hidden = !faults.length;
  document.querySelector("main").classList.toggle("old", faults.length > 0);
  box.querySelector("ol").replaceChildren(...faults.map(({ place, element, problem, cure }) => {
    const item = made("li", "");
    item.append(made("code", place), " ", made("strong", element), `: ${problem}; `, made("em", cure));
    return item;
  }));
}

async function watch() {
  try {
    if (!document.hidden) await look();
  } catch {
    gone();
  }
  setTimeout(watch, PAUSE);
}

for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
  const field = form.elements.namedItem(name);
  if (field) field.value = value;
}
form.hidden = !figures.length;
form.addEventListener("change", () => { filter(); ask(); });
form.addEventListener("submit", (event) => event.preventDefault());
filter();
ask();
if ("watch" in body.dataset) watch();
