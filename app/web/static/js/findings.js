// Findings beside their fields and in one summary; a fix is one press, and one press takes it back.

const line = document.getElementById("finding-line");
const summaryLine = document.getElementById("summary-line");

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
  const shown = document.getElementById(id);
  shown.replaceChildren(...findings.map(summaryItem));
  shown.parentElement.hidden = findings.length === 0;
}

// A tick that only some posters ask for comes with the first finding that does, and stays.
function offer(key) {
  document.getElementById(key)?.closest(".tick")?.removeAttribute("hidden");
}

function showBeside(list, findings) {
  const own = findings.filter((found) => found.slot === list.dataset.slot);
  list.hidden = own.length === 0;
  list.replaceChildren(...own.map(item));
  const field = document.getElementById(`text.${list.dataset.slot}`);
  field?.setAttribute("aria-invalid", String(own.some((found) => found.kind === "error")));
}

function item(found) {
  const made = line.content.cloneNode(true).firstElementChild;
  made.classList.add(`finding-${found.kind}`);
  made.firstElementChild.textContent = found.message;
  const button = made.querySelector(".fix");
  if (found.fix) {
    button.textContent = found.fix;
    button.dataset.changes = JSON.stringify(found.changes);
  } else {
    button.remove();
  }
  return made;
}

function summaryItem(found) {
  const made = summaryLine.content.cloneNode(true).firstElementChild;
  made.classList.add(`finding-${found.kind}`);
  const link = made.firstElementChild;
  link.textContent = found.message;
  if (found.slot) link.href = `#slot-${found.slot}`;
  return made;
}

export function listenToFixes(form, changed) {
  const banner = document.getElementById("fixed");
  const undo = document.getElementById("undo");
  let before = [];
  form.addEventListener("click", (event) => {
    const button = event.target.closest(".fix");
    if (!button) return;
    event.preventDefault();
    before = apply(form, JSON.parse(button.dataset.changes));
    banner.hidden = false;
    undo.focus({ preventScroll: true });
    changed();
  });
  undo.addEventListener("click", () => {
    apply(form, before);
    banner.hidden = true;
    changed();
  });
}

// Sets fields by their key in a content file; returns what they held.
function apply(form, changes) {
  const before = [];
  for (const [key, value] of changes) {
    const field = form.elements[key];
    if (!field) continue;
    const isTick = field.type === "checkbox";
    before.push([key, isTick ? field.checked : field.value]);
    if (isTick) field.checked = Boolean(value);
    else field.value = value;
  }
  return before;
}
