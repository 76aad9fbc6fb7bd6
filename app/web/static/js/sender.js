// The sender of a poster, remembered on this device for the next one; only while somebody wishes it.

const KEY = "sender";

export function listenToSender(form, changed) {
  const memory = document.getElementById("sender-memory");
  if (!memory || !works()) return;
  const fields = [...form.elements].filter(({ name }) => name.startsWith("imprint."));
  const tick = document.getElementById("sender-remember");
  const offer = document.getElementById("sender-offer");

  const known = read();
  tick.checked = isSame(fields, known);
  memory.hidden = false;
  offer.hidden = !known || fields.some(({ value }) => value.trim());
  if (known) document.getElementById("sender-known").textContent = summary(fields, known);

  tick.addEventListener("change", () => (tick.checked ? write(fields) : forget()));
  form.addEventListener("input", ({ target }) => {
    if (!target.name?.startsWith("imprint.")) return;
    offer.hidden = true;
    if (tick.checked) write(fields);
  });
  document.getElementById("sender-use").addEventListener("click", () => {
    for (const field of fields) field.value = known[field.name] ?? "";
    for (const more of form.querySelectorAll("details.more")) more.open ||= fields.some((field) => more.contains(field) && field.value);
    tick.checked = true;
    offer.hidden = true;
    fields[0].focus();
    changed();
  });
  document.getElementById("sender-forget").addEventListener("click", () => {
    forget();
    tick.checked = false;
    offer.hidden = true;
    fields[0].focus();
  });
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function write(fields) {
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(fields.map(({ name, value }) => [name, value]))));
}

function forget() {
  localStorage.removeItem(KEY);
}

function isSame(fields, known) {
  return Boolean(known) && fields.every(({ name, value }) => value === (known[name] ?? ""));
}

function summary(fields, known) {
  return fields
    .map(({ name }) => known[name]?.trim())
    .filter(Boolean)
    .join(", ");
}

// A browser may keep nothing for a page, or have no room left: then nothing is offered.
function works() {
  try {
    localStorage.setItem(`${KEY} works`, "");
    localStorage.removeItem(`${KEY} works`);
    return true;
  } catch {
    return false;
  }
}
