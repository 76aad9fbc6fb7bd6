"""A finding is mended where it is told, among the files too: one press, and one press that takes it back."""

import re
from html import unescape

FIX = re.compile(r'<button class="fix" form="(\w[\w-]*)" name="do" value="(fix:[^"]+)"')


def press(maker, do, **more):
    data = {"csrf_token": maker.token(maker.address), "format": "a3", "do": do, **more}
    return maker.client.post(f"{maker.address}/download/aanpassen", data=data)


def test_the_summary_of_the_editor_holds_the_button(maker):
    """Beside the field and in the one list of all."""
    page = maker.send("preview", text__lead="Kies voor Career in Gent.").headers["Location"]
    text = maker.client.get(page).text
    advice = re.search(r'<ul class="findings" id="advice">.*?</ul>', text, re.S)[0]

    assert FIX.findall(advice) == [("poster-form", "fix:brand-spelling:lead")]


def test_a_finding_among_the_files_is_mended_with_one_press_and_back(maker):
    """The poster is kept with the mended words, the page shows what is left, and one press undoes it."""
    maker.send("save", text__lead="Kies voor Career in Gent.")
    page = maker.client.get(f"{maker.address}/download?formaat=a3").text
    assert ("mend", "fix:brand-spelling:lead") in FIX.findall(page)

    mended = press(maker, "fix:brand-spelling:lead")

    assert mended.status_code == 200
    assert "fix:brand-spelling:lead" not in mended.text
    assert maker.typed("text.lead") == "Kies voor Careēr in Gent."
    undo = unescape(re.search(r'name="undo" value="([^"]+)"', mended.text)[1])
    back = press(maker, "undo", undo=undo)
    assert maker.typed("text.lead") == "Kies voor Career in Gent."
    assert 'name="undo"' not in back.text


def test_a_finding_that_is_gone_changes_nothing(maker):
    """An old page, or a forged button."""
    maker.send("save")
    revision = maker.revision()

    answer = press(maker, "fix:brand-spelling:lead")

    assert answer.status_code == 200
    assert maker.revision() == revision
    assert 'name="undo"' not in answer.text


def test_nobody_mends_the_poster_of_another(maker, stranger):
    """It is not there for them."""
    token = stranger.token()

    answer = stranger.client.post(f"{maker.address}/download/aanpassen", data={"csrf_token": token, "do": "undo"})

    assert answer.status_code == 404
