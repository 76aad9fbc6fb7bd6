"""Contents that put a template to the test, made from its own sample."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from app.engine.brand import BrandKit
from app.engine.content import Content, Imprint, LogoChoice, PhotoChoice, QrChoice, Text
from app.engine.template import ChoiceSlot, LogoSlot, PhotoSlot, PosterTemplate, QrSlot, TextSlot
from app.services.contact_sheet.pictures import PREFIX
from app.services.contact_sheet.speech import Speech

LONG_HEADLINE = 90
"""Characters of the longest headline that is tried; fewer where a template allows no more."""

# For a kit without an address of its own.
_SITE = "https://example.be"

_IMPRINT = Imprint(
    name="An Peeters",
    street="Lindestraat 12",
    postcode="9200",
    town="Dendermonde",
    organisation="De Linde vzw",
    seat="Lindestraat 12, 9200 Dendermonde",
)


@dataclass(frozen=True, slots=True)
class Bench:
    """What trials are made with."""

    template: PosterTemplate
    brand: BrandKit
    speech: Speech

    @property
    def texts(self) -> tuple[TextSlot, ...]:
        """The texts of a poster in one language."""
        texts = (slot for slot in self.template.slots.values() if isinstance(slot, TextSlot))
        return tuple(slot for slot in texts if not slot.translates)

    @property
    def headline(self) -> TextSlot:
        """The main title; every template has one."""
        return next(slot for slot in self.texts if slot.role == "H1")

    @property
    def job(self) -> TextSlot:
        """The text that names a job, else the headline."""
        return next((slot for slot in self.texts if slot.words == "job"), self.headline)

    @property
    def photos(self) -> tuple[PhotoSlot, ...]:
        return tuple(slot for slot in self.template.slots.values() if isinstance(slot, PhotoSlot))

    @property
    def logos(self) -> tuple[LogoSlot, ...]:
        return tuple(slot for slot in self.template.slots.values() if isinstance(slot, LogoSlot))


@dataclass(frozen=True, slots=True)
class Trial:
    """One way of filling a template. key: for addresses. label: in words. change: of the sample."""

    key: str
    label: str
    change: Callable[[Content, Bench], Content]


SAMPLE = "sample"
TWO_LANGUAGES = "two-languages"


def trials_of(template: PosterTemplate) -> tuple[Trial, ...]:
    """Return every trial that a template can be put to."""
    return tuple(_trials(template))


def _trials(template: PosterTemplate) -> Iterator[Trial]:
    slots = template.slots.values()
    photos = [slot for slot in slots if isinstance(slot, PhotoSlot)]
    yield Trial(SAMPLE, "Sample", lambda sample, _: sample)
    if template.translations and len(template.languages) > 1:
        yield Trial(TWO_LANGUAGES, "Two languages", lambda sample, _: sample)
    yield Trial("shortest", "Shortest words", _shortest)
    yield Trial("job", "Longest job title", _job)
    yield Trial("headline", f"Headline of {LONG_HEADLINE} characters", _headline)
    yield Trial("full", "Every text as long as allowed", _full)
    if any(not slot.required for slot in photos):
        yield Trial("no-photo", "No photo", _without_photos)
    if any(isinstance(slot, LogoSlot) and not slot.required for slot in slots):
        yield Trial("no-logo", "No logo", lambda sample, _: replace(sample, logos={}))
    if any(isinstance(slot, LogoSlot) for slot in slots):
        yield _logo("wide", "Very wide logo")
        yield _logo("tall", "Very tall logo")
    if any("photo" in slot.allow for slot in photos):
        yield _photo("dark", "Dark photo")
        yield _photo("bright", "Bright photo")
        yield _photo("busy", "Busy photo")
    for slot in slots:
        if isinstance(slot, ChoiceSlot):
            yield from (_choice(slot, value) for value, _ in slot.values)


def base_of(bench: Bench, samples: Mapping[str, Content], language: str) -> Content:
    """Return what a template says in a language: its sample, else the Dutch one in words of the brand kit.

    samples: by language. Without any, every slot is filled.
    """
    if language in samples:
        return replace(samples[language], language=language)
    dutch = samples.get("nl") or next(iter(samples.values()), None) or _filled(bench)
    texts = {slot.key: _said(slot, bench, index) for index, slot in enumerate(bench.texts) if slot.key in dutch.texts}
    return replace(dutch, language=language, texts=texts)


def in_two_languages(
    bench: Bench, samples: Mapping[str, Content], bilingual: Mapping[str, Content], language: str
) -> Content:
    """Return what a template says in a language and in another: its sample in both, else two samples put together.

    samples: by language. bilingual: by the first of their languages.
    """
    if language in bilingual:
        return bilingual[language]
    second = next(other for other in bench.template.languages if other != language)
    speaking = replace(bench, speech=Speech(bench.brand, second))
    one, other = base_of(bench, samples, language), base_of(speaking, samples, second)
    pairs = bench.template.translations.items()
    again = {key: Text(text=other.texts[original].text) for original, key in pairs if original in other.texts}
    return replace(one, second_language=second, texts={**one.texts, **again})


def _said(slot: TextSlot, bench: Bench, index: int) -> Text:
    own = slot.suggestions.get(bench.speech.language) or ()
    return Text(text=own[0] if own else bench.speech.sentence(slot.max_chars, index))


def _filled(bench: Bench) -> Content:
    """Return a content for a template without a sample."""
    drawing = next(iter(bench.brand.illustrations), "")
    codes = [slot for slot in bench.template.slots.values() if isinstance(slot, QrSlot)]
    return Content(
        language=bench.speech.language,
        texts={slot.key: _said(slot, bench, index) for index, slot in enumerate(bench.texts)},
        photos={slot.key: PhotoChoice(file=f"brand:{drawing}", alt="Tekening") for slot in bench.photos if drawing},
        logos={slot.key: LogoChoice(file=f"{PREFIX}wide", name="De Linde") for slot in bench.logos},
        qrs={slot.key: QrChoice(url=slot.default_url or bench.brand.address or _SITE) for slot in codes},
        imprint=_IMPRINT,
    )


def _shortest(sample: Content, bench: Bench) -> Content:
    texts = {slot.key: Text(text=bench.speech.shortest) for slot in bench.texts if slot.required}
    return replace(sample, texts=texts)


def _job(sample: Content, bench: Bench) -> Content:
    return replace(sample, texts={**sample.texts, bench.job.key: Text(text=bench.speech.job)})


def _headline(sample: Content, bench: Bench) -> Content:
    slot = bench.headline
    text = bench.speech.text(min(LONG_HEADLINE, slot.max_chars))
    return replace(sample, texts={**sample.texts, slot.key: Text(text=text)})


def _full(sample: Content, bench: Bench) -> Content:
    texts = {slot.key: Text(text=bench.speech.text(slot.max_chars, index)) for index, slot in enumerate(bench.texts)}
    return replace(sample, texts=texts)


def _without_photos(sample: Content, bench: Bench) -> Content:
    optional = {slot.key for slot in bench.photos if not slot.required}
    return replace(sample, photos={key: photo for key, photo in sample.photos.items() if key not in optional})


def _photo(name: str, label: str) -> Trial:
    def change(sample: Content, bench: Bench) -> Content:
        choice = PhotoChoice(file=PREFIX + name, alt=label, consent=True)
        return replace(sample, photos={slot.key: choice for slot in bench.photos if "photo" in slot.allow})

    return Trial(f"photo-{name}", label, change)


def _logo(name: str, label: str) -> Trial:
    def change(sample: Content, bench: Bench) -> Content:
        return replace(sample, logos={slot.key: LogoChoice(file=PREFIX + name, name=label) for slot in bench.logos})

    return Trial(f"logo-{name}", label, change)


def _choice(slot: ChoiceSlot, value: str) -> Trial:
    def change(sample: Content, _: Bench) -> Content:
        return replace(sample, choices={**sample.choices, slot.key: value})

    label = f"{slot.label.in_language('en')}: {dict(slot.values)[value].in_language('en')}"
    return Trial(f"choice-{slot.key}-{value}", label, change)
