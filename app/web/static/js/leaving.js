// What is still empty is told beside a field once somebody has been there, or has asked for a file: not before.

export function listenToLeaving(form) {
  const key = `left ${form.getAttribute("action")}`;
  const slots = [...form.querySelectorAll(".slot[id]")];
  const left = new Set(read(key));

  const leave = (...here) => {
    for (const slot of here) {
      left.add(slot.id);
      slot.classList.add("left");
    }
    keep(key, left);
  };
  // A finding elsewhere on the page, or on another, leads here.
  const follow = () => {
    const slot = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".slot[id]");
    if (slot) leave(slot);
  };

  leave(...slots.filter(({ id }) => left.has(id)));
  follow();
  addEventListener("hashchange", follow);
  let points = false;
  document.addEventListener("pointerdown", () => (points = true), true);
  document.addEventListener("keydown", () => (points = false), true);
  form.addEventListener("focusout", ({ target, relatedTarget }) => {
    const slot = target.closest(".slot[id]");
    // Within the part, or to another window: it is not left.
    if (!slot || slot.contains(relatedTarget) || slot.contains(document.activeElement)) return;
    // Nothing may move under what is being pressed.
    if (points) document.addEventListener("click", () => leave(slot), { once: true });
    else leave(slot);
  });
  form.addEventListener("submit", ({ submitter }) => submitter?.value === "download" && leave(...slots));
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}

function keep(key, left) {
  try {
    sessionStorage.setItem(key, JSON.stringify([...left]));
  } catch {
    // No room, or no storage for this page: it is then told anew.
  }
}
