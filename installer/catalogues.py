r"""The French catalogue: extracted from the sources, merged, checked, compiled.

    .venv/bin/python installer/catalogues.py update [--from FOLDER]
    .venv/bin/python installer/catalogues.py compile

English is the language of the sources, so only French has a file. `update` takes
translations from the JSON files of a folder, read in the order of their names; the first
that knows a text wins over the others and over the catalogue:

    {"Add actor": "Ajouter un acteur",
     "{count} actor|{count} actors": ["{count} acteur", "{count} acteurs"],
     "menu\u0004Close": "Fermer"}

A list belongs to a text with a plural, the two English forms parted by a bar; what stands
before U+0004 is the context of `pgettext`.
"""

import argparse
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parent.parent
LOCALES: Final = ROOT / "resources" / "entente_resources" / "locale"
FRENCH: Final = LOCALES / "fr" / "LC_MESSAGES" / "entente.po"
SOURCES: Final = (ROOT / "desktop", ROOT / "ui")

_KEYWORDS: Final = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}

#: Written by us because Babel's own names the time and its version, which would make
#: every update a change.
_HEADER: Final = r"""# French texts of Entente. Made by `python3 installer/dev.py messages`.
msgid ""
msgstr ""
"Project-Id-Version: entente\n"
"Language: fr\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

"""

_PLACEHOLDER: Final = re.compile(r"\{([A-Za-z_]\w*)[^{}]*\}")
_NARROW: Final = "\u202f"
_WIDE: Final = "\u00a0"

