// The part of a photo that is shown, seen through the poster's own mask. What is chosen stands in the three sliders
// beside it: this element draws what they say, and moves them by mouse, wheel, one finger or two.

// As the server has it: where the sliders stand while nobody chose a point.
export const UNCHOSEN_FOCUS = [0.5, 0.4];

// Around the mask, as a share of its longer side: what is cut off stays in sight.
const AIR = 0.12;
const WHEEL_STEP = 0.0015;
// What one step of a wheel that counts lines scrolls, in px.
const LINE = 16;

class PhotoCrop extends HTMLElement {
  #view = {};
  #fingers = new Map();
  #isMeant = false;

  connectedCallback() {
    const fields = this.closest("form").elements;
    const [zoom, x, y] = ["zoom", "focus.x", "focus.y"].map((part) => fields[`${this.dataset.for}.${part}`]);
    Object.assign(this, { zoom, x, y });
    this.stage = svg("svg", { class: "crop-stage", "aria-hidden": "true" });
    this.photo = svg("image", { preserveAspectRatio: "none" });
    this.shade = svg("path", { class: "crop-shade", "fill-rule": "evenodd" });
    this.edge = svg("path", { class: "crop-edge" });
    this.stage.append(this.photo, this.shade, this.edge);
    this.append(this.stage);
    for (const slider of [zoom, x, y]) {
      slider.addEventListener("input", () => this.#draw());
      slider.addEventListener("focus", () => this.#adopt());
    }
    this.closest("form").addEventListener("restored", () => this.#draw());
    this.#listen();
    this.show(JSON.parse(this.dataset.view));
  }

  // view: what the server tells of the slot in the format that is looked at.
  show(view) {
    this.#view = view;
    const wasHidden = this.hidden;
    this.hidden = !view.picture;
    if (this.hidden) return;
    if (wasHidden) this.dispatchEvent(new Event("shown"));
    const [left, top, width, height] = view.box;
    const air = AIR * Math.max(width, height);
    const room = [left - air, top - air, width + 2 * air, height + 2 * air];
    set(this.stage, { viewBox: room.join(" ") });
    // Well past the room: the element may be wider or higher than the mask.
    const far = 4 * Math.max(width, height);
    set(this.shade, { d: `M${left - far} ${top - far}h${2 * far + width}v${2 * far + height}h${-2 * far - width}z${view.mask}` });
    set(this.edge, { d: view.mask });
    if (this.photo.getAttribute("href") !== view.picture) set(this.photo, { href: view.picture });
    this.#draw();
  }

  // The photo comes back as it was before anybody chose.
  reset() {
    this.zoom.value = 1;
    [this.x.value, this.y.value] = UNCHOSEN_FOCUS;
    this.#tell("input");
    this.#tell("change");
  }

  // As the poster is laid out: the photo covers the frame, its focus as near to the middle as its edges allow.
  #placed(zoom = Number(this.zoom.value)) {
    const [left, top, width, height] = this.#view.box;
    const [across, down] = this.#view.size;
    const scale = Math.max(width / across, height / down) * zoom;
    const shown = [width / scale, height / scale];
    const [x, y] = this.#focus();
    const from = [within(x * across - shown[0] / 2, across - shown[0]), within(y * down - shown[1] / 2, down - shown[1])];
    return { scale, shown, from, at: [left - from[0] * scale, top - from[1] * scale] };
  }

  #focus() {
    const chosen = [Number(this.x.value), Number(this.y.value)];
    const isChosen = chosen.some((value, index) => value !== UNCHOSEN_FOCUS[index]);
    return isChosen ? chosen : this.#view.focus;
  }

  #draw() {
    this.zoom.setAttribute("aria-valuetext", `${Math.round(this.zoom.value * 100)} %`);
    if (this.hidden) return;
    const { scale, at } = this.#placed();
    const [across, down] = this.#view.size;
    set(this.photo, { x: at[0], y: at[1], width: across * scale, height: down * scale });
  }

