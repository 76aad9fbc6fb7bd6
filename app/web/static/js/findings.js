// Findings beside their fields and in one summary; a fix is one press, and one press takes it back.

import { firstField } from "./steps.js";

const line = document.getElementById("finding-line");
const summaryLine = document.getElementById("summary-line");
const shown = new WeakMap();

export function showFindings(findings) {
  for (const list of document.querySelectorAll("ul.findings[data-slot]")) showBeside(list, findings);
  const toDo = findings.filter(stops);
  list("summary", toDo);
  list("advice", findings.filter((found) => !stops(found)));
  document.getElementById("all-good").hidden = toDo.length > 0;
  for (const [key] of findings.flatMap(({ changes }) => changes)) offer(key);
}

function stops({ kind }) {
  return kind === "error" || kind === "todo";
}

function list(id, findings) {
  const place = document.getElementById(id);
  if (!renew(place, findings, summaryItem)) document.querySelector('[name="format"]:checked').focus();
  place.parentElement.hidden = findings.length === 0;
  place.parentElement.querySelector(".badge").textContent = findings.length;
}

// Shows findings in a list. Whoever was on a button or a link of it is on the same one again; false if that is gone.
function renew(list, findings, make) {
  const told = JSON.stringify(findings);
  if (shown.get(list) === told) return true;
  shown.set(list, told);
  const words = list.contains(document.activeElement) ? document.activeElement.textContent : null;
  list.replaceChildren(...findings.map(make));
  if (words === null) return true;
  const same = [...list.querySelectorAll("a, button")].find(({ textContent }) => textContent === words);
  same?.focus({ preventScroll: true });
  return Boolean(same);
}

// A tick that only some posters ask for comes with the first finding that does, and stays.
function offer(key) {
  document.getElementById(key)?.closest(".tick")?.removeAttribute("hidden");
}

function showBeside(list, findings) {
  const own = findings.filter((found) => found.slot === list.dataset.slot);
  list.hidden = own.length === 0;
  if (!renew(list, own, item)) firstField(list.closest(".slot"))?.focus();
  const field = document.getElementById(`text.${list.dataset.slot}`);
  field?.setAttribute("aria-invalid", String(own.some((found) => found.kind === "error")));
}

function item(found) {
  const made = line.content.cloneNode(true).firstElementChild;
  made.classList.add(`finding-${found.kind}`);
  made.firstElementChild.textContent = found.message;
  putFix(made, found);
  const why = made.querySelector(".why-link");
  if (found.kind === "todo") why.remove();
  else why.setAttribute("href", `${why.getAttribute("href")}#${found.code}`);
  return made;
}

function summaryItem(found) {
  const made = summaryLine.content.cloneNode(true).firstElementChild;
  made.classList.add(`finding-${found.kind}`);
  const link = made.firstElementChild;
  link.textContent = found.message;
  if (found.anchor) link.href = `#${found.anchor}`;
  putFix(made, found);
  return made;
}

function putFix(made, { fix, changes }) {
  const button = made.querySelector(".fix");
  if (!fix) return button.remove();
  button.textContent = fix;
  button.dataset.changes = JSON.stringify(changes);
}

// Calls changed after a fix, undo when it is to be taken back: while it is the last thing that was done.
export function listenToFixes(form, changed, undo) {
  const banner = document.getElementById("fixed");
  const button = document.getElementById("undo");
  document.addEventListener("click", (event) => {
    const fix = event.target.closest(".fix, .fix-plain");
    if (!fix) return;
    event.preventDefault();
    apply(form, JSON.parse(fix.dataset.changes));
    changed();
    // Where it was pressed: the way back is in sight, and so is what comes next. A list that is done goes away.
    fix.closest(".summary section, .slot .findings, .prefilled").before(banner);
    banner.hidden = false;
    button.focus();
  });
  button.addEventListener("click", undo);
}

export function hideFixed() {
  document.getElementById("fixed").hidden = true;
}

// Sets fields by their key in a content file.
export function apply(form, changes) {
  for (const [key, value] of changes) {
    const field = form.elements[key];
    if (field?.type === "checkbox") field.checked = Boolean(value);
    else if (field) field.value = value;
  }
}
