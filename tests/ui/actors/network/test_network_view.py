"""The network as a mediator reads it."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR, Camp
from entente.domain.figures import Figures, figures
from entente.domain.network import Network
from entente.domain.relation import RELATION
from entente.services import records
from entente.store.session import Session
from entente_ui.actors.network import work
from entente_ui.actors.network.finding import Finding, People
from entente_ui.actors.network.sentence import PersonChip, Sentence
from entente_ui.actors.network.view import NetworkView
from entente_ui.kit import EmptyState
from entente_ui.pane import Selection
from tests.ui.actors.conftest import Mission, the_sample


def fill_a_few(session: Session) -> None:
    """Make four people, all of whom need the first, and a pair that has come far."""
    names = ("Odile Tisserine", "Anselme Ferrage", "Hippolyte Versoir", "Rosalie Pâquerin")
    odile, anselme, hippolyte, rosalie = (
        records.create(session, ACTOR, {"name": name}) for name in names
    )
    first = {"from_id": odile, "to_id": anselme, "dependence_back": 2, "quality": 1}
    records.create(session, RELATION, first)
    second = {"from_id": hippolyte, "to_id": odile, "dependence": 2, "dependence_back": 2}
    records.create(session, RELATION, {**second, "quality": -1})
    records.create(session, RELATION, {"from_id": rosalie, "to_id": odile, "dependence": 2})
    pair = records.create(session, RELATION, {"from_id": anselme, "to_id": rosalie})
    session.rate(RELATION, pair, {"connection": 1}, dated_on=dt.date(2026, 4, 1))
    session.rate(RELATION, pair, {"connection": 5}, dated_on=dt.date(2026, 6, 1))


@pytest.fixture
def fills() -> list[Callable[[Session], object]]:
    return [the_sample]


@pytest.fixture
def view(mission: Mission, qtbot: QtBot) -> Iterator[NetworkView]:
    view = NetworkView(mission.context)
    view.resize(1000, 800)
    view.show()
    qtbot.waitExposed(view)
    settle(mission, qtbot)
    yield view
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)


def settle(mission: Mission, qtbot: QtBot) -> None:
    """Wait until nothing is being worked out."""
    qtbot.waitUntil(lambda: not mission.context.background.under_way, timeout=20_000)


def lines(card: Finding) -> list[str]:
    return [each.accessibleName() for each in card.findChildren(Sentence)]


def chip(card: People, name: str) -> PersonChip:
    return next(c for c in card.findChildren(PersonChip) if c.person.name == name)


def test_each_finding_is_told_in_words(view: NetworkView) -> None:
    at_odds = "who do not get on with each other"
    assert lines(view.people["weak_points"]) == [
        "Without Clémence Roseraie the others could no longer reach Cyprien Halleresse",
        "Firmin Cordelois is the only good way to Gaspard Ormeval",
        "Apolline Quartzet is the only good way to Hippolyte Versoir",
    ]
    assert lines(view.people["alerts"]) == [
        f"Clémence Roseraie gets on with Anselme Ferrage and Odile Tisserine {at_odds}",
        f"Rosalie Pâquerin gets on with Noémie Lavandier and Apolline Quartzet {at_odds}",
    ]
    assert lines(view.people["isolated"]) == ["One tie alone: Cyprien Halleresse"]
    assert len(lines(view.people["groups"])) == 3
    assert view.crossing.lead.text() == (
        "Of 11 ties between the sides 7 are bad; inside them 4 of 27."
    )


def test_people_stand_in_the_order_of_their_references_not_of_their_figures(
    view: NetworkView,
) -> None:
    refs = [each.person.ref for each in view.people["relays"].findChildren(PersonChip)]
    assert refs == sorted(refs)
    assert "A01" in refs


def test_figures_and_method_are_one_click_away(view: NetworkView) -> None:
    method = view.crossing.method
    assert method._words.isHidden()
    method.button.click()
    assert not method._words.isHidden()
    told = " ".join(method.paragraphs)
    assert "Krackhardt" in told
    assert "E = 11, I = 27, index −0.42" in told
    assert "index −0.70" in told
    assert "0.266" in " ".join(view.people["relays"].method.paragraphs)


def test_a_person_pressed_is_selected(view: NetworkView, mission: Mission, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.selected) as told:
        chip(view.people["isolated"], "Cyprien Halleresse").click()
    assert told.args == [Selection(ACTOR, (mission.key("A17"),))]


def test_another_side_can_be_chosen_and_comes_back(view: NetworkView, mission: Mission) -> None:
    view.crossing.switches[Camp.VENDOR].click()
    assert view.crossing.side == (Camp.DIGITAL,)
    assert view.crossing.lead.text() != (
        "Of 11 ties between the sides 7 are bad; inside them 4 of 27."
    )
    again = NetworkView(mission.context)
    again.restore(view.state())
    assert again.crossing.side == (Camp.DIGITAL,)
    again.restore({"side": "nonsense"})
    again.restore({"side": ["nonsense", 3]})
    again.deleteLater()


def test_the_page_follows_a_change(view: NetworkView, mission: Mission, qtbot: QtBot) -> None:
    def heal(session: Session) -> None:
        rows = records.list_rows(session, RELATION).dicts()
        people = {row["id"]: row["ref"] for row in records.list_rows(session, ACTOR).dicts()}
        for row in rows:
            if {people[row["from_id"]], people[row["to_id"]]} == {"A02", "A03"}:
                records.change(session, RELATION, row["id"], {"quality": 1})

    mission.document.run("Heal", heal)
    qtbot.waitUntil(lambda: len(lines(view.people["alerts"])) == 1, timeout=5_000)
    mission.document.undo()
    qtbot.waitUntil(lambda: len(lines(view.people["alerts"])) == 2, timeout=5_000)


def test_what_was_worked_out_is_kept(
    view: NetworkView, mission: Mission, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[Network] = []

    def noted(network: Network) -> Figures:
        done.append(network)
        return figures(network)

    monkeypatch.setattr(work, "figures", noted)
    view.refresh()
    settle(mission, qtbot)
    assert done == []
    view.show_as_of(dt.date(2026, 3, 1))
    settle(mission, qtbot)
    view.show_as_of(None)
    settle(mission, qtbot)
    assert len(done) == 1


def test_an_earlier_day_is_read(view: NetworkView, mission: Mission, qtbot: QtBot) -> None:
    view.show_as_of(dt.date(2026, 3, 1))
    settle(mission, qtbot)
    assert lines(view.people["alerts"]) == []
    assert view.status == "18 people · 38 ties"


def test_who_looks_on_sees_roles_and_is_told_what_is_left_out(
    view: NetworkView, mission: Mission, qtbot: QtBot
) -> None:
    mission.document.present(True)
    at_once = [label.text() for label in view.findChildren(QLabel)]
    assert not any("Roseraie" in text for text in at_once)
    assert not {"Clémence Roseraie"} & {c.person.name for c in view.findChildren(PersonChip)}
    settle(mission, qtbot)
    names = {each.person.name for each in view.findChildren(PersonChip)}
    assert names
    assert "Clémence Roseraie" not in names
    shown = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert any("Only what may be projected" in text for text in shown)
    assert not any("Roseraie" in text for text in shown)


class TestAFewPeople:
    """A mission of which every dependence and every step is known."""

    @pytest.fixture
    def fills(self) -> list[Callable[[Session], object]]:
        return [fill_a_few]

    def test_the_matrix_says_who_depends_on_whom(
        self, view: NetworkView, mission: Mission, qtbot: QtBot
    ) -> None:
        model = view.dependence.matrix.model()
        role = Qt.ItemDataRole.DisplayRole
        heads = [model.headerData(place, Qt.Orientation.Horizontal, role) for place in range(4)]
        assert (model.rowCount(), model.columnCount()) == (4, 4)
        assert heads == ["A01", "A02", "A03", "A04"]
        assert [model.index(row, 0).data() for row in range(4)] == ["", "2", "2", "2"]
        assert lines(view.dependence) == [
            "Single points of failure: Odile Tisserine",
            "Odile Tisserine and Hippolyte Versoir depend strongly on each other and do not get on",
        ]
        with qtbot.waitSignal(view.selected) as told:
            view.dependence.matrix.clicked.emit(model.index(2, 0))
        assert told.args
        selection = told.args[0]
        assert selection.record_type is RELATION
        row = mission.document.read(lambda s: records.get(s, RELATION, selection.keys[0]))
        assert {row["from_id"], row["to_id"]} == {mission.key("A01"), mission.key("A03")}

    def test_the_matrix_has_a_table_beside_it(self, view: NetworkView) -> None:
        card = view.dependence
        card.switch.chosen.emit("list")
        assert card.list.isVisible()
        model = card.list.model()
        rows = [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
        assert rows == [
            ["Odile Tisserine", "Hippolyte Versoir", "strong", "the relation is bad"],
            ["Anselme Ferrage", "Odile Tisserine", "strong", ""],
            ["Hippolyte Versoir", "Odile Tisserine", "strong", "the relation is bad"],
            ["Rosalie Pâquerin", "Odile Tisserine", "strong", ""],
        ]

    def test_a_step_of_the_ladder_lists_its_pairs(self, view: NetworkView, qtbot: QtBot) -> None:
        funnel = view.ladder.funnel
        assert view.ladder.lead.text() == "1 of 1 pair has acted together."
        assert lines(view.ladder) == []
        QTest.mouseClick(
            funnel,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            funnel.row_rect(5).center().toPoint(),
        )
        assert lines(view.ladder) == ["Anselme Ferrage – Rosalie Pâquerin"]
        with qtbot.waitSignal(funnel.opened):
            QTest.keyClick(funnel, Qt.Key.Key_Down)
        assert funnel.step == 4
        assert lines(view.ladder) == []
        assert funnel.accessibleDescription().startswith("4 took on a commitment: 1 pair")

    def test_the_ladder_says_how_much_has_grown_since_a_day(self, view: NetworkView) -> None:
        def growth(day: dt.date) -> list[int | None]:
            view.ladder.since.set_value(day)
            view.ladder.since.value_changed.emit(day)
            return [rung.growth for rung in view.ladder.funnel.rungs]

        assert growth(dt.date(2026, 4, 15)) == [0, 0, 1, 1, 1, 1, 0]
        assert growth(dt.date(2026, 3, 1)) == [1, 1, 1, 1, 1, 1, 0]


def test_the_models_keep_qt_s_contract(qtmodeltester: ModelTester, view: NetworkView) -> None:
    qtmodeltester.check(view.dependence.matrix.model())
    qtmodeltester.check(view.dependence.list.model())


class TestWithoutRelations:
    """A mission in which nobody has a tie yet."""

    @pytest.fixture
    def fills(self) -> list[Callable[[Session], object]]:
        return [lambda session: records.create(session, ACTOR, {"name": "Odile Tisserine"})]

    def test_an_empty_page_says_what_to_do(self, view: NetworkView, qtbot: QtBot) -> None:
        assert view.status == "1 person · 0 ties"
        assert view._pages.currentIndex() == 1
        with qtbot.waitSignal(view.view_wanted) as told:
            page = view._pages.currentWidget()
            assert isinstance(page, EmptyState)
            assert page.button is not None
            page.button.click()
        assert told.args == ["map", ""]


def test_names_that_look_like_places_in_a_sentence_are_shown_as_they_are(
    view: NetworkView, mission: Mission, qtbot: QtBot
) -> None:
    key = mission.key("A17")

    def rename(session: Session) -> None:
        records.change(session, ACTOR, key, {"name": "{0} <b>& {person}"})

    mission.document.run("Rename", rename)
    qtbot.waitUntil(
        lambda: lines(view.people["isolated"]) == ["One tie alone: {0} <b>& {person}"],
        timeout=5_000,
    )