  // Whoever takes a slider goes on from what is seen.
  #adopt() {
    if (this.hidden) return;
    const { from, shown } = this.#placed();
    this.#point(from, shown);
  }

  #point(from, shown) {
    const [across, down] = this.#view.size;
    this.x.value = rounded((from[0] + shown[0] / 2) / across);
    this.y.value = rounded((from[1] + shown[1] / 2) / down);
  }

  // Moves the photo and comes closer by a factor, round a place; all in the units of the mask.
  #change([dx, dy], factor, [x, y]) {
    const { scale, at } = this.#placed();
    const [left, top, width, height] = this.#view.box;
    const [across, down] = this.#view.size;
    const zoom = Math.min(Math.max(this.zoom.value * factor, this.zoom.min), this.zoom.max);
    const nearer = (scale * zoom) / this.zoom.value;
    const shown = [width / nearer, height / nearer];
    const from = [(x - dx - at[0]) / scale - (x - left) / nearer, (y - dy - at[1]) / scale - (y - top) / nearer];
    this.zoom.value = rounded(zoom);
    this.#point([within(from[0], across - shown[0]), within(from[1], down - shown[1])], shown);
    this.#tell("input");
  }

  #tell(name) {
    this.#draw();
    this.zoom.dispatchEvent(new Event(name, { bubbles: true }));
  }

  #listen() {
    const { stage } = this;
    stage.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      stage.setPointerCapture(event.pointerId);
      this.#fingers.set(event.pointerId, event);
    });
    stage.addEventListener("pointermove", (event) => this.#move(event));
    for (const name of ["pointerup", "pointercancel"]) stage.addEventListener(name, (event) => this.#let(event));
    // Only for a pointer that came here by itself: a page that scrolls past below it goes on scrolling.
    stage.addEventListener("pointerleave", () => (this.#isMeant = false));
    stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    stage.addEventListener("dragstart", (event) => event.preventDefault());
    this.closest(".photo-crop").querySelector(".crop-reset").addEventListener("click", () => this.reset());
  }

  #move(event) {
    this.#isMeant ||= event.pointerType === "mouse" && Boolean(event.movementX || event.movementY);
    if (!this.#fingers.has(event.pointerId)) return;
    // Both from where the photo stands now: words that come above it may have moved it meanwhile.
    const before = this.#spots();
    this.#fingers.set(event.pointerId, event);
    const after = this.#spots();
    const [was, is] = [middle(before), middle(after)];
    const [wide, wider] = [spread(before), spread(after)];
    this.#change([is[0] - was[0], is[1] - was[1]], wide && wider ? wider / wide : 1, is);
  }

  #let(event) {
    if (this.#fingers.delete(event.pointerId) && !this.#fingers.size) this.#tell("change");
  }

  // At the end of the way the page scrolls on.
  #wheel(event) {
    if (!this.#isMeant && !event.ctrlKey) return;
    const [end, way] = event.deltaY < 0 ? [this.zoom.max, event.deltaY] : [this.zoom.min, event.deltaY];
    if (!way || Number(this.zoom.value) === Number(end)) return;
    event.preventDefault();
    const px = event.deltaMode ? way * LINE : way;
    this.#change([0, 0], Math.exp(-px * WHEEL_STEP * (event.ctrlKey ? 4 : 1)), this.#spot(event));
  }

  #spots() {
    return Array.from(this.#fingers.values(), (event) => this.#spot(event));
  }

  #spot(event) {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.stage.getScreenCTM().inverse());
    return [x, y];
  }
}

function svg(name, attributes) {
  return set(document.createElementNS("http://www.w3.org/2000/svg", name), attributes);
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function within(value, most) {
  return Math.min(Math.max(value, 0), Math.max(most, 0));
}

function rounded(value) {
  return Math.round(value * 10000) / 10000;
}

function middle(spots) {
  return [0, 1].map((axis) => spots.reduce((sum, spot) => sum + spot[axis], 0) / spots.length);
}

function spread([one, other]) {
  return other ? Math.hypot(one[0] - other[0], one[1] - other[1]) : 0;
}

customElements.define("photo-crop", PhotoCrop);

// What the server tells of every photo slot, with each preview.
export function showPhotos(views) {
  for (const view of views) {
    const slot = document.getElementById(`slot-${view.slot}`);
    slot?.querySelector("photo-crop")?.show(view);
    const reach = slot?.querySelector(".reach");
    if (reach && reach.textContent !== (view.reach ?? "")) reach.textContent = view.reach ?? "";
  }
}
