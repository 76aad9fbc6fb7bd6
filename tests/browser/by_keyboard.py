"""A visitor who has a keyboard only. After every press the focus has to be somewhere, seen and not covered."""

from playwright.sync_api import expect

# Returns what is wrong with the focus; nothing where all is well. Some fields are drawn by what lies over or under
# them: the thumbnail of a photo, the pill of a format, the place to drop a file.
FAULT = """() => {
  const field = document.activeElement;
  if (field === document.body) return "the focus is lost";
  // From a title or a part of the page one reads on: there is nothing to press.
  if (field.matches("h1, h2, main")) return "";
  const isDrawn = getComputedStyle(field).opacity !== "0";
  const shown = isDrawn ? field : field.matches(".drop > input") ? field.parentElement : field.nextElementSibling;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return `no outline: ${field.outerHTML}`;
  const box = shown.getBoundingClientRect();
  const spots = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
  const tops = spots.map(([x, y]) => document.elementFromPoint(box.x + box.width * x, box.y + box.height * y));
  const above = tops.filter((top) => top !== field && !(top && (shown.contains(top) || top.contains(shown))));
  return above.length ? `${field.outerHTML} is out of sight or under ${above.map((top) => top?.outerHTML)}` : "";
}"""
# The page may have to scroll first, which it does in its own time.
SOON = f"""async () => {{
  const fault = {FAULT};
  const end = performance.now() + 5000;
  while (fault() && performance.now() < end) await new Promise(requestAnimationFrame);
  return fault();
}}"""


class Keyboard:
    """Presses keys on a page and fails as soon as the focus is lost, cannot be seen, or is under something."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.look()

    def look(self):
        """Judge the focus where it is now."""
        fault = self.page.evaluate(SOON)
        assert not fault, fault[:300] + " … " + fault[-500:]

    def go_to(self, target, *, back=False, most=60):
        """Tab on, or back, to an element."""
        expect(target).to_be_attached()
        for _ in range(most):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"{most} presses do not lead to {target}")

    def fill(self, field, words):
        """Tab on to a field and type over what is in it."""
        self.go_to(field)
        self.press("Control+a")
        self.page.keyboard.type(words)
        self.look()
