"""The tab of the ambassadors at mouse and keys; its figures are tested without a window."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from entente.domain.actor import ACTOR
from entente.domain.change.spreading import (
    AMBASSADOR,
    RELAY,
    SHARING,
    SKILL_TRANSFER,
    TESTIMONY,
)
from entente.domain.records import RecordType
from entente.domain.working_group import WORKING_GROUP
from entente.services import records
from entente_ui.change.spreading.view import SpreadingView
from entente_ui.kit import EmptyState, Popover
from tests.ui.change.conftest import Mission

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def window(sample_mission: Mission) -> Iterator[SpreadingView]:
    """The tab over the sample mission, made once."""
    made = SpreadingView(sample_mission.context)
    made.resize(1200, 2600)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def view(window: SpreadingView, sample_mission: Mission) -> Iterator[SpreadingView]:
    """The tab, and what a test wrote taken back after it."""
    yield window
    document = sample_mission.document
    document.present(False)
    while document.undo_label and document.undo_label != "Load the sample":
        document.undo()
    sample_mission.toasts.clear()
    sample_mission.revealed.clear()


def rows(mission: Mission, kind: RecordType) -> list[dict[str, Any]]:
    return mission.document.read(lambda s: records.list_rows(s, kind)).dicts()


def actor(mission: Mission, ref: str) -> str:
    return next(str(row["id"]) for row in rows(mission, ACTOR) if row["ref"] == ref)


def told(text: str) -> str:
    return " ".join(text.split())


def answer(owner: QWidget, words: str) -> None:
    """Type into the question that was asked last."""
    field = owner.findChildren(Popover)[-1].findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_it_says_who_has_no_ambassador_and_who_is_not_reached(
    view: SpreadingView, sample_mission: Mission
) -> None:
    reach = view.people.reach
    assert reach.coverage.text() == "2 of 4 groups have an active ambassador (50%)"
    assert reach.without.text() == "Without an ambassador: Éducateurs du foyer and DSI mutualisée."
    assert reach.reach.text() == "15 of 18 actors are reached in two steps (83%)"
    names = [link.text() for link in reach.missed]
    assert names == ["Anselme Ferrage", "Philomène Grisaille", "Cyprien Halleresse"]
    reach.missed[0].click()
    assert sample_mission.revealed == [("actor", actor(sample_mission, "A02"))]
    assert "Noémie Lavandier" in view.people.load.sentence.text()
    assert "167%, too much" in view.people.bars.accessibleDescription()


def test_an_actor_becomes_ambassador_of_their_group_and_reaches_more(
    view: SpreadingView, sample_mission: Mission
) -> None:
    view.add_button.click()
    answer(view, "a02")
    made = rows(sample_mission, AMBASSADOR)[-1]
    assert made["actor_id"] == actor(sample_mission, "A02")
    assert made["id"] in view.people.ambassadors.cards
    assert view.people.reach.coverage.text().startswith("3 of 4 groups")
    # A14 is a neighbour of A02, A17 of A01 who is one too.
    assert view.people.reach.missed == []
    view.deeds.add_ambassador("Somebody")
    assert rows(sample_mission, AMBASSADOR)[-1]["name"] == "Somebody"
    assert sample_mission.document.undo_label == "Add the ambassador Somebody"


def test_who_was_reached_is_noted_once(view: SpreadingView, sample_mission: Mission) -> None:
    people = view.people
    people.whom.setCurrentIndex(people.whom.findData(actor(sample_mission, "A17")))
    people.reached.click()
    assert people.reach.reach.text().startswith("16 of 18")
    assert len(people.relays.cards) == len(rows(sample_mission, RELAY)) == 4
    people.reached.click()
    assert len(sample_mission.toasts) == 1
    assert len(rows(sample_mission, RELAY)) == 4


def test_a_level_is_rated_by_a_key_and_what_shows_it_can_follow(
    view: SpreadingView, sample_mission: Mission
) -> None:
    grid, taker = view.skills.grid, actor(sample_mission, "A06")
    first = grid.lines[0].key
    QTest.mouseClick(grid, LEFT, pos=grid.box(grid.part_of(first, taker)).center().toPoint())
    assert "Rosalie Pâquerin, 21 May 2026: 2 of 4, with help." in told(view.skills.past.text())
    assert "Tancrède" not in view.skills.past.text()
    QTest.keyClicks(grid, "4")
    answer(view, "Taught it")
    assert view.seen is not None
    second = view.seen.skills.transfers[1]
    assert (second.level, second.marks[-1].fact, len(second.marks)) == (4, "Taught it", 3)
    # Nothing is overwritten, and nothing is emptied by a key.
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert view.seen.skills.transfers[1].level == 4
    other = actor(sample_mission, "A13")
    QTest.mouseClick(grid, LEFT, pos=grid.box(grid.part_of(first, other)).center().toPoint())
    QTest.keyClicks(grid, "0")
    made = rows(sample_mission, SKILL_TRANSFER)[-1]
    assert (made["skill"], made["to_id"], made["level"]) == (
        "Paramétrage des formulaires",
        other,
        0,
    )


def test_communities_say_what_was_shared_month_by_month(
    view: SpreadingView, sample_mission: Mission
) -> None:
    (card,) = view.learning.cards.values()
    assert "5 members · 0 meetings · 3 sharings" in card.members.text()
    assert told(card.bars.accessibleDescription()) == "May 2026: 0 meetings · 3 sharings"
    card.link.click()
    assert sample_mission.revealed[-1][0] == WORKING_GROUP.name
    view.learning.sharings.buttons[0].click()
    made = rows(sample_mission, SHARING)[-1]
    assert (made["group_id"], str(made["shared_on"])) == (*view.learning.cards, "2026-06-10")
    view.learning.new.click()
    answer(view, "Second circle")
    assert len(view.learning.cards) == 2


def test_records_are_found_where_they_stand(view: SpreadingView, sample_mission: Mission) -> None:
    for kind in (AMBASSADOR, RELAY, SHARING, SKILL_TRANSFER, TESTIMONY):
        assert view.reveal(kind.name, rows(sample_mission, kind)[0]["id"])
    assert not view.reveal(TESTIMONY.name, "nothing")


def test_others_see_roles_and_what_is_public(view: SpreadingView, sample_mission: Mission) -> None:
    sample_mission.document.present(True)
    # Reckoned without the relations others may not see it would not be so.
    assert view.people.reach.missed == []
    assert not view.people.reach.reach.isVisible()
    assert not view.skills.alone.isVisible()
    assert len(view.people.ambassadors.cards) == 3
    assert len(view.testimonies.cards) == 1
    assert "Sidonie" not in view.skills.alone_words
    assert not view.add_button.isVisible()
    assert not view.people.reached.isVisible()
    count = len(rows(sample_mission, AMBASSADOR))
    view.ask_name()
    assert not view.deeds.add_ambassador("x")
    assert len(rows(sample_mission, AMBASSADOR)) == count


def test_an_empty_mission_invites(empty_mission: Mission) -> None:
    view = SpreadingView(empty_mission.context)
    view.resize(900, 700)
    view.show()
    (invitation,) = [state for state in view.findChildren(EmptyState) if state.isVisible()]
    assert invitation is not None
    assert view.status == "0 ambassadors"
    view.deeds.add_ambassador("A night carer")
    assert "No functional group" in view.people.reach.coverage.text()
    assert view.people.bars.count == 0
    view.close()
    view.deleteLater()
