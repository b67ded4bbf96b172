"""A board exported from Trello becomes actions of the backlog."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.errors import ImportRefusedError
from entente.exchange import apply, mapping, preview
from entente.exchange.readers import read_table
from entente.services import records
from entente.store.gate import Gate

#: 2 March 2026 at noon, as the first eight hexadecimal digits of a key.
MADE = f"{int(dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC).timestamp()):08x}"


def card(number: int, name: str, where: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
    known = {"id": f"{MADE}{number:016x}", "name": name, "idList": where, "pos": number}
    return {**known, "desc": "", "closed": False, "labels": [], "idMembers": [], **more}


def board(*cards: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
    lists = [
        {"id": "todo", "name": "À faire cette semaine", "pos": 2, "closed": False},
        {"id": "idea", "name": "💡 Idées", "pos": 1, "closed": False},
        {"id": "wip", "name": "En cours", "pos": 3, "closed": False},
        {"id": "done", "name": "Terminé", "pos": 4, "closed": False},
        {"id": "not", "name": "Pas encore fait", "pos": 7, "closed": False},
        {"id": "odd", "name": "Chez l'éditeur", "pos": 5, "closed": False},
        {"id": "old", "name": "Done 2025", "pos": 6, "closed": True},
    ]
    members = [{"id": "m1", "fullName": "Isaure Passerelle"}, {"id": "m2", "username": "benoit"}]
    return {"name": "Confluent", "lists": lists, "members": members, "cards": list(cards), **more}


def write(folder: Path, content: object) -> Path:
    path = folder / "board.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def take(gate: Gate, path: Path) -> list[dict[str, Any]]:
    table = read_table(path, BACKLOG_ITEM)
    columns = mapping.guess(BACKLOG_ITEM, table.headings)
    assert columns.ignored == ()
    existing = gate.read(lambda session: apply.gather(session, BACKLOG_ITEM))
    plan = preview.prepare(table, columns, existing)
    assert plan.problems == ()
    gate.run("Import", lambda session: apply.apply(session, plan))
    return gate.read(lambda session: records.list_rows(session, BACKLOG_ITEM)).dicts()


def test_cards_come_in_the_order_of_the_board_with_the_status_of_their_list(
    gate: Gate, tmp_path: Path
) -> None:
    cards = (
        card(5, "Rédiger", "done"),
        card(9, "Second", "todo"),
        card(3, "First", "todo"),
        card(1, "Rêver", "idea"),
        card(2, "Attendre", "odd"),
        card(4, "Coder", "wip"),
        card(6, "Relire", "not"),
    )
    found = {row["title"]: row for row in take(gate, write(tmp_path, board(*cards)))}
    in_order = sorted(found, key=lambda title: found[title]["rank"])
    assert in_order == ["Rêver", "First", "Second", "Coder", "Rédiger", "Attendre", "Relire"]
    status = {title: row["status"] for title, row in found.items()}
    assert status == {
        "Rêver": "idea",
        "First": "ready",
        "Second": "ready",
        "Coder": "doing",
        "Rédiger": "done",
        "Attendre": "idea",
        "Relire": "idea",
    }
    # What a list was called is not lost where it says nothing to us.
    assert found["Attendre"]["labels"] == "Chez l'éditeur"
    assert {row["added_on"] for row in found.values()} == {dt.date(2026, 3, 2)}


def test_nothing_people_wrote_on_a_card_is_lost(gate: Gate, tmp_path: Path) -> None:
    one = card(
        1,
        "Atelier",
        "wip",
        desc="Avec **tous**",
        due="2026-04-02T12:00:00.000Z",
        labels=[{"name": "urgent, vraiment", "color": "red"}, {"name": "", "color": "green"}],
        idMembers=["m1", "m2", "nobody"],
        attachments=[{"name": "plan.pdf", "url": "https://example.invalid/plan.pdf"}],
    )
    checklists = [
        {
            "idCard": one["id"],
            "name": "Préparer",
            "checkItems": [
                {"name": "salle", "state": "incomplete", "pos": 2},
                {"name": "inviter", "state": "complete", "pos": 1},
            ],
        }
    ]
    said = {"card": {"id": one["id"]}, "text": "Salle libre ?"}
    actions = [
        {"type": "updateCard", "data": {"card": {"id": one["id"]}}},
        {
            "type": "commentCard",
            "date": "2026-03-05T12:00:00.000Z",
            "memberCreator": {"fullName": "Benoît Cale"},
            "data": said,
        },
    ]
    gate.run("Add", lambda session: records.create(session, ACTOR, {"name": "Isaure Passerelle"}))
    (row,) = take(gate, write(tmp_path, board(one, checklists=checklists, actions=actions)))
    assert row["due_on"] == dt.date(2026, 4, 2)
    assert row["labels"] == "urgent vraiment, green"
    assert row["notes"].splitlines() == [
        "Avec **tous**",
        "With Isaure Passerelle, benoit",
        "Préparer",
        "☑ inviter",
        "☐ salle",
        "plan.pdf https://example.invalid/plan.pdf",
        "Benoît Cale, 2026-03-05 – Salle libre ?",
    ]
    owner = gate.read(lambda session: records.get(session, ACTOR, row["owner_id"]))
    assert owner["name"] == "Isaure Passerelle"


def test_what_was_archived_or_ticked_off_says_so(gate: Gate, tmp_path: Path) -> None:
    cards = (
        card(1, "Classée", "todo", closed=True, dateLastActivity="2026-03-20T12:00:00Z"),
        card(2, "De l'an passé", "old"),
        card(3, "Cochée", "todo", dueComplete=True),
    )
    found = {row["title"]: row for row in take(gate, write(tmp_path, board(*cards)))}
    assert found["Classée"]["archived_on"] == dt.date(2026, 3, 20)
    assert found["De l'an passé"]["archived_on"] == dt.date(2026, 3, 2)
    assert found["De l'an passé"]["status"] == "done"
    assert (found["Cochée"]["status"], found["Cochée"]["archived_on"]) == ("done", None)


def test_a_board_with_thousands_of_actions_is_read_by_its_cards(tmp_path: Path) -> None:
    cards = [card(number, f"Carte {number}", "todo") for number in range(300)]
    actions = [
        {"type": "updateCard", "data": {"card": {"id": cards[number % 300]["id"]}}}
        for number in range(5000)
    ]
    table = read_table(write(tmp_path, board(*cards, actions=actions)), BACKLOG_ITEM)
    assert [row[0] for row in table.rows] == [f"Carte {number}" for number in range(300)]


@pytest.mark.parametrize(
    "content",
    [
        [],
        {"cards": []},
        {"cards": {}, "lists": []},
        {"cards": [], "lists": []},
        {"cards": ["not a card"], "lists": [1]},
    ],
)
def test_what_is_no_board_is_refused(tmp_path: Path, content: object) -> None:
    with pytest.raises(ImportRefusedError):
        read_table(write(tmp_path, content), BACKLOG_ITEM)


@pytest.mark.parametrize("text", ["{", "[" * 100_000, "\0", '{"cards": [' + "9" * 5000 + "]}"])
def test_what_is_no_json_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "board.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportRefusedError):
        read_table(path, BACKLOG_ITEM)


def test_a_board_becomes_no_people(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="actions"):
        read_table(write(tmp_path, board(card(1, "Atelier", "todo"))), ACTOR)


@pytest.mark.parametrize("key", ["zz", "c0", "1"])
def test_a_card_of_strange_values_is_still_a_card(gate: Gate, tmp_path: Path, key: str) -> None:
    odd = card(1, "", "nowhere", pos=10**400, labels="none", idMembers=7, desc=None, due=False)
    odd["id"] = key
    (row,) = take(gate, write(tmp_path, board(odd)))
    assert row["title"] == "Card without a name"
    assert (row["status"], row["added_on"]) == ("idea", None)


def test_a_due_date_that_is_none_is_told_with_its_row_and_column(
    gate: Gate, tmp_path: Path
) -> None:
    path = write(tmp_path, board(card(1, "Un", "todo"), card(2, "Deux", "todo", due="demain")))
    table = read_table(path, BACKLOG_ITEM)
    existing = gate.read(lambda session: apply.gather(session, BACKLOG_ITEM))
    plan = preview.prepare(table, mapping.guess(BACKLOG_ITEM, table.headings), existing)
    (problem,) = plan.problems
    assert problem.row == 2
    assert "demain" in problem.text
