// The editor, quicker. Without this module the same form works by its buttons.

import { listenToKeyboard } from "./close-up.js";
import { hideFixed, listenToFixes, showFindings } from "./findings.js";
import { listenToFiles } from "./files.js";
import { History } from "./history.js";
import { exchangeLanguages, listenToLanguage } from "./language.js";
import { listenToLeaving } from "./leaving.js";
import { keepPlace, takePlace } from "./place.js";
import { Preview } from "./preview.js";
import { Saving } from "./saving.js";
import { listenToSender } from "./sender.js";
import { Shapes } from "./shapes.js";
import { focusOn, listenToSteps, reveal } from "./steps.js";
import { offerReadyTexts, offerSuggestions, showCounts } from "./texts.js";

const form = document.getElementById("poster-form");
document.documentElement.classList.add("scripted");

const shapes = new Shapes(form);
const preview = new Preview(form, showFindings, (format, count) => shapes.know(format, count));
// The Enter key presses the form's first button; the preview needs no new page for that.
form.addEventListener("submit", (event) => {
  if (event.submitter?.value !== "preview") return;
  event.preventDefault();
  preview.ask();
});
const saving = new Saving(form);
const isTakenUp = saving.takeUp();
const past = new History(form, restored);
const editor = document.querySelector(".editor");

// event: what the browser tells of a change; nothing for what modules do.
function changed(event = null) {
  exchangeLanguages(form, event?.target);
  past.record(event);
  editor.classList.remove("fresh");
  hideFixed();
  follow(event?.target);
}

function follow(field) {
  showCounts(form, field);
  preview.ask(undefined, { keepsUp: field?.type === "range" });
  shapes.ask();
  saving.ask();
}

// After a step back or forward. moves: whether the focus goes along.
function restored(field, moves) {
  hideFixed();
  if (field) reveal(field);
  if (moves && field) focusOn(field);
  // Whoever draws something from the fields draws it anew.
  form.dispatchEvent(new CustomEvent("restored"));
  if (/language$/.test(field?.name)) return reload();
  follow(null);
}

// Another language has other ideas and placeholders: the page that has them comes from the server.
function reload() {
  form.requestSubmit(form.querySelector('[value="save"]'));
}

// The next page opens at the same step and in the same place.
form.addEventListener("submit", ({ submitter }) => {
  if (!/^(taal:|save$)/.test(submitter?.value)) return;
  submitter.formAction = form.action + location.hash;
  keepPlace(form);
});

form.addEventListener("input", (event) => event.target.name && !event.target.name.startsWith("ready.") && changed(event));
// Formats stand outside the form, beside the picture; they change what is shown, not what is kept.
for (const tab of document.querySelectorAll('input[name="format"]')) {
  tab.addEventListener("change", () => preview.ask());
}
for (const name of ["language", "second_language"]) {
  if (form.elements[name]) listenToLanguage(form, form.elements[name], reload);
}
document.getElementById("resume").addEventListener("focus", (event) => event.target.select());

showCounts(form);
offerSuggestions(form, changed);
offerReadyTexts(form, changed);
listenToFixes(form, changed, () => past.undo(true));
listenToSender(form, changed);
listenToFiles(form, changed);
listenToLeaving(form);
listenToSteps();
listenToKeyboard();
takePlace(form);
if (isTakenUp) {
  editor.classList.remove("fresh");
  preview.ask();
} else if ([...form.elements].some(isTouched)) {
  // What was typed or ticked before this module was there counts too.
  changed();
  follow(null);
}

function isTouched(field) {
  if (field.matches('[type="checkbox"], [type="radio"]')) return field.name && field.checked !== field.defaultChecked;
  return field.matches('textarea, [type="text"]') && field.value !== field.defaultValue;
}
