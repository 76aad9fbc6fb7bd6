"""Reading a brand kit from its folder: everything is checked, and every fault is told at once."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from app.engine.brand.colours import read_pairs, read_palette
from app.engine.brand.folder import KitFolder
from app.engine.brand.limits import read_address, read_imprint, read_photo, read_print, read_qr, read_words
from app.engine.brand.marks import read_illustrations, read_logo, read_partner_logo, read_welcome
from app.engine.brand.pages import read_pages
from app.engine.brand.press import Shop
from app.engine.brand.read_ready_words import read_ready_words
from app.engine.brand.read_shops import read_shops
from app.engine.brand.saving import read_saving
from app.engine.brand.typography import read_faces, read_languages, read_styles
from app.engine.brand.values import BrandKit, PrintRules
from app.engine.color import Ink
from app.engine.errors import BrandError, Fault
from app.engine.toml_table import FaultBook, Table, choose, read_toml


def read_brand(folder: Path) -> BrandKit:
    """Return the brand kit in a folder. Illustrations are read when first wanted; `check_brand` reads them too.

    Raises BrandError with every fault of the kit, in the order of files and lines.
    """
    files = KitFolder(folder)
    text = unicodedata.normalize("NFC", files.toml)
    book = FaultBook(files.toml_name, text)
    kit = read_toml(text, book)
    brand = None if kit is None else _read_kit(kit, files)
    if brand is None or book.faults:
        raise BrandError(*sorted(book.faults, key=lambda fault: (fault.file, fault.line)))
    return brand


def check_brand(folder: Path) -> BrandKit:
    """Return the brand kit in a folder after reading every illustration too. Raises BrandError as `read_brand`."""
    brand = read_brand(folder)
    require_illustrations(brand)
    return brand


def require_illustrations(brand: BrandKit) -> None:
    """Read every illustration of a kit. Raises BrandError with the faults of all that cannot be used."""
    faults: list[Fault] = []
    for name in brand.illustrations:
        try:
            brand.illustrations[name]
        except BrandError as wrong:
            faults.extend(wrong.faults)
    if faults:
        raise BrandError(*faults)


def _read_kit(kit: Table, files: KitFolder) -> BrandKit | None:
    """Read every part, so that every fault is found; None where the printing condition could not be read."""
    name = kit.text("name")
    version = kit.whole("version", least=1, most=1_000_000)
    address = read_address(kit)
    languages = read_languages(kit)
    rules = read_print(kit.table("print"), files)
    palette, spots, drawn, called = read_palette(kit, rules.condition if rules else None)
    files = files.in_colors({color: palette[key].srgb for key, color in drawn.items() if color != palette[key].srgb})
    pairs = read_pairs(kit, palette)
    styles = read_styles(kit, read_faces(kit, files), name, languages, rules.smallest_type if rules else 0)
    logo = read_logo(kit.table("logo"), files, palette)
    partner_logo = read_partner_logo(kit.table("partner_logo"), palette)
    photo = read_photo(kit.table("photo"), palette)
    saving = read_saving(kit, palette)
    qr = read_qr(kit.table("qr"), palette)
    imprint = read_imprint(kit.table("imprint"), styles, languages)
    words = read_words(kit.table("words"), name, languages)
    ready, faults = read_ready_words(files, words, tuple(languages))
    kit.book.faults.extend(faults)
    illustrations, alts, looks = read_illustrations(kit, files)
    welcome = read_welcome(kit, alts)
    pages = read_pages(kit, files)
    shops = _read_shops(kit, files, rules, palette)
    kit.close()
    if rules is None:
        return None
    return BrandKit(
        key=files.key,
        name=name,
        version=version,
        digest=files.digest,
        languages=tuple(languages),
        language_names=languages,
        palette=palette,
        spots=spots,
        pairs=pairs,
        styles=styles,
        logo=logo,
        partner_logo=partner_logo,
        photo=photo,
        qr=qr,
        imprint=imprint,
        words=words,
        print=rules,
        illustrations=illustrations,
        illustration_svgs=illustrations.svgs,
        illustration_alts=alts,
        illustration_looks=looks,
        welcome=welcome,
        ready=ready,
        drawn=drawn,
        called=called,
        address=address,
        saving=saving,
        pages=pages,
        shops=shops,
    )


def _read_shops(
    kit: Table, files: KitFolder, rules: PrintRules | None, palette: Mapping[str, Ink]
) -> Mapping[str, Shop]:
    if rules is None:
        return {}
    shops, faults = read_shops(files, rules.condition, palette)
    kit.book.faults.extend(faults)
    if rules.shop and rules.shop not in shops and not faults:
        kit.fault("print.shop", f'there is no file "shops/{rules.shop}.toml" in the kit', choose(rules.shop, shops))
    return shops
