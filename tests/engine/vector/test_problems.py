"""Nothing is passed over in silence: each thing beyond the reader is a problem with its place."""

import pytest

BOX = 'width="9" height="9"'
STOPS = '<stop stop-color="red"/><stop offset="1" stop-color="blue"/>'
USER = f'<rect {BOX} fill="url(#a)"/>'

# What stands in the file, the kind of problem, and why even pixels of it would be untrue ("" where they are true).
CASES = [
    ("<text>a</text>", "text", "svg-text"),
    ("<flowRoot>a</flowRoot>", "text", "svg-text"),
    ("<image href='data:image/png;base64,AA=='/>", "image", ""),
    ("<foreignObject/>", "foreign", "svg-foreign"),
    ("<script/>", "script", "svg-script"),
    (f"<rect {BOX} onclick='a()'/>", "script", "svg-script"),
    (f"<rect {BOX}><animate attributeName='x'/></rect>", "animation", "svg-animation"),
    ("<style>@keyframes a{}</style>", "animation", "svg-animation"),
    (f"<filter id='a'/><rect {BOX} filter='url(#a)'/>", "filter", ""),
    (f"<rect {BOX} style='filter:blur(2px)'/>", "filter", ""),
    (f"<mask id='a'/><rect {BOX} mask='url(#a)'/>", "mask", ""),
    (f"<rect {BOX} style='mask-image:linear-gradient(red,blue)'/>", "property", "svg-unclear"),
    (f"<pattern id='a'/><rect {BOX} fill='url(#a)'/>", "pattern", ""),
    ("<marker id='a'/><path d='M0 0H9' marker-end='url(#a)'/>", "marker", ""),
    ("<marker id='a'/><g style='marker:url(#a)'><path d='M0 0H9'/></g>", "marker", ""),
    (f"<rect {BOX} style='mix-blend-mode:multiply'/>", "blend", ""),
    (f"<rect {BOX} vector-effect='non-scaling-stroke'/>", "stroke", "svg-unclear"),
    (f"<rect {BOX} transform-origin='5 5'/>", "transform", ""),
    (f"<rect {BOX} transform-origin='center'/>", "transform", "svg-unclear"),
    (f"<rect {BOX} transform='rotate(1 2)'/>", "transform", "svg-unclear"),
    (f"<rect {BOX} style='rotate:5deg'/>", "transform", "svg-unclear"),
    ("<rect style='width:9px' height='9'/>", "property", "svg-unclear"),
    (f"<rect {BOX} fill='context-fill'/>", "color", "svg-unclear"),
    (f"<rect {BOX} style='fill:var(--x)'/>", "color", "svg-unclear"),
    (f"<rect {BOX} stroke-linejoin='arcs'/>", "property", "svg-unclear"),
    (f"<rect {BOX} opacity='calc(.5)'/>", "property", "svg-unclear"),
    ("<rect width='5vw' height='9'/>", "length", "svg-unclear"),
    ("<rect width='-5' height='9'/>", "length", "svg-unclear"),
    ("<path d='M0 0L9 x'/>", "path", ""),
    ("<polygon points='0 0 9 9 5'/>", "path", ""),
    ("<use href='#nowhere'/>", "reference", ""),
    (f"<rect {BOX} fill='url(#nowhere)'/>", "reference", ""),
    (f"<rect {BOX} clip-path='url(#nowhere)'/>", "reference", ""),
    (f"<rect {BOX} style='clip-path:circle(5px)'/>", "clip", "svg-unclear"),
    (
        f"<clipPath id='a'><path d='M0 0H9V9Z'/><path d='M0 0V9H9Z'/></clipPath><rect {BOX} clip-path='url(#a)'/>",
        "clip",
        "",
    ),
    ("<use href='other.svg#a'/>", "reference", "svg-reference"),
    ("<image href='http://127.0.0.1:9/a.png'/>", "reference", "svg-reference"),
    (f"<rect {BOX} style='fill:url(a.svg#b)'/>", "reference", "svg-reference"),
    ("<style>@import 'a.css';</style>", "reference", "svg-reference"),
    ("<style>@media print{rect{fill:red}}</style>", "style-sheet", "svg-unclear"),
    ("<style>g rect{fill:red}</style>", "selector", ""),
    ("<style>rect:hover{fill:red}</style>", "selector", "svg-unclear"),
    (
        f"<linearGradient id='a'>{STOPS}<stop stop-opacity='.5'/></linearGradient>{USER}",
        "gradient",
        "",
    ),
    (
        f"<linearGradient id='a' spreadMethod='reflect'>{STOPS}</linearGradient>{USER}",
        "gradient",
        "",
    ),
    (f"<radialGradient id='a' fx='2'>{STOPS}</radialGradient>{USER}", "gradient", ""),
    (f"<rect {BOX} systemLanguage='nl'/>", "property", "svg-unclear"),
    ("<video/>", "element", "svg-unclear"),
]


@pytest.mark.parametrize(("body", "kind", "refusal"), CASES, ids=[f"{case[1]}-{i}" for i, case in enumerate(CASES)])
def test_what_outlines_cannot_say_is_a_problem_with_its_line(read, body, kind, refusal):
    """Kind, line and cure are told, and whether a picture of it would be true."""
    problems = read(f"\n\n{body}").problems

    assert (kind, refusal, 3) in [(problem.kind, problem.refusal, problem.line) for problem in problems]
    assert all(problem.cure and problem.message and problem.where for problem in problems)


def test_a_problem_is_told_once_however_often_it_is_used(read):
    """A symbol with a fault, used ten times, has one fault."""
    uses = "".join(f'<use href="#a" x="{i}"/>' for i in range(10))

    assert len(read(f'<defs><text id="a">x</text></defs>{uses}').problems) == 1
