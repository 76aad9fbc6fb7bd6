// The gallery, quicker: a filter or a language of samples applies at once. Without this module links and a button do it.

const form = document.querySelector("form[data-swap]");
const told = document.getElementById("found-count");
const found = document.getElementById("found");
let request = null;
let shown = location.pathname + location.search;

document.documentElement.classList.add("scripted");

form?.addEventListener("change", () => show(addressOf(form)));
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  show(addressOf(form));
  foldAway();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  show(link.pathname + link.search, { from: link });
});

// Links within the page change the history too; they lead to what is there already.
addEventListener("popstate", () => {
  const address = location.pathname + location.search;
  if (address !== shown) show(address, { isBack: true });
});

// On a phone the filters hide the posters: whoever is done with them sees what was found.
function foldAway() {
  const [box, summary] = form.querySelectorAll("details, summary");
  if (!box.open || !summary.checkVisibility()) return;
  box.open = false;
  summary.focus({ preventScroll: true });
  summary.scrollIntoView();
}

function addressOf(form) {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  return form.action.split(/[?#]/)[0] + (chosen.length ? `?${new URLSearchParams(chosen)}` : "");
}

function show(address, { from = null, isBack = false } = {}) {
  request?.abort();
  // XMLHttpRequest parses HTML into nodes itself: no script turns text into markup, as the content policy demands.
  request = new XMLHttpRequest();
  request.open("GET", address);
  request.responseType = "document";
  request.timeout = 15000;
  request.onload = ({ target }) => {
    if (target.status !== 200 || !target.responseXML) return fail();
    shown = address.replace(location.origin, "");
    if (!isBack) history.pushState(null, "", address);
    swap(target.responseXML, from);
  };
  request.onerror = request.ontimeout = fail;
  found.setAttribute("aria-busy", "true");
  request.send();
}

function swap(answer, from) {
  const place = from ? placeOf(from) : null;
  for (const part of document.querySelectorAll("[data-live]")) {
    const fresh = answer.getElementById(part.id);
    if (fresh) replace(part, fresh);
  }
  for (const select of form?.querySelectorAll("select") ?? []) follow(select, answer.getElementById(select.id));
  document.title = answer.title;
  found.removeAttribute("aria-busy");
  document.documentElement.classList.add("scripted");
  if (place) focusNear(place);
}

// A poster that is shown already stays as it is: its picture need not be drawn again.
function replace(part, fresh) {
  const known = new Map([...part.querySelectorAll("li[id]")].map((card) => [card.id, card]));
  part.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)));
  for (const card of part.querySelectorAll("li[id]")) card.replaceWith(known.get(card.id) ?? card);
}

// The field itself stays, and the focus in it; what it says of each choice is new.
function follow(select, fresh) {
  [...select.options].forEach((option, index) => (option.textContent = fresh.options[index].textContent));
  select.value = fresh.value;
}

function placeOf(link) {
  const list = link.closest("[data-live]");
  return { list, index: [...list.querySelectorAll("a[data-swap]")].indexOf(link) };
}

// A link that did its work may be gone: the focus goes to what stands in its place, else to the title above.
function focusNear({ list, index }) {
  const links = list.querySelectorAll("a[data-swap]");
  (links[Math.min(index, links.length - 1)] ?? document.querySelector("h2[tabindex]"))?.focus({ preventScroll: true });
}

function fail() {
  found.removeAttribute("aria-busy");
  told.textContent = told.dataset.failed;
  // The button is back: it asks for a whole page.
  document.documentElement.classList.remove("scripted");
}
