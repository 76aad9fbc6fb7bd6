// Photos and logos go off as soon as they are chosen or dropped, and come back as a choice in the form.

// As the server has it: where the sliders stand while nobody chose a point.
const UNCHOSEN_FOCUS = [0.5, 0.4];

const template = document.getElementById("own-file");

export function listenToFiles(form, changed) {
  for (const slot of form.querySelectorAll("[data-upload-slot]")) listen(form, slot, changed);
}

function listen(form, slot, changed) {
  const drop = slot.querySelector(".drop");
  const input = drop.querySelector('input[type="file"]');
  const sendChosen = async () => {
    if (!input.files.length) return;
    if (await send(form, slot, input.files[0])) changed();
    // The file is with us now; the form need not send it a second time.
    input.value = "";
  };
  input.addEventListener("change", sendChosen);
  // On a slow line a file may be chosen before this module is there.
  sendChosen();
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", async (event) => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file && (await send(form, slot, file))) changed();
  });
  slot.addEventListener("change", (event) => {
    if (event.target.name?.endsWith(".file")) startAfresh(form, slot);
  });
}

async function send(form, slot, file) {
  const waiting = slot.querySelector(".taking-in");
  const body = new FormData();
  body.set("csrf_token", form.elements.csrf_token.value);
  body.set("slot", slot.dataset.uploadSlot);
  body.set("file", file);
  slot.querySelector(".refused")?.remove();
  waiting.hidden = false;
  try {
    const answer = await fetch(form.dataset.upload, { method: "POST", body, headers: { Accept: "application/json" } });
    const told = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
    if (answer.ok) add(form, slot, told);
    else refuse(slot, told.message);
    return answer.ok;
  } catch {
    refuse(slot);
    return false;
  } finally {
    waiting.hidden = true;
  }
}

function add(form, slot, { file, focus, picture }) {
  const group = slot.querySelector(".own-picks");
  const name = group.querySelector("input").name;
  let radio = [...group.querySelectorAll("input")].find((known) => known.value === file);
  if (!radio) {
    const made = template.content.cloneNode(true).firstElementChild;
    radio = made.querySelector("input");
    const label = made.querySelector("label");
    const number = group.querySelectorAll("input").length;
    Object.assign(radio, { name, value: file, id: `${name}-own-${number}` });
    label.htmlFor = radio.id;
    label.append(thumbnail(picture, slot, number));
    group.append(made);
  }
  radio.checked = true;
  startAfresh(form, slot, focus ?? undefined);
}

function wordsFor(slot, number) {
  return slot.querySelector(".own-picks").dataset.words.replace("{number}", number);
}

function thumbnail(address, slot, number) {
  const image = document.createElement("img");
  Object.assign(image, { src: address, alt: wordsFor(slot, number) });
  return image;
}

// What was chosen for another picture does not hold for this one: its crop, and above all the consent.
function startAfresh(form, slot, [x, y] = UNCHOSEN_FOCUS) {
  const name = `photo.${slot.dataset.uploadSlot}`;
  const fields = form.elements;
  if (!fields[`${name}.zoom`]) return;
  fields[`${name}.zoom`].value = 1;
  fields[`${name}.focus.x`].value = x;
  fields[`${name}.focus.y`].value = y;
  fields[`${name}.consent`].checked = false;
}

// Stands beside the field until another file is chosen; the findings of the preview come and go below it.
function refuse(slot, message) {
  const told = document.createElement("p");
  told.className = "finding finding-error refused";
  told.setAttribute("role", "alert");
  told.textContent = message ?? slot.querySelector(".drop").dataset.failed;
  slot.querySelector(".drop").after(told);
}
