// Counters and ready-made ideas for texts.

const segmenter = new Intl.Segmenter();

function lengthOf(text) {
  let length = 0;
  for (const _ of segmenter.segment(text.normalize("NFC").trim())) length += 1;
  return length;
}

export function showCounts(form) {
  for (const count of form.querySelectorAll("[data-count-of]")) {
    const field = document.getElementById(count.dataset.countOf);
    const length = lengthOf(field.value);
    count.textContent = length;
    count.parentElement.classList.toggle("over", length > Number(field.dataset.most));
  }
}

export function offerSuggestions(form, changed) {
  for (const group of form.querySelectorAll(".suggestions")) {
    group.hidden = false;
    group.addEventListener("click", (event) => {
      const chosen = event.target.closest(".suggestion");
      if (!chosen) return;
      document.getElementById(group.dataset.for).value = chosen.textContent;
      changed();
    });
  }
}
