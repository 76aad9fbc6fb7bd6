// The editor, quicker. Without this module the same form works by its buttons.

import { showCounts, offerSuggestions } from "./texts.js";
import { listenToFixes, showFindings } from "./findings.js";
import { listenToFiles } from "./files.js";
import { Preview } from "./preview.js";
import { Saving } from "./saving.js";

const form = document.getElementById("poster-form");
document.documentElement.classList.add("scripted");

const preview = new Preview(form, showFindings);
// The Enter key presses the form's first button; the preview needs no new page for that.
form.addEventListener("submit", (event) => {
  if (event.submitter?.value !== "preview") return;
  event.preventDefault();
  preview.ask();
});
const saving = new Saving(form);

function changed() {
  showCounts(form);
  preview.ask();
  saving.ask();
}

form.addEventListener("input", changed);
// Formats stand outside the form, beside the picture; they change what is shown, not what is kept.
for (const tab of document.querySelectorAll('input[name="format"]')) {
  tab.addEventListener("change", () => preview.ask());
}
// Another language has other ideas and placeholders: the page that has them comes from the server.
form.elements.language?.addEventListener("change", () => form.requestSubmit(form.querySelector('[value="save"]')));
document.getElementById("resume").addEventListener("focus", (event) => event.target.select());

showCounts(form);
offerSuggestions(form, changed);
listenToFixes(form, changed);
listenToFiles(form, changed);
if (saving.takeUp()) {
  showCounts(form);
  preview.ask();
} else if ([...form.elements].some(isTouched)) {
  // What was typed or ticked before this module was there counts too.
  changed();
}

function isTouched(field) {
  if (field.matches('[type="checkbox"], [type="radio"]')) return field.checked !== field.defaultChecked;
  return field.matches('textarea, [type="text"]') && field.value !== field.defaultValue;
}
