// On a phone the keyboard takes half of the screen. The poster then stays at the top of what can still be seen, and shows
// the lines that are being typed from close by.

// Less than this, in px, is left of a phone's window only while its keyboard is there.
const LOW = 480;
const NARROW = 544;
// Around the lines, as a share of the poster's width; and the least that is shown of it, so that the place is known.
const AIR = 0.04;
const LEAST = 0.5;

const root = document.documentElement;
const seen = window.visualViewport;

let field = null;

export function listenToKeyboard() {
  for (const name of ["resize", "scroll"]) seen.addEventListener(name, follow);
  for (const name of ["focusin", "focusout"]) document.addEventListener(name, () => requestAnimationFrame(follow));
}

function follow() {
  const before = field;
  field = fieldOverKeyboard();
  root.classList.toggle("typing", Boolean(field));
  if (field !== before) stepBack();
  if (!field) return;
  root.style.setProperty("--room", `${seen.height}px`);
  root.style.setProperty("--lifted", `${seen.offsetTop}px`);
  if (!before) field.scrollIntoView({ block: "nearest" });
}

// Returns the field that is typed in on a screen's own keyboard; null for any other. Whoever enlarges the page sees less
// of it as well, but knows where to look.
function fieldOverKeyboard() {
  const isLow = seen.height < LOW && seen.width < NARROW && seen.scale < 1.1;
  const { activeElement } = document;
  return isLow && activeElement?.matches('#poster-form :is(textarea, [type="text"])') ? activeElement : null;
}

function stepBack() {
  const picture = document.querySelector("#stage [data-whole]");
  picture?.setAttribute("viewBox", picture.dataset.whole);
  picture?.removeAttribute("data-whole");
}

// Shows of a new picture what differs from the one before, while somebody types in a low window.
export function bringCloser(before, picture) {
  if (!before || !field) return;
  const known = new Set(linesOf(before).map(looksOf));
  const fresh = linesOf(picture).filter((line) => !known.has(looksOf(line)));
  const whole = picture.getAttribute("viewBox");
  picture.dataset.whole = whole;
  if (fresh.length) picture.setAttribute("viewBox", around(fresh, picture, whole.split(" ").map(Number)).join(" "));
  else if (before.dataset.whole === whole) picture.setAttribute("viewBox", before.getAttribute("viewBox"));
}

function linesOf(picture) {
  return [...picture.querySelectorAll(":scope > g:has(> use)")];
}

// The ids of letters are numbered anew in each picture; their outlines stay.
function looksOf(line) {
  const picture = line.ownerSVGElement;
  const letters = [...line.children].map((letter) => {
    const outline = picture.querySelector(`[id="${letter.getAttribute("href").slice(1)}"]`);
    return `${letter.getAttribute("x")} ${outline?.getAttribute("d")}`;
  });
  return [line.getAttribute("transform"), ...letters].join("|");
}

// Returns the box round lines, in the units of the picture, with what stands beside them.
function around(lines, picture, [, , width]) {
  const inverse = picture.getScreenCTM().inverse();
  const boxes = lines.map((line) => line.getBoundingClientRect());
  const corner = (x, y) => new DOMPoint(x, y).matrixTransform(inverse);
  const from = corner(Math.min(...boxes.map(({ left }) => left)), Math.min(...boxes.map(({ top }) => top)));
  const to = corner(Math.max(...boxes.map(({ right }) => right)), Math.max(...boxes.map(({ bottom }) => bottom)));
  const air = AIR * width;
  const wide = Math.max(to.x - from.x + 2 * air, LEAST * width);
  const left = Math.min(Math.max((from.x + to.x - wide) / 2, 0), Math.max(width - wide, 0));
  return [left, from.y - air, wide, to.y - from.y + 2 * air];
}
