// Where somebody is, kept for the next page of the same form: the focus on the same control, the same part in sight.

export function keepPlace(form) {
  try {
    sessionStorage.setItem(keyOf(form), JSON.stringify([...whereOf(document.activeElement), scrollY]));
  } catch {
    // No room, or no storage for this page: the next one then begins at its top.
  }
}

export function takePlace(form) {
  try {
    const [found, index, top] = JSON.parse(sessionStorage.getItem(keyOf(form)));
    sessionStorage.removeItem(keyOf(form));
    document.querySelectorAll(found)[index]?.focus({ preventScroll: true });
    scrollTo({ top, behavior: "instant" });
  } catch {
    // Nothing was kept.
  }
}

// Returns by what an element is found again: a selector, and which of all that it finds.
function whereOf({ id, name, value, localName }) {
  if (id) return [`#${CSS.escape(id)}`, 0];
  if (name) return [`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`, 0];
  return [localName, [...document.querySelectorAll(localName)].indexOf(document.activeElement)];
}

function keyOf(form) {
  return `place ${form.getAttribute("action")}`;
}
