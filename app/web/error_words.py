"""What error pages say: what happened, and what to do."""

import math
from typing import NamedTuple

from flask import request

from app.web.language import gettext, lazy_gettext, ngettext
from app.web.shell import services


class Words(NamedTuple):
    """What an error page says. Lazy: translated when shown."""

    title: object
    advice: object


BY_STATUS = {
    400: Words(
        lazy_gettext("Deze pagina is te lang blijven openstaan"),
        lazy_gettext("Voor je veiligheid vragen we je om nog eens op de knop te drukken."),
    ),
    404: Words(
        lazy_gettext("Deze pagina is er niet"),
        lazy_gettext("Misschien is het adres niet helemaal juist. Alle sjablonen vind je op de startpagina."),
    ),
    405: Words(
        lazy_gettext("Zo kun je deze pagina niet openen"),
        lazy_gettext("Begin opnieuw vanaf de startpagina. Wat bewaard was, blijft bewaard."),
    ),
    500: Words(
        lazy_gettext("Er ging iets mis bij ons"),
        lazy_gettext("Dat ligt niet aan jou. Probeer het opnieuw."),
    ),
    503: Words(
        lazy_gettext("Het is nu erg druk"),
        lazy_gettext("Probeer het over een halve minuut opnieuw."),
    ),
}
NO_POSTER = Words(
    lazy_gettext("Deze affiche kunnen we je niet tonen"),
    lazy_gettext(
        "Ze is gewist, of je begon eraan op een ander toestel. Open dan de link om verder te werken die je daar kreeg."
    ),
)
NOT_MADE = Words(
    lazy_gettext("Dit bestand lukte niet"),
    lazy_gettext(
        "Het was te veel werk voor ons. Kies een kleiner formaat of een kleinere foto en probeer het opnieuw."
    ),
)
AWAY = Words(
    lazy_gettext("Het lukt nu even niet"),
    lazy_gettext("Dat ligt niet aan jou. Probeer het over een halve minuut opnieuw."),
)
# A script has no button that could be pressed once more.
FOR_SCRIPTS = {400: lazy_gettext("Laad de pagina opnieuw. Wat je typte, staat er dan nog.")}


def too_many(seconds: int) -> Words:
    """Return what to tell who asked too often. seconds: until there is room again."""
    if seconds <= 90:
        wait = ngettext("Wacht %(num)d seconde", "Wacht %(num)d seconden", seconds)
    else:
        # The limiter counts one second too many; nobody is sent away for two minutes by it.
        wait = ngettext("Wacht %(num)d minuut", "Wacht %(num)d minuten", math.ceil((seconds - 1) / 60))
    advice = gettext("Er kwamen veel vragen tegelijk van jouw verbinding. %(wait)s en probeer het opnieuw.", wait=wait)
    return Words(gettext("Even ademhalen"), advice)


def too_large(back: bool) -> Words:
    """Return what to tell who sent too much. back: whether the browser still has the form."""
    if _is_text():
        title, cure = gettext("Je tekst is te lang"), gettext("Zoveel past er niet op een affiche. Maak hem korter.")
    else:
        title = gettext("Dit bestand is te groot")
        cure = gettext("Kies een bestand van hoogstens %(mb)d MB.", mb=services().settings.photo_mb)
    typed = gettext("Wat je net typte, vind je terug met de knop Vorige van je browser.") if back else ""
    return Words(title, f"{cure} {typed}".rstrip())


def _is_text() -> bool:
    """Return whether it was text that was too much: then the request as a whole was none too large."""
    weight, most = request.content_length or 0, request.max_content_length or 0
    return request.mimetype != "multipart/form-data" or weight <= most
