"""What an address asks for that cannot be, in one sentence: nobody gets another file without being told."""

from collections.abc import Mapping

from app.engine.sheet import Destination, Format
from app.engine.template import PosterTemplate
from app.services.poster import Poster
from app.services.purposes import goals_of
from app.web.downloads.asked import refused_names
from app.web.downloads.own_size import format_asked
from app.web.formats import format_name
from app.web.language import gettext
from app.web.shell import services


class NoSuchFile(LookupError):
    """An address names a file that cannot be. problem: in one sentence. format_key: of the page that leads on."""

    def __init__(self, poster: Poster, template: PosterTemplate, problem: str, format_key: str | None = None) -> None:
        super().__init__(problem)
        self.poster, self.template, self.problem, self.format_key = poster, template, problem, format_key


def wrong_format(template: PosterTemplate, key: str | None) -> str:
    """Return what is wrong with the key of a format; nothing for one that is there, or for none."""
    found = format_asked(template, key)
    if not key or found.key == key:
        return ""
    return gettext(
        "Het formaat “%(key)s” is er niet voor deze affiche. Je ziet nu %(format)s.", key=key, format=format_name(found)
    )


def wrong_wishes(found: Format, asked: Mapping[str, str], goal: Destination | None = None) -> str:
    """Return what an address asks for that a format cannot have. goal: of the file that it names, None for a page."""
    names = refused_names(found, (goal,) if goal else goals_of(found), asked, services().catalog.brand)
    shop = asked["drukker"] if "drukker" in names else ""
    if shop and shop not in services().catalog.brand.shops:
        return gettext("Een drukker “%(shop)s” kennen we niet. Je ziet nu de gewone bestanden.", shop=shop)
    if not names:
        return ""
    said = ", ".join(f"{name}={asked[name]}" for name in names)
    return gettext(
        "Dit kan niet voor %(format)s: “%(asked)s”. Je ziet nu wat er wel kan.", format=format_name(found), asked=said
    )


def wrong_goal(found: Format) -> str:
    """Return what is wrong where a format does not go to the destination of an address."""
    return gettext("Zo’n bestand is er niet van %(format)s. Je ziet nu wat er wel kan.", format=format_name(found))
