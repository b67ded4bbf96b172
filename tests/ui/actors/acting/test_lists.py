"""What is not known, and what people rally around."""

from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from entente.domain.cause import COMMON_CAUSE
from entente_ui.actors.acting.causes_part import CausesPart
from entente_ui.actors.acting.missing_part import MissingPart
from entente_ui.actors.acting.view import CAUSES, MEETINGS, MISSING, ActingView
from entente_ui.kit import PlainLabel
from tests.ui.actors.conftest import Mission


@pytest.fixture
def gaps(view: ActingView) -> MissingPart:
    part = view.open(MISSING)
    QApplication.processEvents()
    assert isinstance(part, MissingPart)
    return part


@pytest.fixture
def causes(view: ActingView) -> CausesPart:
    part = view.open(CAUSES)
    QApplication.processEvents()
    assert isinstance(part, CausesPart)
    return part


def groups(part: MissingPart) -> list[QTreeWidgetItem]:
    places = range(part.tree.topLevelItemCount())
    return [cast("QTreeWidgetItem", part.tree.topLevelItem(place)) for place in places]


def said(causes: CausesPart) -> str:
    cards = causes.cards.values()
    labels = [label.text() for card in cards for label in card.findChildren(PlainLabel)]
    return "\n".join(labels + [c.accessibleName() for card in cards for c in card.chips.values()])


def test_gaps_are_grouped_and_a_long_kind_is_folded(gaps: MissingPart) -> None:
    assert [group.text(0).split(" (")[0] for group in groups(gaps)] == [
        "Rated long ago",
        "Relation rated long ago",
        "Nobody carries this cause yet",
    ]
    assert [group.isExpanded() for group in groups(gaps)] == [True, False, True]


def test_a_gap_leads_to_its_record(view: ActingView, gaps: MissingPart) -> None:
    chosen: list[Any] = []  # selections
    view.selected.connect(chosen.append)
    child = groups(gaps)[2].child(0)
    assert child is not None
    gaps.tree.setCurrentItem(child)
    assert chosen[-1].record_type is COMMON_CAUSE


def test_who_waits_longer_finds_less_stale(gaps: MissingPart) -> None:
    gaps.days.setText("400")
    gaps.days.settle()
    QApplication.processEvents()
    assert [group.text(0) for group in groups(gaps)] == ["Nobody carries this cause yet (1)"]


def test_gaps_are_for_the_mediator_alone(gaps: MissingPart, mission: Mission) -> None:
    mission.document.present(True)
    QApplication.processEvents()
    assert groups(gaps) == []


def test_each_cause_says_who_carries_and_who_supports_it(causes: CausesPart) -> None:
    assert len(causes.cards) == 4
    assert "Champion: Rosalie Pâquerin" in said(causes)
    assert "nobody carries it yet" in said(causes)


def test_somebody_supports_and_carries_a_cause(causes: CausesPart, mission: Mission) -> None:
    key = list(causes.cards)[3]
    causes.deeds.support(key, [mission.key("A10")])
    causes.deeds.answer(key, accepted=True)
    QApplication.processEvents()
    assert "Sidonie Claviérat" in said(causes)
    assert "Champion: Eulalie Marjolin" in said(causes)
    assert "nobody carries it yet" not in said(causes)
    mission.document.undo()
    mission.document.undo()
    QApplication.processEvents()
    assert "Sidonie Claviérat" not in said(causes)


def test_others_see_public_causes_and_roles(causes: CausesPart, mission: Mission) -> None:
    mission.document.present(True)
    QApplication.processEvents()
    assert "Rosalie Pâquerin" not in said(causes)
    # An elected representative supports one; nobody is told.
    assert "Zacharie" not in said(causes)
    assert "Déléguée à la protection des données: strongly for" in said(causes)
    assert "3 supporters" in said(causes)
    # Whom one thinks of is the mediator's own business.
    assert "Thought of" not in said(causes)
    assert "could carry it" not in said(causes)


def test_the_part_that_was_open_comes_back(view: ActingView, mission: Mission) -> None:
    view.open(CAUSES)
    other = ActingView(mission.context)
    assert other.switch.current == CAUSES
    other.restore({"part": MEETINGS})
    assert other.state() == {"part": MEETINGS}
    other.restore({"part": "nothing of ours"})
    assert other.state() == {"part": MEETINGS}
    other.deleteLater()


def test_a_cause_looked_for_is_selected(view: ActingView, causes: CausesPart) -> None:
    chosen: list[Any] = []  # selections
    view.selected.connect(chosen.append)
    key = list(causes.cards)[2]
    assert view.reveal("common_cause", key)
    assert chosen[-1].keys == (key,)
    assert causes.cards[key].focusPolicy() is Qt.FocusPolicy.StrongFocus
