import ast
import gettext
import json
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

import catalogues
from catalogues import Key

ROOT = Path(__file__).parents[2]
NARROW = "\u202f"
WIDE = "\u00a0"

#: How one begins, whatever else it may be.
F_STRING = re.compile(r"""\b(?:[fF][rR]?|[rR][fF])['"]""")
SOURCE = """
from entente.i18n import N_, _, ngettext, pgettext

LABEL = N_("Actor")

def told(count):
    return (
        _("Open {name}"),
        ngettext("{count} actor", "{count} actors", count),
        pgettext("menu", "Close"),
        pgettext("near", "Close"),
        _(LABEL),
    )
"""

FRENCH = {
    "Actor": "Acteur",
    "Open {name}": "Ouvrir {name}",
    "{count} actor|{count} actors": ["{count} acteur", "{count} acteurs"],
    "menu\u0004Close": "Fermer",
    "near\u0004Close": "Proche",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "pane.py").write_text(SOURCE, "utf-8")
    return folder


@pytest.fixture
def fragments(tmp_path: Path) -> Path:
    folder = tmp_path / "fragments"
    folder.mkdir()
    (folder / "anselme.json").write_text(json.dumps(FRENCH), "utf-8")
    return folder


def merged(sources: Path, fragments: Path) -> tuple[Catalog, catalogues.Report]:
    return catalogues.merge(
        catalogues.extract([sources]),
        catalogues.read(sources / "none.po"),
        catalogues.read_fragments(fragments),
    )


def test_french_has_no_gap() -> None:
    merged, report = catalogues.merge(catalogues.extract(), catalogues.read(), {})
    assert report.untranslated == ()
    kept = {catalogues.key(message) for message in catalogues.texts(catalogues.read())}
    assert kept == {catalogues.key(message) for message in catalogues.texts(merged)}


def test_nothing_in_french_is_a_guess() -> None:
    assert [message.id for message in catalogues.texts(catalogues.read()) if message.fuzzy] == []


def test_french_keeps_its_placeholders_and_its_typography() -> None:
    assert list(catalogues.faults(catalogues.read())) == []


def test_every_marked_text_is_found(sources: Path) -> None:
    found = {catalogues.key(message) for message in catalogues.texts(catalogues.extract([sources]))}
    assert found == {
        Key("Actor"),
        Key("Open {name}"),
        Key("{count} actor", "{count} actors"),
        Key("Close", context="menu"),
        Key("Close", context="near"),
    }


def test_a_translated_text_is_shown(sources: Path, fragments: Path, tmp_path: Path) -> None:
    catalogue, report = merged(sources, fragments)
    assert report == catalogues.Report((), (), ())
    catalogues.write(catalogue, tmp_path / "entente.po")
    (made,) = catalogues.compile_all(tmp_path)
    with made.open("rb") as file:
        french = gettext.GNUTranslations(file)
    assert french.gettext("Open {name}") == "Ouvrir {name}"
    assert french.pgettext("near", "Close") == "Proche"
    counted = [french.ngettext("{count} actor", "{count} actors", count) for count in (0, 1, 2)]
    assert counted == ["{count} acteur", "{count} acteur", "{count} acteurs"]


def test_the_first_fragment_wins(sources: Path, fragments: Path) -> None:
    later = {"Actor": "Protagoniste"}
    (fragments / "zoe.json").write_text(json.dumps(later), "utf-8")
    catalogue, _report = merged(sources, fragments)
    assert catalogue["Actor"].string == "Acteur"


def test_a_fragment_revises_the_catalogue(sources: Path, fragments: Path) -> None:
    before, _report = merged(sources, fragments)
    revised = {Key("Actor"): ("Partie prenante",)}
    after, _report = catalogues.merge(catalogues.extract([sources]), before, revised)
    assert after["Actor"].string == "Partie prenante"
    assert after["Open {name}"].string == "Ouvrir {name}"


def test_gaps_strangers_and_faults_are_reported(sources: Path, fragments: Path) -> None:
    (fragments / "anselme.json").unlink()
    french = {"Open {name}": "Ouvrir {nom} ?", "Sail": "Voguer", "Actor": ""}
    (fragments / "zoe.json").write_text(json.dumps(french), "utf-8")
    _catalogue, report = merged(sources, fragments)
    assert set(report.untranslated) == {
        "Actor",
        "{count} actor|{count} actors",
        "menu\u0004Close",
        "near\u0004Close",
    }
    assert report.unknown == ("Sail",)
    assert report.faulty == (
        ("Ouvrir {nom} ?", "placeholders are not name"),
        ("Ouvrir {nom} ?", "no narrow no-break space before ; ! or ?"),
    )


def test_equal_catalogues_are_equal_files(sources: Path, fragments: Path, tmp_path: Path) -> None:
    catalogue, _report = merged(sources, fragments)
    first, second = tmp_path / "first.po", tmp_path / "second.po"
    catalogues.write(catalogue, first)
    catalogues.write(catalogues.merge(catalogue, catalogues.read(first), {})[0], second)
    assert first.read_bytes() == second.read_bytes()
    text = first.read_text("utf-8")
    assert "Date" not in text
    assert "#:" not in text


def test_only_a_newer_catalogue_is_compiled(sources: Path, fragments: Path, tmp_path: Path) -> None:
    po = tmp_path / "entente.po"
    catalogues.write(merged(sources, fragments)[0], po)
    assert catalogues.compile_all(tmp_path) == [tmp_path / "entente.mo"]
    assert catalogues.compile_all(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nothing", set()),
        ("{count} of {total:.1f}", {"count", "total"}),
        ("{name!r} and {actor.name}", {"name", "actor"}),
        ('{{"key": {value}}}', {"value"}),
    ],
)
def test_placeholders_are_read_as_python_fills_them(text: str, names: set[str]) -> None:
    assert catalogues.placeholders(text) == names


@pytest.mark.parametrize(
    "french",
    [
        f"Ouvrir{NARROW}?",
        f"Nom{WIDE}: {{name}}",
        f"L’acteur «{WIDE}{{name}}{WIDE}» est parti{NARROW}!",
        f"À 10:30{NARROW}; non à 11:00",
        "https://exemple.fr/?page=1",
        f"Vraiment{NARROW}?!",
        "Séparateur (;)",
        "5' plus tard",
    ],
)
def test_good_typography_is_let_through(french: str) -> None:
    assert catalogues.typographic_faults(french) == []


@pytest.mark.parametrize(
    "french",
    [
        "L'acteur",
        "Ouvrir ?",
        f"Ouvrir{WIDE}?",
        "Ouvrir?",
        "Nom : {name}",
        f"Nom{NARROW}: {{name}}",
        "{name}: {value}",
        "« Nom »",
        "«Nom»",
        f"«{WIDE}Nom »",
        "Vite !",
        "Un ; deux",
    ],
)
def test_bad_typography_is_named(french: str) -> None:
    assert catalogues.typographic_faults(french) != []


def test_no_text_hides_from_extraction_inside_an_f_string() -> None:
    # Before Python 3.12 the inside of an f-string is one token: nothing finds the call.
    names = {"_", "N_", "ngettext", "pgettext"}
    hidden = [
        f"{path.relative_to(ROOT)}:{string.lineno}"
        for folder in ("desktop", "ui")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if F_STRING.search(source := path.read_text(encoding="utf-8"))
        for string in ast.walk(ast.parse(source))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names
        if any(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert hidden == []
