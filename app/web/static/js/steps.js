// On a narrow screen the form is filled in step by step. The step stands in the address, so that the back button works
// and a link to a field opens its step. On a wide one everything stands below each other.

export const narrow = matchMedia("(max-width: 52rem)");
const root = document.documentElement;
const steps = [...document.querySelectorAll(".step")];
const back = document.getElementById("step-back");
const on = document.getElementById("step-on");

const FIELDS = 'input:not([type="hidden"], [type="file"]), textarea, select, [type="file"]';

let shown = steps[0];

export function listenToSteps() {
  addEventListener("hashchange", () => follow());
  narrow.addEventListener("change", arrange);
  // A second press on the same link changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link?.hash && link.hash === location.hash && target()) follow();
  });
  arrange();
  if (target()) follow();
}

// Brings a field into sight, in whatever step it is.
export function reveal(field) {
  const step = field.closest(".step");
  if (!step || step === shown || !narrow.matches) return;
  show(step);
  history.replaceState(history.state, "", `#${step.id}`);
}

// Puts the focus on a field, or on the first of its slot while it is not there to be seen.
export function focusOn(field) {
  const closed = field.closest("details:not([open])");
  if (closed) closed.open = true;
  const seen = field.checkVisibility() ? field : firstField(field.closest(".slot"));
  seen?.focus({ preventScroll: true });
  // At once: what goes and comes with the change would lead a slow scroll astray.
  seen?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

function arrange() {
  root.classList.toggle("stepping", narrow.matches);
  show(document.activeElement?.closest(".step") ?? target()?.closest(".step") ?? shown);
}

function target() {
  const found = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return found?.closest(".step") ? found : null;
}

function follow() {
  const found = target();
  if (!found && location.hash) return;
  const step = found?.closest(".step") ?? steps[0];
  show(step);
  if (found?.matches(FIELDS)) return focusOn(found);
  if (found && found !== step) return firstField(found)?.focus();
  step.querySelector("h2").focus({ preventScroll: true });
  step.scrollIntoView({ block: "start" });
}

// Returns the field of a slot that one comes to first.
export function firstField(slot) {
  const closed = slot.closest("details:not([open])");
  if (closed) closed.open = true;
  const fields = [...slot.querySelectorAll(FIELDS)].filter((field) => field.checkVisibility());
  return fields.find((field) => field.type !== "radio" || field.checked) ?? fields[0];
}

function show(step) {
  shown = step;
  const index = steps.indexOf(step);
  for (const each of steps) each.classList.toggle("current", each === step);
  root.classList.toggle("last-step", index === steps.length - 1);
  point(back, steps[index - 1]);
  point(on, steps[index + 1]);
  for (const link of document.querySelectorAll(".steps-nav a")) {
    if (link.hash === `#${step.id}` && narrow.matches) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
}

function point(link, step) {
  link.hidden = !step;
  if (step) link.hash = step.id;
}
