"""Pictures for screens in plain words: what each is for, and where it may be posted."""

from app.engine.sheet import Format
from app.services.upload_limits import is_posted, most_bytes_of, networks_by_limit, refusing
from app.web.language import gettext

_MB = 1_000_000


def use_of(found: Format) -> str:
    """Return what pictures of a format are for."""
    return screen_use(found) or gettext(
        "Je hele affiche, voor je website of een mail. De jpg weegt hoogstens %(mb)d\u00a0MB. Voor een bericht op "
        "sociale media kies je beter een formaat “op een scherm”.",
        mb=most_bytes_of(found) // _MB,
    )


def screen_use(found: Format) -> str:
    """Return what pictures of a format in pixels are for; nothing of what is paper."""
    return {
        "square": gettext("Voor een bericht op Instagram, Facebook of LinkedIn."),
        "feed": gettext("Voor een staand bericht op Instagram of Facebook: het vult het scherm van een telefoon."),
        "story": gettext("Voor een story, en voor een staand infoscherm in de gang."),
        "wide": gettext("Voor een liggend infoscherm of tv, en tussen je dia’s."),
        "uhd": gettext("Voor een groot infoscherm of tv in 4K."),
    }.get(found.key, "")


def limits_of(found: Format) -> str:
    """Return what networks take, and that the light file is below it; nothing for what is not posted."""
    if not is_posted(found):
        return ""
    taking = [
        gettext("%(networks)s %(mb)d\u00a0MB", networks=", ".join(networks), mb=most // _MB)
        for most, networks in networks_by_limit().items()
    ]
    return gettext(
        "De jpg is zo licht dat elk van deze netwerken hem aanneemt. Zij nemen hoogstens: %(taking)s.",
        taking="; ".join(taking),
    )


def too_heavy(found: Format, weight: int) -> str:
    """Return where a PNG cannot be posted. weight: of the file in bytes, 0 where it is not known."""
    networks = refusing(weight) if is_posted(found) else ()
    if not networks:
        return ""
    return gettext("De png is te zwaar voor %(networks)s. Neem daar de jpg.", networks=", ".join(networks))
