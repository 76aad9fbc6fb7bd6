// Another language has other ideas and placeholders: the page that has them comes from the server. With a mouse or a
// finger it comes at once; with the keys, which pass every language on the way, on Enter or when the field is left.

// Whoever makes the second language the first one means both to change places, words and all.
export function exchangeLanguages(form, target) {
  const { language, second_language: second, shown_language: shown } = form.elements;
  if (!second || target !== language) return;
  const former = form.dataset.language ?? shown.value;
  form.dataset.language = language.value;
  if (second.value !== language.value) return;
  second.value = shown.value === language.value ? former : shown.value;
  for (const translation of form.querySelectorAll("[data-original]")) {
    const original = form.elements[translation.dataset.original];
    [original.value, translation.value] = [translation.value, original.value];
  }
}

export function listenToLanguage(form, field, reload) {
  const shown = field.querySelector("[selected]")?.value;
  let byKeys = false;
  let points = false;
  let waits = false;

  const apply = () => {
    if (waits) reload();
  };
  const forget = () => (waits = false);

  field.setAttribute("aria-describedby", `hint-language ${field.getAttribute("aria-describedby") ?? ""}`.trim());
  field.addEventListener("keydown", (event) => {
    byKeys = true;
    if (event.key !== "Enter" || !waits) return;
    event.preventDefault();
    apply();
  });
  field.addEventListener("change", () => {
    waits = field.value !== shown;
    if (!byKeys) apply();
  });
  field.addEventListener("blur", () => {
    // Another window comes before this one; the field is not left.
    if (document.activeElement === field) return;
    // What is pressed instead comes first, and may lead elsewhere.
    if (points) document.addEventListener("click", () => setTimeout(apply), { once: true });
    else setTimeout(apply);
  });
  field.addEventListener("pointerdown", () => (byKeys = false));
  document.addEventListener("pointerdown", () => (points = true), true);
  document.addEventListener("keydown", () => (points = false), true);
  // The next page has the new language, whichever button asks for it.
  form.addEventListener("submit", (event) => event.defaultPrevented || forget());
  addEventListener("beforeunload", forget);
}
