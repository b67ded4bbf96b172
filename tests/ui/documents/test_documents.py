from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from entente.briefs.kinds import KINDS
from entente.briefs.offered import Group
from entente.briefs.production import Form
from entente.domain.actor import ACTOR
from entente.domain.agreement import AGREEMENT
from entente.domain.confidentiality import Level
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE
from entente.domain.party import PARTY
from entente.services import coaching_edits, records
from entente.store.gate import Gate
from entente.store.schema import TABLES
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.documents import queries
from entente_ui.documents.pane import DocumentsPane
from entente_ui.documents.queries import produced
from entente_ui.documents.readers import readers
from entente_ui.documents.word import write
from entente_ui.pane import Context, paper
from entente_ui.paper.dialog import _write
from entente_ui.shell.places import PLACES

WITHHELD = "marge secrète de six pour cent"


def fill(session: Session) -> None:
    anselme = session.insert(ACTOR, {"name": "Anselme Ferrage", "confidentiality": "public"})
    hippolyte = session.insert(ACTOR, {"name": "Hippolyte Versoir", "confidentiality": "public"})
    trouble = session.insert(
        DIFFICULTY, {"title": "Reprise des données", "confidentiality": "public"}
    )
    for actor in (anselme, hippolyte):
        session.insert(PARTY, {"difficulty_id": trouble, "actor_id": actor})
    session.insert(
        NOTE,
        {
            "difficulty_id": trouble,
            "text": WITHHELD,
            "actor_id": hippolyte,
            "confidentiality": Level.CAUCUS.value,
        },
    )


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def context(gate: Gate, tmp_path: Path, told: list[tuple[str, str]]) -> Iterator[Context]:
    background = Background()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    yield Context(
        document=Document(gate),
        background=background,
        settings=settings,
        toast=lambda text, _undo: told.append(("toast", text)),
        reveal=lambda kind, key: told.append((kind, key)),
        tell=lambda error: told.append(("error", repr(error))),
    )
    background.close()


@pytest.fixture
def pane(qtbot: QtBot, gate: Gate, context: Context) -> DocumentsPane:
    gate.run("Fill", fill)
    made = DocumentsPane(context)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.pages.page_count > 0, timeout=10_000)
    return made


