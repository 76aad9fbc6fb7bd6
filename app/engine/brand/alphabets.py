"""The letters that a language cannot do without: what a font must hold before the kit may offer the language."""

_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

# Figures, punctuation and signs that posters in any language use: dates, hours, prices, addresses, quotations.
_COMMON = "0123456789 .,:;!?-–—…'’‘“”\"()/&@%+*#€•·\u00a0"

_CYRILLIC = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгдежзийклмнопрстуфхцчшщьюя"

# What each language adds to the common signs and, where it is written in Latin letters, to A–Z.
# Source: the exemplar characters of Unicode CLDR, main and auxiliary letters that its spelling rules ask for.
_OWN = {
    "nl": "ÁÀÄÂÇÉÈËÊÍÏÎÓÖÔÚÜÛáàäâçéèëêíïîóöôúüû",
    "fr": "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»",
    "en": "ÉÈÊÏÑÔéèêïñô£",
    "de": "ÄÖÜäöüßẞ„",
    "tr": "ÇĞİÖŞÜçğıöşüÂâÎîÛû",
    "pl": "ĄĆĘŁŃÓŚŹŻąćęłńóśźż„",
    "ro": "ĂÂÎȘȚăâîșț„«»",
    "es": "ÁÉÍÑÓÚÜáéíñóúü¿¡«»",
    "pt": "ÁÀÂÃÇÉÊÍÓÔÕÚÜáàâãçéêíóôõúü",
    "it": "ÀÈÉÌÎÒÙàèéìîòù«»",
    "cs": "ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽáčďéěíňóřšťúůýž„",
    "sk": "ÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽáäčďéíĺľňóôŕšťúýž„",
    "hu": "ÁÉÍÓÖŐÚÜŰáéíóöőúüű„",
    "hr": "ČĆĐŠŽčćđšž„",
    "sq": "ÇËçë",
    "da": "ÆØÅæøå",
    "sv": "ÅÄÖåäöÉé",
    "uk": _CYRILLIC + "ҐЄІЇґєії«»№",
    "ru": _CYRILLIC + "ЁЪЫЭёъыэ«»№",
    "bg": _CYRILLIC + "Ъъ„№",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي،؛؟٠١٢٣٤٥٦٧٨٩\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652",
    "fa": "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی،؛؟۰۱۲۳۴۵۶۷۸۹",
    "he": "אבגדהוזחטיךכלםמןנסעףפץצקרשת״׳",
    "el": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωΆΈΉΊΌΎΏάέήίόύώϊϋΐΰ«»",
}

LANGUAGES = tuple(_OWN)
"""The languages whose letters are known here."""


def alphabet(language: str) -> frozenset[str]:
    """Return every character that a poster in this language may need. Raises KeyError for an unknown language.

    Latin letters are always among them: addresses of the web and names are written in them.
    """
    return frozenset(_LATIN + _COMMON + _OWN[language])
