// A link or a text on the clipboard with one press: `data-copies` names the field that holds it, `data-told` where it is
// said. Without this module it can be selected and copied.

for (const button of document.querySelectorAll("button[data-copies]")) {
  const [field, told] = [button.dataset.copies, button.dataset.told].map((id) => document.getElementById(id));
  button.hidden = false;
  button.addEventListener("click", async () => {
    // The same words twice are no change, and a screen reader would say nothing.
    told.textContent = "";
    told.textContent = (await copied(field)) ? told.dataset.copied : told.dataset.selected;
  });
}

async function copied(field) {
  try {
    // Only pages that came over https, or from this machine, have a clipboard.
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
}
