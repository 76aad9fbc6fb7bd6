// Without a line a browser leaves the page for one of its own, which says what went wrong and no more. The page stays
// instead and says what to do: whatever leads elsewhere is stopped before anybody else hears of it.

const told = document.getElementById("no-line");

// What scripts do within the page tells of a lost line in its own place.
const STAYS = '[data-swap], [value="preview"]';

addEventListener("submit", (event) => event.target.matches(STAYS) || event.submitter?.matches(STAYS) || stay(event), true);
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (link && leads(link) && !link.matches(STAYS)) stay(event);
}, true);
addEventListener("online", () => told.hidePopover());

// Whether a link leads to another page of ours; a mail is written without a line too.
function leads({ origin, pathname, search, hash }) {
  const isHere = hash && pathname === location.pathname && search === location.search;
  return origin === location.origin && !isHere;
}

function stay(event) {
  if (navigator.onLine) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  told.hidePopover();
  // The same words twice are no change, and a screen reader would say nothing.
  told.textContent = "";
  told.showPopover();
  told.textContent = told.dataset.told;
}
