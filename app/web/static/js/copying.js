// The link to go on elsewhere, on the clipboard with one press. Without this module it can be selected and copied.

const field = document.getElementById("resume");
const button = document.getElementById("copy-resume");
const told = document.getElementById("copied");

button.hidden = false;
button.addEventListener("click", async () => {
  // The same words twice are no change, and a screen reader would say nothing.
  told.textContent = "";
  told.textContent = (await copied()) ? told.dataset.copied : told.dataset.selected;
});

async function copied() {
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
