"""Forced colours and reduced motion: every control has an edge, chosen and focused can be told apart, nothing moves."""

import pytest
from playwright.sync_api import expect
from poster_steps import begin

# Returns what has no edge of its own: a ground, a shadow and a transparent line are gone in forced colours.
EDGELESS = """() => {
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const kinds = "button, .action, input:not([type=hidden]), textarea, select, .tab > *, .pick > label, .drop > label";
  const seen = [...document.querySelectorAll(kinds)].filter((one) => one.checkVisibility({ opacityProperty: true }));
  return seen.filter((one) => {
    const { borderTopStyle, borderTopWidth, borderTopColor, textDecorationLine } = getComputedStyle(one);
    const isOwn = one.matches('[type="radio"], [type="checkbox"], [type="range"], [type="file"]');
    const hasEdge = borderTopStyle !== "none" && parseFloat(borderTopWidth) >= 1 && borderTopColor !== ground;
    return !isOwn && !hasEdge && textDecorationLine !== "underline" && !one.matches(".unseen");
  }).map((one) => one.outerHTML.slice(0, 120));
}"""
LOOKS = """one => {
  const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(one);
  return [backgroundColor, borderTopColor, borderTopWidth].join(" ");
}"""
OUTLINE = "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineColor].join(' ')"
MOVING = "document.getAnimations().map(({ effect }) => effect.target.outerHTML.slice(0, 120))"


@pytest.fixture
def page(browser, browser_context_args):
    """A page whose colours the visitor's system chooses, without movement."""
    wishes = {"forced_colors": "active", "reduced_motion": "reduce", "color_scheme": "dark"}
    context = browser.new_context(**{**browser_context_args, **wishes})
    yield context.new_page()
    context.close()


def begin_with_drawing(page, live_server):
    begin(page, live_server)
    page.get_by_text("Geen foto? Kies een tekening").click()
    page.locator(".drawings input").first.check(force=True)
    page.locator('[name="text.lead"]').fill("Kies voor Career")
    expect(page.locator("#findings-lead .fix")).to_be_visible()


def test_controls_keep_their_edges_and_what_is_chosen_shows(page, live_server):
    """On a page of each kind; and the focus is seen on what is chosen already, which arrow keys always are."""
    for address in ("/?foto=met", "/sjablonen/vacature"):
        page.goto(live_server + address)
        assert page.evaluate(EDGELESS) == []
        chosen, other = page.locator(".top-links a").first, page.locator(".top-links a").last
        assert (chosen.evaluate(LOOKS) != other.evaluate(LOOKS)) == (address == "/?foto=met")
    begin_with_drawing(page, live_server)
    assert page.evaluate(EDGELESS) == []
    for chosen, other, field in (
        (".tab :checked + label", ".tab :not(:checked) + label", ".tab :checked"),
        (".drawings :checked + label", ".drawings :not(:checked) + label", ".drawings :checked"),
        (".tongues [aria-current]", ".tongues :not([aria-current])", ".tongues [aria-current]"),
    ):
        shown = page.locator(chosen).first
        assert shown.evaluate(LOOKS) != page.locator(other).first.evaluate(LOOKS)
        resting = shown.evaluate(OUTLINE)
        page.keyboard.press("Tab")
        page.locator(field).first.focus()
        assert shown.evaluate(OUTLINE) not in (resting, "none")
    page.goto(page.url.partition("?")[0].partition("#")[0] + "/download?formaat=a3")
    assert page.evaluate(EDGELESS) == []
    assert page.locator(".tab [aria-current]").evaluate(LOOKS) != page.locator(".tab a").first.evaluate(LOOKS)


def test_nothing_moves_for_who_wants_rest(page, live_server, photo_file):
    """Not while the page is filled in, not while a file is on its way, and jumps within the page are jumps."""
    page.goto(live_server)
    page.locator(".poster-card a").first.hover()
    assert page.evaluate(MOVING) == []
    begin_with_drawing(page, live_server)
    held = []
    page.route("**/bestand", lambda route: held.append(route))
    page.locator('[name="photo.photo.upload"]').set_input_files(photo_file)
    expect(page.get_by_role("progressbar")).to_be_visible()
    assert page.evaluate(MOVING) == []
    assert page.locator("html").evaluate("root => getComputedStyle(root).scrollBehavior") == "auto"
    page.locator("#slot-photo .sending").get_by_role("button", name="Stop").click()
    page.locator("#summary a").first.click()
    assert page.evaluate(MOVING) == []
