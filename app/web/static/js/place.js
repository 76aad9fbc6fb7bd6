// Where somebody is, kept for the next page of the same form: the focus on the same control, the same part in sight.

export function keepPlace(form) {
  const { id, name, value } = document.activeElement;
  const found = id ? `#${CSS.escape(id)}` : name ? `[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]` : "#language";
  try {
    sessionStorage.setItem(keyOf(form), JSON.stringify([found, scrollY]));
  } catch {
    // No room, or no storage for this page: the next one then begins at its top.
  }
}

export function takePlace(form) {
  try {
    const [found, top] = JSON.parse(sessionStorage.getItem(keyOf(form)));
    sessionStorage.removeItem(keyOf(form));
    document.querySelector(found)?.focus({ preventScroll: true });
    scrollTo({ top, behavior: "instant" });
  } catch {
    // Nothing was kept.
  }
}

function keyOf(form) {
  return `place ${form.getAttribute("action")}`;
}
