// On a phone the rules are folded by chapter, so that somebody finds theirs. Without this module all of them are open.

const chapters = [...document.querySelectorAll("details.rule-chapter")];
const narrow = matchMedia("(max-width: 48rem)");

// A link leads to a rule, or to the chapter itself.
function asked() {
  const id = decodeURIComponent(location.hash.slice(1));
  return id ? document.getElementById(id) : null;
}

function reveal() {
  const target = asked();
  const chapter = target?.closest("details.rule-chapter");
  if (!chapter) return;
  chapter.open = true;
  target.scrollIntoView();
}

function fold() {
  const kept = asked()?.closest("details.rule-chapter");
  for (const chapter of chapters) chapter.open = !narrow.matches || chapter === kept;
  if (kept) asked().scrollIntoView();
}

fold();
narrow.addEventListener("change", fold);
addEventListener("hashchange", reveal);

// Whoever presses the link to where they are already changes no address.
document.addEventListener("click", (event) => {
  if (event.target.closest("a")?.hash === location.hash && location.hash) reveal();
});

// What is printed is whole.
addEventListener("beforeprint", () => chapters.forEach((chapter) => (chapter.open = true)));
addEventListener("afterprint", fold);
