"""What a poster could say in a language, as much as is asked for: the brand's own sentences, one after the other."""

from dataclasses import dataclass

from app.engine.brand import MESSAGES, READERS, BrandKit
from app.engine.fonts import count_chars

LONGEST_JOB = "Verantwoordelijke kinderbegeleider buitenschoolse kinderopvang"
"""A Dutch title of the sector that no line holds."""

_SHORTEST = {
    "nl": "Ja.",
    "fr": "Oui.",
    "en": "Yes.",
    "de": "Ja.",
    "tr": "Evet.",
    "pl": "Tak.",
    "ro": "Da.",
    "uk": "Так.",
    "ar": "نعم.",
}


@dataclass(frozen=True, slots=True)
class Speech:
    """The sentences of a brand kit in one language."""

    brand: BrandKit
    language: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every headline for the first job of the kit, without forced breaks, each once.

        The brand's name where the kit has none in a language, so that its type is still looked at.
        """
        job = next(iter(self.brand.ready.jobs), "")
        said = (
            self.brand.ready.said("headline", job, reader, message, self.language)
            for reader in READERS
            for message in MESSAGES
        )
        found = dict.fromkeys(" ".join(text.split()) for text in said if text)
        return tuple(found) or (self.brand.name,)

    @property
    def shortest(self) -> str:
        """The fewest letters with which one says anything."""
        return _SHORTEST.get(self.language, self.brand.name)

    @property
    def job(self) -> str:
        """The longest title of a job."""
        if self.language == "nl":
            return LONGEST_JOB
        known = (job.name.get(self.language, "") for job in self.brand.ready.jobs.values())
        return max(known, key=len, default="") or self.brand.name

    def sentence(self, chars: int, start: int = 0) -> str:
        """Return one whole sentence of at most so many characters, else as many of its words as fit."""
        sentences = self.sentences
        turned = (*sentences[start % len(sentences) :], *sentences[: start % len(sentences)])
        return next((text for text in turned if count_chars(text) <= chars), "") or self.text(chars, start)

    def text(self, chars: int, start: int = 0) -> str:
        """Return whole words, as many as fit into a number of characters, beginning at a sentence; at least one."""
        sentences = self.sentences
        words: list[str] = []
        at = start
        while True:
            for word in sentences[at % len(sentences)].split():
                if words and count_chars(" ".join([*words, word])) > chars:
                    return " ".join(words)
                words.append(word)
            at += 1
