"""What is wrong with a page as it stands on the screen: measured on its boxes, one line for each fault."""

# WCAG 2.2, 1.4.12: whoever reads better with more room between letters, words and lines loses nothing by it.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""

# Sources: WCAG 2.2, 1.4.10 (reflow), 1.4.12 (text spacing), 2.5.8 (target size, with its exceptions for spacing and for
# links within a sentence).
FAULTS = """() => {
  const faults = new Set();
  const kind = (one) => `${one.tagName} ${one.id || one.name || one.textContent.trim().slice(0, 30)}`;
  const isCutAway = (one) => one && (getComputedStyle(one).clipPath !== "none" || isCutAway(one.parentElement));
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !isCutAway(element);

  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) faults.add(`the page is ${scrollWidth} px wide`);

  const LEAST = 23.9;
  const kinds = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const targets = [...document.querySelectorAll(kinds)].filter((one) => isSeen(one) && one.tabIndex >= 0)
    .map((one) => [one, one.getBoundingClientRect()]);
  for (const [one, { x, y, width, height }] of targets) {
    const isInSentence = one.matches("p > a") && getComputedStyle(one).display === "inline";
    if (Math.min(width, height) >= LEAST || isInSentence) continue;
    const crowds = ([other, box]) => other !== one && Math.hypot(
      Math.max(box.left - x - width / 2, 0, x + width / 2 - box.right),
      Math.max(box.top - y - height / 2, 0, y + height / 2 - box.bottom)) < 12;
    if (Math.min(width, height) < 18 || targets.some(crowds)) faults.add(`${kind(one)} is ${width} by ${height} px`);
  }

  for (const each of document.querySelectorAll("body *")) {
    const { overflowX, overflowY } = getComputedStyle(each);
    if (each.matches("input, .skip") || each.closest("svg") || !each.clientWidth || !isSeen(each)) continue;
    const isCut = (overflow, whole, shown) => /hidden|clip/.test(overflow) && whole > shown + 1;
    if (isCut(overflowX, each.scrollWidth, each.clientWidth) || isCut(overflowY, each.scrollHeight, each.clientHeight))
      faults.add(`${kind(each)} is cut off`);
  }

  // What sticks to an edge lies over what scrolls by; the tests of the focus watch over it.
  const sticks = "svg, script, template, option, .skip, .done-bar, .show, .begin, .badge, #conflict";
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const lines = [];
  while (words.nextNode()) {
    const node = words.currentNode;
    if (!node.data.trim() || node.parentElement.closest(sticks) || !isSeen(node.parentElement)) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) lines.push([node, box]);
  }
  lines.forEach(([node, box], index) => {
    if (box.left < -0.5 || box.right > innerWidth + 0.5) faults.add(`off the screen: ${node.data.trim().slice(0, 40)}`);
    for (const [other, near] of lines.slice(index + 1)) {
      const wide = Math.min(box.right, near.right) - Math.max(box.left, near.left);
      const high = Math.min(box.bottom, near.bottom) - Math.max(box.top, near.top);
      if (node !== other && wide > 2 && high > 0.45 * Math.min(box.height, near.height))
        faults.add(`${node.data.trim().slice(0, 30)} lies over ${other.data.trim().slice(0, 30)}`);
    }
  });
  return [...faults];
}"""


def faults(page):
    """Return what is wrong on a page, once its fonts are there."""
    page.evaluate("document.fonts.ready.then(() => null)")
    return page.evaluate(FAULTS)
