"""`affiche render --for home`: names, pages and words."""

import pikepdf
import pytest


@pytest.mark.parametrize(
    ("format", "more", "ending", "pages", "size"),
    [
        ("a3", (), "a3-thuis-nl", 1, (210, 297)),
        ("a3", ("--paper", "a3"), "a3-thuis-nl-op-a3", 1, (297, 420)),
        ("a3", ("--tiles", "a4"), "a3-thuis-nl-4xa4", 5, (210, 297)),
        ("b2", ("--tiles", "a3"), "b2-thuis-nl-4xa3", 5, (297, 420)),
        ("a5", ("--up",), "a5-thuis-nl-2-op-a4", 1, (297, 210)),
        ("a5", ("--up", "--paper", "a3"), "a5-thuis-nl-4-op-a3", 1, (297, 420)),
        ("a3", ("--gray",), "a3-thuis-nl-zwart-wit", 1, (210, 297)),
        ("a3", ("--tiles", "a4", "--save-ink", "--gray"), "a3-thuis-nl-4xa4-zuinig-zwart-wit", 5, (210, 297)),
    ],
)
def test_each_wish_has_its_file(render, desk, format, more, ending, pages, size):
    """What is asked for is in the name, so that no file is saved over another."""
    done = render(*more, format=format, goal="home")

    assert (done.exit_code, done.stdout.strip()) == (0, f"career-affiche-tiny-{ending}.pdf")
    with pikepdf.open(desk / done.stdout.strip()) as pdf:
        assert len(pdf.pages) == pages
        assert [round(float(edge) * 25.4 / 72) for edge in pdf.pages[0].MediaBox[2:]] == list(size)
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
