// What stands in the form and is not kept yet, held by the tab itself: a reload right after a key press loses nothing.

const NOT_TYPED = new Set(["csrf_token", "revision", "do"]);

export class Unsaved {
  #key;

  constructor(form) {
    this.#key = `unsaved ${form.getAttribute("action")}`;
  }

  // values: of the form, its revision included. sent: what this tab sent last, as far as it knows.
  hold(values, sent) {
    this.#try((store) => store.setItem(this.#key, JSON.stringify({ values: String(values), sent: sent && String(sent) })));
  }

  forget() {
    this.#try((store) => store.removeItem(this.#key));
  }

  // Puts back what was held and returns what was sent last; nothing where all was kept.
  restore(form) {
    const held = JSON.parse(this.#try((store) => store.getItem(this.#key)) ?? "null");
    if (!held) return null;
    const values = new URLSearchParams(held.values);
    for (const field of form.elements) {
      if (field.name && !NOT_TYPED.has(field.name)) putBack(field, values);
    }
    form.elements.revision.value = values.get("revision");
    return { sent: held.sent && new URLSearchParams(held.sent) };
  }

  // A browser that keeps nothing for a page, or has no room left, costs the safety net and not the form.
  #try(action) {
    try {
      return action(sessionStorage);
    } catch {
      return null;
    }
  }
}

function putBack(field, values) {
  if (field.matches('[type="checkbox"], [type="radio"]')) {
    field.checked = values.getAll(field.name).includes(field.value);
  } else if (values.has(field.name) && field.matches('textarea, select, input:not([type="hidden"], [type="file"])')) {
    field.value = values.get(field.name);
  }
}
