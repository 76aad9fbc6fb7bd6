// What stands in the form and is not known to be kept, held by the tab itself: a reload right after a key press, a lost
// line and a server that is down lose nothing.

export const NOT_TYPED = new Set(["csrf_token", "revision", "page", "turn", "do"]);

export class Unsaved {
  #key;

  constructor(form) {
    this.#key = `unsaved ${form.getAttribute("action")}`;
  }

  // values: of the form, with the revision they were made from and the page and turn of the save that will bring them.
  hold(values) {
    this.#try((store) => store.setItem(this.#key, String(values)));
  }

  forget() {
    this.#try((store) => store.removeItem(this.#key));
  }

  // Returns what is held; null where there is nothing.
  held() {
    const held = this.#try((store) => store.getItem(this.#key));
    return held && new URLSearchParams(held);
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

// Puts values that were held back into the fields that people fill in.
export function putBack(form, values) {
  for (const field of form.elements) {
    if (!field.name || NOT_TYPED.has(field.name)) continue;
    if (field.matches('[type="checkbox"], [type="radio"]')) {
      field.checked = values.getAll(field.name).includes(field.value);
    } else if (values.has(field.name) && field.matches('textarea, select, input:not([type="hidden"], [type="file"])')) {
      field.value = values.get(field.name);
    }
  }
}