def text_of(pane: DocumentsPane) -> str:
    pages = PdfReader(BytesIO(pane.pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def remake(qtbot: QtBot, pane: DocumentsPane, code: str) -> None:
    before = pane.pdf
    pane.choice.choose_reader(code)
    qtbot.waitUntil(lambda: pane.pdf not in {b"", before}, timeout=10_000)


def test_the_mediator_sees_everything_and_nothing_is_left_out(pane: DocumentsPane) -> None:
    assert WITHHELD in text_of(pane)
    words = [label.text() for label in pane.left_out.findChildren(QLabel)]
    assert any(word.startswith("Nothing") for word in words)


def test_a_party_s_copy_lacks_the_other_s_caucus_and_says_so(
    qtbot: QtBot, pane: DocumentsPane
) -> None:
    remake(qtbot, pane, "A01")
    assert WITHHELD not in text_of(pane)
    words = [label.text() for label in pane.left_out.findChildren(QLabel)]
    assert any("A02" in word for word in words)
    assert not any(WITHHELD in word for word in words)


def test_the_party_itself_reads_its_caucus(qtbot: QtBot, pane: DocumentsPane) -> None:
    remake(qtbot, pane, "A02")
    assert WITHHELD in text_of(pane)


def test_what_is_saved_is_what_was_seen(pane: DocumentsPane, tmp_path: Path) -> None:
    target = tmp_path / "fiche.pdf"
    _write(pane.pdf, target, lambda _percent: None)
    assert target.read_bytes() == pane.pdf


def test_what_was_made_for_one_reader_cannot_leave_as_made_for_another(
    qtbot: QtBot, pane: DocumentsPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[bytes] = []
    monkeypatch.setattr(
        "entente_ui.documents.leaving.save_as", lambda pdf, *_more, **_also: left.append(pdf)
    )
    for_mediator = pane.pdf
    pane.choice.choose_reader("public")
    pane.leaving.save()
    assert left == []
    qtbot.waitUntil(lambda: bool(left), timeout=10_000)
    assert left == [pane.pdf]
    assert left != [for_mediator]


def test_a_file_name_names_nobody(qtbot: QtBot, pane: DocumentsPane) -> None:
    remake(qtbot, pane, "A02")
    assert pane.leaving.file_stem() == "brief-K1-A02"


def test_a_file_is_called_in_the_language_it_is_written_in(
    qtbot: QtBot, pane: DocumentsPane
) -> None:
    languages = pane.choice._language
    languages.setCurrentIndex(languages.findData("fr"))
    remake(qtbot, pane, "sponsor")
    assert pane.leaving.file_stem() == "fiche-K1-commanditaire"


def test_an_edit_elsewhere_renews_the_page(
    qtbot: QtBot, pane: DocumentsPane, context: Context
) -> None:
    before = pane.pdf
    key = pane.choice.key
    context.document.run("Rename", lambda s: s.update(DIFFICULTY, key, {"title": "Autre titre"}))
    qtbot.waitUntil(lambda: pane.pdf not in {b"", before}, timeout=10_000)
    assert "Autre titre" in text_of(pane)


def test_the_key_to_print_is_left_to_the_window(pane: DocumentsPane) -> None:
    assert pane.bar.print_button.shortcut().isEmpty()  # two owners of one key: Qt lets none have it
    assert "Ctrl+P" in pane.bar.print_button.toolTip()


def test_nothing_is_projected(pane: DocumentsPane, context: Context) -> None:
    statuses: list[str] = []
    pane.status_changed.connect(statuses.append)
    context.document.present(on=True)
    assert statuses[-1] == ""  # not even how many pages there were
    assert pane.pdf == b""
    assert pane.pages.page_count == 0


def test_an_empty_mission_says_where_to_begin(qtbot: QtBot, context: Context) -> None:
    empty = DocumentsPane(context)
    qtbot.addWidget(empty)
    assert empty._sheet.currentIndex() == 1


def test_where_there_is_nothing_to_put_on_paper_nothing_can_leave(
    qtbot: QtBot, context: Context
) -> None:
    empty = DocumentsPane(context)
    qtbot.addWidget(empty)
    empty.resize(1200, 700)
    empty.show()
    qtbot.waitExposed(empty)
    assert empty.bar.scale.text() == ""
    pressed = [button for button in empty.bar.findChildren(QAbstractButton) if button.isEnabled()]
    assert pressed == []
    empty.print_out()  # by its key
    context.document.run("Note", fill)
    assert empty.bar.print_button.isEnabled()
    qtbot.waitUntil(lambda: empty.pdf != b"", timeout=10_000)
    assert empty.bar.scale.text().endswith("%")
    assert empty.leaving.wish is None


def test_state_survives_a_lock_without_any_mission_text(
    qtbot: QtBot, pane: DocumentsPane, context: Context
) -> None:
    remake(qtbot, pane, "A02")
    state = pane.state()
    assert set(state) == {"kind", "key", "reader"}
    again = DocumentsPane(context)
    qtbot.addWidget(again)
    again.restore(state)
    order = again.choice.order()
    assert order is not None
    assert order.reader.code == "A02"


def test_a_page_nobody_looks_at_is_made_on_coming_back(
    qtbot: QtBot, pane: DocumentsPane, context: Context
) -> None:
    pane.hide()
    key = pane.choice.key
    context.document.run("Rename", lambda s: s.update(DIFFICULTY, key, {"title": "Autre titre"}))
    qtbot.wait(400)
    assert pane.pdf == b""
    pane.show()
    qtbot.waitUntil(lambda: pane.pdf != b"", timeout=10_000)
    assert "Autre titre" in text_of(pane)


def choose(qtbot: QtBot, pane: DocumentsPane, *what: str) -> None:
    before = pane.pdf
    pane.choose(*what)
    qtbot.waitUntil(lambda: pane.pdf not in {b"", before}, timeout=10_000)


def test_the_kind_comes_first_and_brings_its_own_records_and_readers(
    qtbot: QtBot, pane: DocumentsPane
) -> None:
    choose(qtbot, pane, "forms")
    assert pane.choice._subjects.isHidden()
    assert "Observation" in text_of(pane)
    choose(qtbot, pane, "glossary")
    order = pane.choice.order()
    assert order is not None
    assert (order.key, order.reader.code) == ("", "parties")
    assert pane.leaving.file_stem() == "glossary-parties"


def test_every_document_can_be_asked_for_from_elsewhere(pane: DocumentsPane) -> None:
    place = next(each for each in PLACES if each.name == pane.place)
    assert set(place.kinds) == set(pane.reveals())


@pytest.mark.parametrize("name", ["coaching", "coaching-agreement"])
def test_papers_of_a_support_are_offered_for_the_person_and_the_mediator_alone(
    gate: Gate, name: str
) -> None:
    kind, keys = KINDS[name], list[str]()

    def begin(session: Session) -> None:
        actor = records.create(session, ACTOR, {"name": "Odile Amont"})
        keys.append(coaching_edits.begin(session, actor))

    gate.run("Begin", begin)
    ((key, label),) = gate.read(lambda s: queries.subjects(s, kind))
    assert (key, label) == (keys[0], "AI1 — Odile Amont")
    people = gate.read(lambda s: queries.parties(s, kind, key))
    assert [reader.code for reader in readers(kind, people)] == ["mediator", people[0][1]]


def test_headings_of_the_list_of_kinds_cannot_be_chosen(pane: DocumentsPane) -> None:
    kinds = pane.choice._kinds
    headings = [n for n in range(kinds.count()) if kinds.itemData(n) is None]
    assert len(headings) == len(Group)
    for number in headings:
        flags = kinds.model().index(number, 0).flags()
        assert not flags & Qt.ItemFlag.ItemIsEnabled


@pytest.mark.parametrize("kind", ["minutes", "convention", "agreement", "finding"])
def test_a_kind_with_nothing_to_be_about_says_so(pane: DocumentsPane, kind: str) -> None:
    pane.choose(kind)
    assert pane.pdf == b""
    page = pane._sheet.currentWidget()
    assert page is not None
    words = [label.text() for label in page.findChildren(QLabel)]
    assert any(word.startswith("No ") for word in words)


def test_another_page_asks_for_a_document_by_name(qtbot: QtBot, pane: DocumentsPane) -> None:
    document = pane.context.document
    key = pane.choice.key
    values = {"title": "Convention", "difficulty_id": key, "kind": "entry"}
    values |= {"confidentiality": "parties"}
    document.run("Agree", lambda s: s.insert(AGREEMENT, values))
    (found,) = document.read(lambda s: s.rows(select(TABLES["agreement"].c.id)))
    before = pane.pdf
    pane.reveal(paper("agreement"), found.id)
    qtbot.waitUntil(lambda: pane.pdf not in {b"", before}, timeout=10_000)
    assert pane.choice.kind.name == "convention"
    assert "Convention" in text_of(pane)
    asked = {"conflict", "minutes", "agreement", "finding", "glossary", "forms"}
    assert set(pane.reveals()) >= {paper(name) for name in asked}


def test_a_short_brief_and_a_full_one(pane: DocumentsPane) -> None:
    order = pane.choice.order()
    assert order is not None
    assert not order.full
    pane.choice._full.setChecked(True)
    order = pane.choice.order()
    assert order is not None
    assert order.full


def test_the_same_document_is_saved_for_word(pane: DocumentsPane, tmp_path: Path) -> None:
    made = pane.leaving.made
    assert made is not None
    make = partial(produced, made.told, made.order, Form.DOCX)
    target = tmp_path / "fiche.docx"
    write(make, target, lambda _percent: None)
    words = "\n".join(p.text for p in docx.Document(str(target)).paragraphs)
    assert "Reprise des données" in words
