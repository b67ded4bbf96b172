"""Search everywhere, within what the viewer may read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.note import NOTE
from entente.services import records
from entente_ui.document import Document
from entente_ui.shell.search import Search, find


def test_results_come_by_kind_with_where_and_words_around(document: Document) -> None:
    found = find(document, "reprise", 100)
    kinds = [one.record_type.name for one in found]
    assert kinds == sorted(kinds, key=list(dict.fromkeys(kinds)).index)
    assert {"actor", "difficulty", "party"} <= set(kinds)
    title = next(one for one in found if one.title == "K1 Reprise des données")
    assert title.where == "Title"
    statement = next(one for one in found if one.title.startswith("K1 · Anselme Ferrage"))
    assert statement.where == "Account"
    assert "reprise" in statement.snippet.lower()


def test_a_fact_behind_a_rating_leads_to_its_record(document: Document) -> None:
    found = find(document, "reprise", 100)
    facts = [one for one in found if one.where.startswith("Fact of")]
    assert facts
    assert {"actor", "relation"} <= {one.record_type.name for one in facts}
    assert all(one.record_type.dated for one in facts)


def test_a_relation_is_named_by_its_ends(document: Document) -> None:
    found = [one for one in find(document, "reprise", 100) if one.record_type.name == "relation"]
    assert found
    assert all(" → " in one.title for one in found)


def test_a_snippet_never_begins_inside_a_word(document: Document) -> None:
    snippets = [one.snippet for one in find(document, "mediation", 100) if one.snippet[:1] == "…"]
    texts = [
        str(value)
        for kind in ("actor", "party", "note", "difficulty")
        for row in document.table(RECORD_TYPES[kind]).rows
        for value in row
    ]
    for snippet in snippets:
        first = snippet[1:].split()[0]
        assert any(f" {first}" in text for text in texts) or snippet


def test_others_see_no_caucus(document: Document) -> None:
    told = "Zyxomme confié en aparté"
    party = document.table(RECORD_TYPES["party"]).dicts()[0]
    document.run(
        "Note",
        lambda session: records.create(
            session,
            NOTE,
            {
                "difficulty_id": party["difficulty_id"],
                "actor_id": party["actor_id"],
                "text": told,
                "confidentiality": "caucus",
            },
        ),
    )
    assert [one.snippet for one in find(document, "zyxomme", 10)] == [""]
    assert find(document, "zyxomme", 10)[0].title.endswith(told)
    document.present(on=True)
    assert find(document, "zyxomme", 10) == []


@pytest.mark.usefixtures("look")
def test_enter_reveals_the_record_and_next_goes_on(qtbot: QtBot, document: Document) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    went: list[tuple[str, str]] = []
    told: list[int] = []
    search = Search(host, document, lambda *to: went.append(to), lambda _all, at: told.append(at))
    search.open()
    search.field.setText("reprise")
    qtbot.waitUntil(lambda: len(search.entries) > 3)
    QTest.keyClick(search.field, Qt.Key.Key_Down)
    chosen = search.current
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert chosen is not None
    assert told == [1]
    assert len(went) == 1
    assert search.isHidden()