#: What French typography refuses, with the words to say so. A sign glued to a word after it,
#: as in the « !3 » that one types, is no punctuation.
_FAULTS: Final = (
    (re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"), "straight apostrophe"),
    (re.compile(rf"[^\S{_NARROW}][;!?](?!\w)"), "no narrow no-break space before ; ! or ?"),
    (re.compile(rf"[^\S{_WIDE}]:"), "no no-break space before :"),
    (re.compile(rf"«(?!{_WIDE})"), "no no-break space after «"),
    (re.compile(rf"(?<!{_WIDE})»"), "no no-break space before »"),
    (re.compile(r"[\w)\]}»’][;:!?](?=\s|$)"), "no space before ; : ! or ?"),
)


@dataclass(frozen=True, slots=True)
class Key:
    """What one text of the sources is found by."""

    text: str
    plural: str = ""
    context: str = ""

    def __str__(self) -> str:
        """Return the key as the JSON files write it."""
        forms = f"{self.text}|{self.plural}" if self.plural else self.text
        return f"{self.context}\u0004{forms}" if self.context else forms


@dataclass(frozen=True, slots=True)
class Report:
    """What `update` found wanting.

    Attributes:
        untranslated: Texts of the sources without French.
        unknown: Translations of texts that no source has.
        faulty: Translations with what is wrong with each.
    """

    untranslated: tuple[str, ...]
    unknown: tuple[str, ...]
    faulty: tuple[tuple[str, str], ...]


def forms(message: Message) -> tuple[str, ...]:
    """Return the French of `message`: one form, or one for each plural."""
    french = message.string or ""
    return (french,) if isinstance(french, str) else tuple(french)


def key(message: Message) -> Key:
    """Return what `message` is found by."""
    text, plural = (message.id, "") if isinstance(message.id, str) else message.id
    return Key(text, plural, message.context or "")


def texts(catalogue: Catalog) -> Iterator[Message]:
    """Return every message of `catalogue` but its header."""
    return (message for message in catalogue if message.id)


def extract(sources: Iterable[Path] = SOURCES) -> Catalog:
    """Return every text that the sources mark for translation."""
    catalogue = Catalog(locale="fr", charset="utf-8")
    for source in sources:
        for _file, _line, text, comments, context in extract_from_dir(source, keywords=_KEYWORDS):
            catalogue.add(text, auto_comments=comments, context=context)
    return catalogue


def read(po: Path = FRENCH) -> Catalog:
    """Return the catalogue kept in `po`, empty if there is none yet."""
    if not po.exists():
        return Catalog(locale="fr", charset="utf-8")
    with po.open("rb") as file:
        return read_po(file, locale="fr")


def read_fragments(folder: Path) -> dict[Key, tuple[str, ...]]:
    """Return the translations of all JSON files in `folder`, the first of each text."""
    found: dict[Key, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.json")):
        for name, french in json.loads(path.read_text("utf-8")).items():
            context, _, text = name.rpartition("\u0004")
            if isinstance(french, str):
                found.setdefault(Key(text, context=context), (french,))
            else:
                singular, _, plural = text.partition("|")
                found.setdefault(Key(singular, plural, context), tuple(french))
    return found


def merge(
    sources: Catalog, before: Catalog, fragments: Mapping[Key, tuple[str, ...]]
) -> tuple[Catalog, Report]:
    """Return the catalogue that holds exactly the texts of `sources`, and what it lacks."""
    merged = Catalog(locale="fr", charset="utf-8")
    known = {key(message): forms(message) for message in texts(before) if not message.fuzzy}
    known |= fragments
    for message in texts(sources):
        french = known.get(key(message), ())
        if not isinstance(message.id, str):
            merged.add(message.id, french or ("", ""), context=message.context)
        else:
            merged.add(message.id, "".join(french), context=message.context)
    wanted = {key(message) for message in texts(merged)}
    return merged, Report(
        untranslated=tuple(gaps(merged)),
        unknown=tuple(str(name) for name in fragments if name not in wanted),
        faulty=tuple(faults(merged)),
    )


def gaps(catalogue: Catalog) -> Iterator[str]:
    """Return the texts without French, or not in every plural form."""
    for message in texts(catalogue):
        if not all(forms(message)):
            yield str(key(message))


def faults(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    """Return each French form that must not be shown, with why."""
    for message in texts(catalogue):
        name = key(message)
        one, many = placeholders(name.text), placeholders(name.plural or name.text)
        for place, french in enumerate(forms(message)):
            # The singular may name the one thing or count it: both are filled in.
            expected = {many, one} if place == 0 else {many}
            if french and placeholders(french) not in expected:
                yield french, f"placeholders are not {', '.join(sorted(many)) or 'none'}"
            for fault in typographic_faults(french):
                yield french, fault


def placeholders(text: str) -> frozenset[str]:
    """Return the names that `str.format` fills in `text`."""
    return frozenset(_PLACEHOLDER.findall(text.replace("{{", "").replace("}}", "")))


def typographic_faults(french: str) -> list[str]:
    """Return what a French typographer would mark in a text."""
    return [words for pattern, words in _FAULTS if pattern.search(french)]


def write(catalogue: Catalog, po: Path = FRENCH) -> None:
    """Keep `catalogue` in `po`, sorted, so that equal catalogues are equal files."""
    body = io.BytesIO()
    write_po(body, catalogue, no_location=True, omit_header=True, sort_output=True, width=100)
    po.parent.mkdir(parents=True, exist_ok=True)
    po.write_bytes(_HEADER.encode() + body.getvalue().lstrip(b"\n"))


def compile_all(locales: Path = LOCALES) -> list[Path]:
    """Compile every catalogue that is newer than what was made of it; return those made."""
    made = []
    for po in sorted(locales.rglob("*.po")):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        compiled = io.BytesIO()
        write_mo(compiled, read(po))
        # Whole or not at all: a window may be opening on it.
        part = mo.with_suffix(".part")
        part.write_bytes(compiled.getvalue())
        part.replace(mo)
        made.append(mo)
    return made


def update(fragments: Path | None) -> Report:
    """Bring the French catalogue up to date with the sources and compile it."""
    found = read_fragments(fragments) if fragments else {}
    merged, report = merge(extract(), read(), found)
    write(merged)
    compile_all()
    return report


def _main() -> None:
    parser = argparse.ArgumentParser(description="The French catalogue of Entente.")
    parser.add_argument("action", choices=("update", "compile"))
    parser.add_argument("--from", dest="fragments", type=Path, help="folder of JSON files")
    options = parser.parse_args()
    if options.action == "compile":
        compile_all()
        return
    report = update(options.fragments)
    for title, lines in (
        ("Not translated", report.untranslated),
        ("In no source", report.unknown),
        ("To correct", [f"{french!r}: {why}" for french, why in report.faulty]),
    ):
        print(f"{title}: {len(lines)}")
        for line in lines:
            print(f"    {line}")


if __name__ == "__main__":
    _main()
