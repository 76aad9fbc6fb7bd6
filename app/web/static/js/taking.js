// A file takes a moment to be made. The pressed link says so, and comes back when the browser is saving the file: the
// page asks after the ticket that the link carried. Without this module the links do the same, in silence.

const ASK_MS = 400;
const PATIENCE_MS = 60_000;
const SHOWN_MS = 4000;
// Who presses twice does not mean to have the file made twice.
const TWICE_MS = 1500;

const files = document.getElementById("files");
const told = document.getElementById("file-told");
const pressed = new WeakMap();

files.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-file]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (event.timeStamp - pressed.get(link)?.at < TWICE_MS) return event.preventDefault();
  const ticket = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  pressed.set(link, { at: event.timeStamp, ticket });
  const address = new URL(link.href);
  address.searchParams.set("bon", ticket);
  link.href = address;
  show(link, files.dataset.making, "making");
  tell(files.dataset.toldMaking);
  follow(link, ticket, performance.now() + PATIENCE_MS);
});

// Whoever comes back from another page finds every link at rest.
addEventListener("pageshow", (event) => {
  if (event.persisted) for (const link of files.querySelectorAll("a[data-file]")) rest(link);
});

async function follow(link, ticket, deadline) {
  while (pressed.get(link)?.ticket === ticket) {
    await new Promise((done) => setTimeout(done, ASK_MS));
    if (await hasBegun(ticket)) return begun(link, ticket);
    if (performance.now() > deadline) {
      rest(link);
      return tell(files.dataset.toldLate);
    }
  }
}

// An answer that is lost on the way is asked for again.
async function hasBegun(ticket) {
  try {
    const answer = await fetch(files.dataset.started + ticket);
    return answer.ok && (await answer.json()).begun;
  } catch {
    return false;
  }
}

function begun(link, ticket) {
  if (pressed.get(link)?.ticket !== ticket) return;
  show(link, files.dataset.begun, "begun");
  tell(files.dataset.toldBegun);
  setTimeout(() => pressed.get(link)?.ticket === ticket && rest(link), SHOWN_MS);
}

function show(link, words, state) {
  link.dataset.says = words;
  link.dataset.state = state;
}

function rest(link) {
  pressed.delete(link);
  delete link.dataset.state;
  delete link.dataset.says;
}

// The same words twice are no change, and a screen reader would say nothing.
function tell(words) {
  told.textContent = "";
  told.textContent = words;
}
