// Photos and logos go off as soon as they are chosen, taken, dropped or pasted, and come back as a choice in the form.

import { UNCHOSEN_FOCUS } from "./photo-crop.js";
import { Lost, Stopped, send } from "./sending.js";
import { narrow } from "./steps.js";

const template = document.getElementById("own-file");

export function listenToFiles(form, changed) {
  const slots = [...form.querySelectorAll("[data-upload-slot]")].map((place) => new FileSlot(form, place, changed));
  document.addEventListener("paste", (event) => {
    const file = event.clipboardData?.files[0];
    const here = slots.find(({ place }) => place.contains(document.activeElement));
    const takes = here ?? slots.find(({ isPhoto }) => isPhoto);
    if (!file?.type.startsWith("image/") || !takes) return;
    event.preventDefault();
    takes.take(file);
  });
}

class FileSlot {
  #form;
  #changed;
  #stop = null;

  constructor(form, place, changed) {
    this.#form = form;
    this.#changed = changed;
    this.place = place;
    this.isPhoto = place.classList.contains("photo");
    this.drop = place.querySelector(".drop");
    this.sending = place.querySelector(".sending");
    this.told = place.querySelector(".sending-told");
    for (const input of this.drop.querySelectorAll('input[type="file"]')) this.#listenTo(input);
    this.sending.querySelector("button").addEventListener("click", () => this.#stop?.abort());
    this.#listenToDrops();
    // Before the form hears of it: what was chosen for another picture goes first.
    place.addEventListener("input", ({ target }) => target.name?.endsWith(".file") && this.#startAfresh());
  }

  #listenTo(input) {
    const takeChosen = async () => {
      if (!input.files.length) return;
      const { files } = input;
      await this.take(files[0]);
      // The file is with us now, or held by the button that tries again: the form need not send it a second time.
      if (input.files === files) input.value = "";
    };
    input.addEventListener("change", takeChosen);
    // On a slow line a file may be chosen before this module is there.
    takeChosen();
  }

  #listenToDrops() {
    const { drop } = this;
    for (const name of ["dragenter", "dragover"]) {
      drop.addEventListener(name, (event) => {
        event.preventDefault();
        drop.classList.add("over");
      });
    }
    for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      const file = event.dataTransfer.files[0];
      if (file) this.take(file);
    });
  }

  // Sends a file. Whatever comes of it, what stood in the form stays until the new file is there.
  async take(file) {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    const refused = this.place.querySelector(".refused");
    this.#handOn(refused);
    refused?.remove();
    // Known before a byte is sent, and told before a phone has sent them all.
    if (file.size > Number(this.drop.dataset.most)) return this.#refuse(this.drop.dataset.tooLarge);
    this.#show(0);
    this.sending.hidden = false;
    this.#tell("sending");
    try {
      const { ok, passes, told } = await send(this.#form.dataset.upload, this.#body(file), {
        progress: (share) => this.#show(share),
        signal: stop.signal,
      });
      if (ok) this.#add(told);
      else this.#refuse(told.message ?? this.drop.dataset.failed, told.message && !passes ? null : file);
      this.#tell(ok ? "there" : "");
    } catch (why) {
      if (why instanceof Lost) this.#refuse(this.drop.dataset.lost, file);
      else if (!(why instanceof Stopped)) throw why;
      this.#tell(why instanceof Stopped ? "stopped" : "");
    } finally {
      if (this.#stop === stop) {
        this.#handOn(this.sending);
        this.sending.hidden = true;
      }
    }
  }

  // Of what goes away the field that it belongs to takes over the focus.
  #handOn(part) {
    if (part?.contains(document.activeElement)) this.drop.querySelector('[name$=".upload"]').focus();
  }

  #body(file) {
    const body = new FormData();
    body.set("csrf_token", this.#form.elements.csrf_token.value);
    body.set("slot", this.place.dataset.uploadSlot);
    // What comes from the clipboard or a camera may have no name.
    body.set("file", file, file.name || "foto");
    return body;
  }

  // The bar moves for the eyes; ears hear of the beginning, the long wait and the end.
  #show(share) {
    const bar = this.sending.querySelector("progress");
    if (share < 1) {
      bar.value = share;
    } else {
      bar.removeAttribute("value");
      this.#tell("reading");
    }
  }

  #tell(key) {
    this.told.textContent = this.told.dataset[key] ?? "";
  }

  #add({ file, focus, picture }) {
    const group = this.place.querySelector(".own-picks");
    const { name } = group.querySelector("input");
    let radio = [...group.querySelectorAll("input")].find((known) => known.value === file);
    if (!radio) {
      const made = template.content.cloneNode(true).firstElementChild;
      radio = made.querySelector("input");
      const label = made.querySelector("label");
      const number = group.querySelectorAll("input").length;
      Object.assign(radio, { name, value: file, id: `${name}-own-${number}` });
      label.htmlFor = radio.id;
      label.append(thumbnail(picture, group.dataset.words.replace("{number}", number)));
      group.append(made);
    }
    radio.checked = true;
    this.#startAfresh(focus ?? undefined);
    this.#changed();
    const crop = this.place.querySelector("photo-crop");
    if (crop?.hidden) crop.addEventListener("shown", () => this.#lead(crop), { once: true });
    else if (crop) this.#lead(crop);
  }

  // On a phone the next thing to do lies below: how the photo stands. Whoever is elsewhere by now stays there.
  #lead(crop) {
    const isHere = [document.body, ...this.place.querySelectorAll("input")].includes(document.activeElement);
    if (isHere && narrow.matches && crop.checkVisibility()) crop.scrollIntoView({ block: "start" });
  }

  // What was chosen for another picture does not hold for this one: its crop, its light, and above all the consent.
  #startAfresh([x, y] = UNCHOSEN_FOCUS) {
    const name = `photo.${this.place.dataset.uploadSlot}`;
    const fields = this.#form.elements;
    if (!fields[`${name}.zoom`]) return;
    fields[`${name}.zoom`].value = 1;
    fields[`${name}.focus.x`].value = x;
    fields[`${name}.focus.y`].value = y;
    fields[`${name}.light`].checked = false;
    fields[`${name}.consent`].checked = false;
  }

  // Stands beside the field until another file is chosen; the findings of the preview come and go below it.
  // again: the file, where a second try may go better.
  #refuse(message, again) {
    const told = document.createElement("div");
    told.className = "finding finding-error refused";
    told.setAttribute("role", "alert");
    const words = document.createElement("span");
    words.textContent = message;
    told.append(words);
    if (again) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "again", textContent: this.drop.dataset.again });
      button.addEventListener("click", () => this.take(again));
      told.append(button);
    }
    this.sending.after(told);
  }
}

function thumbnail(address, alt) {
  const image = document.createElement("img");
  return Object.assign(image, { src: address, alt, width: 84, height: 84 });
}
