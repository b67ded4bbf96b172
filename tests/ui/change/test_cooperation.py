"""The tab of the cooperation at mouse and keys; what its figures are is tested without a window."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from entente.domain.actor import ORGANISATION
from entente.domain.cooperation.records import CONVENTION, FEAR
from entente.domain.records import RecordType
from entente.domain.risk import RISK
from entente.services import records
from entente.services.cooperation import Partner
from entente_ui.change.cooperation.view import CooperationView
from entente_ui.kit import EmptyState, Popover
from tests.ui.change.conftest import Mission

LEFT = Qt.MouseButton.LeftButton
HOME = "Foyer de vie «\N{NO-BREAK SPACE}La Grangette\N{NO-BREAK SPACE}»"


@pytest.fixture(scope="module")
def window(sample_mission: Mission) -> Iterator[CooperationView]:
    """The tab over the sample mission, made once."""
    made = CooperationView(sample_mission.context)
    made.resize(1300, 2400)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def view(window: CooperationView, sample_mission: Mission) -> Iterator[CooperationView]:
    """The tab, and what a test wrote taken back after it."""
    yield window
    document = sample_mission.document
    document.present(False)
    while document.undo_label and document.undo_label != "Load the sample":
        document.undo()
    sample_mission.toasts.clear()


def rows(mission: Mission, kind: RecordType) -> list[dict[str, Any]]:
    return mission.document.read(lambda s: records.list_rows(s, kind)).dicts()


def partner(view: CooperationView, start: str) -> Partner:
    assert view.found is not None
    return next(each for each in view.found.partners if each.name.startswith(start))


def click(view: CooperationView, start: str, factor: str) -> None:
    part = view.grid.part_of(partner(view, start).id, factor)
    QTest.mouseClick(view.grid, LEFT, pos=view.grid.box(part).center().toPoint())


def test_a_factor_is_rated_by_a_key_and_what_shows_it_can_follow(
    view: CooperationView, sample_mission: Mission
) -> None:
    click(view, "Foyer", "perception")
    assert view.panel.scores.current == "1"
    assert view.radar.shapes[0].name == partner(view, "Foyer").name
    QTest.keyClicks(view.grid, "3")
    # (3 + 3 + 2) / 3 where it was (3 + 1 + 2) / 3
    assert view.found is not None
    assert view.found.means["perception"] == pytest.approx(8 / 3)
    asked = view.findChild(Popover)
    assert asked is not None
    field = asked.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "Seen")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert partner(view, "Foyer").history["perception"][-1].fact == "Seen"
    assert sample_mission.document.undo_label == "Note what shows it"
    QTest.keyClick(view.grid, Qt.Key.Key_Delete)
    assert partner(view, "Foyer").scores["perception"] == 3


def test_an_organisation_is_laid_over_itself_as_it_was(view: CooperationView) -> None:
    click(view, "Foyer", "trigger")
    view.laid.set_current("time")
    view.laid.chosen.emit("time")
    assert [shape.name for shape in view.radar.shapes] == [
        "19\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2026",
        "5\N{NO-BREAK SPACE}March\N{NO-BREAK SPACE}2026",
    ]
    assert [shape.values for shape in view.radar.shapes] == [(1, 1, 2, 1, 2), (1, 1, 1, 1, 1)]
    view.laid.set_current("together")
    view.laid.chosen.emit("together")
    assert len(view.radar.shapes) == 3


def test_an_answer_of_an_organisation_counts_at_once(view: CooperationView) -> None:
    assert view.found is not None
    first = view.found.triggers[0]
    assert first.coverage == pytest.approx(2 / 3)
    box = view.acceptance.boxes[first.id, partner(view, "Foyer").id]
    box.setCurrentIndex(box.findData("yes"))
    box.activated.emit(box.currentIndex())
    assert view.found.triggers[0].coverage == 1
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert view.found.triggers[0].coverage == pytest.approx(2 / 3)


def test_the_risk_of_a_weak_factor_is_noted_once(
    view: CooperationView, sample_mission: Mission
) -> None:
    noted = rows(sample_mission, RISK)
    key = next(row["id"] for row in noted if row["factor"] == "competence")
    sample_mission.document.run("Remove", lambda s: records.remove(s, RISK, key))
    view.risks.buttons["competence"].click()
    again = rows(sample_mission, RISK)
    assert sorted(row["factor"] or "" for row in again) == sorted(
        row["factor"] or "" for row in noted
    )
    assert view.risks.buttons == {}


def test_an_organisation_known_already_is_taken_as_it_is(
    view: CooperationView, sample_mission: Mission
) -> None:
    count = len(rows(sample_mission, ORGANISATION))
    assert view.deeds.add_partner("logiprisme sas")
    assert len(rows(sample_mission, ORGANISATION)) == count
    assert [each.name for each in view.found.partners][-1] == "Logiprisme SAS"  # type: ignore[union-attr]  # just read


def test_fears_and_conventions_are_found_where_they_stand(
    view: CooperationView, sample_mission: Mission
) -> None:
    for kind in (FEAR, CONVENTION):
        assert view.reveal(kind.name, rows(sample_mission, kind)[0]["id"])
    assert not view.reveal(FEAR.name, "nothing")
    assert "2 clauses are missing" in view.convention.conventions.note.text()
    assert HOME in view.convention.conventions.note.text()


def test_others_see_only_what_is_public(view: CooperationView, sample_mission: Mission) -> None:
    sample_mission.document.present(True)
    assert view.found is not None
    # The organisations are public; their scores are the sponsor's.
    assert {score for each in view.found.partners for score in each.scores.values()} == {None}
    assert not view.add_button.isVisible()
    assert list(view.fears.cards) == [row["id"] for row in rows(sample_mission, FEAR)[:2]]
    assert view.convention.conventions.cards == {}
    assert not any(state.isVisible() for state in view.findChildren(EmptyState))
