// The sender of a poster, remembered on this device for the next one; only while somebody wishes it.

const KEY = "sender";

export function listenToSender(form, changed) {
  const memory = document.getElementById("sender-memory");
  if (!memory || !works()) return;
  const fields = [...form.elements].filter(({ name }) => name.startsWith("imprint."));
  const tick = document.getElementById("sender-remember");
  const offer = document.getElementById("sender-offer");

  const known = read();
  const isEmpty = !fields.some(({ value }) => value.trim());
  // What is remembered stays so, unless this poster has another sender already.
  tick.checked = known && (isEmpty || isSame(fields, known));
  memory.hidden = false;
  offer.hidden = !known || !isEmpty;
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
    const known = JSON.parse(localStorage.getItem(KEY));
    return known && Object.values(known).some((value) => value.trim()) ? known : null;
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
  return fields.every(({ name, value }) => value === (known[name] ?? ""));
}

// As on an envelope: the postcode stands with its town.
function summary(fields, known) {
  const parts = fields.map(({ name }) => [name, known[name]?.trim()]).filter(([, value]) => value);
  return parts.map(([name, value], index) => (index ? (parts[index - 1][0] === "imprint.postcode" ? " " : ", ") : "") + value).join("");
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
