// A link to another app with one press, where the device offers that: `data-shares` names the field that holds it.
// Without this module the link can be copied or mailed.

for (const button of document.querySelectorAll("button[data-shares]")) {
  const field = document.getElementById(button.dataset.shares);
  const sent = { title: button.dataset.title, url: field.value };
  button.hidden = !navigator.canShare?.(sent);
  button.addEventListener("click", async () => {
    try {
      await navigator.share(sent);
    } catch {
      // Nobody was chosen after all; the link is still in its field.
      field.focus();
    }
  });
}

// A field that is entered is mostly to be copied whole.
for (const field of document.querySelectorAll(".share .resume")) {
  field.addEventListener("focus", () => field.select());
}
