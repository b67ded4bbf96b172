import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.relation import RELATION
from entente.errors import RecordMissingError
from entente.services import records
from entente.store.session import Session
from entente_ui.actors.gestures import Carry
from entente_ui.actors.pane import ActorsPane
from entente_ui.kit import EmptyState
from entente_ui.look.theme import Mode, apply
from entente_ui.pane import Selection
from tests.ui.actors.conftest import LONG_AGO, Hands, Mission, grid_of, registers_of


def words(pane: QWidget) -> str:
    return " | ".join(
        label.text() for label in pane.findChildren(QLabel) if label.isVisible() and label.text()
    )


def age(mission: Mission, name: str, day: dt.date = LONG_AGO) -> None:
    """Let the present position of somebody be an old one."""
    rating = mission.ratings(name)[-1]
    mission.document.run("age", lambda s: records.annotate(s, ACTOR, rating.id, {"dated_on": day}))


def test_the_subtitle_counts_people_organisations_and_old_assessments(
    hands: Hands, mission: Mission
) -> None:
    mission.document.run("add", lambda s: records.create(s, ORGANISATION, {"name": "Les Tilleuls"}))
    age(mission, "Anselme Ferrage")
    hands.pane._count()
    assert "5 people, 1 organisation — 1 assessment is older than 30 days" in words(hands.pane)


def test_an_old_position_and_an_unsure_one_are_marked(hands: Hands, mission: Mission) -> None:
    age(mission, "Anselme Ferrage")
    rating = mission.ratings("Odile Tisserine")[-1].id
    mission.document.run(
        "doubt", lambda s: records.annotate(s, ACTOR, rating, {"confidence": "low"})
    )
    people = hands.grid.people.values()
    assert {p.name for p in people if p.is_uncertain} == {"Anselme Ferrage", "Odile Tisserine"}


def test_a_change_made_elsewhere_is_shown_at_once(hands: Hands, mission: Mission) -> None:
    key = mission.key("Firmin Cordelois")
    mission.document.run("rate", lambda s: records.change(s, ACTOR, key, {"power": 4.5}))
    assert hands.at("Firmin Cordelois") == hands.place(4.5, 4.0)


def test_a_change_made_while_the_grid_is_hidden_is_shown_when_it_comes_back(
    hands: Hands, mission: Mission
) -> None:
    hands.pane.go("register")
    key = mission.key("Firmin Cordelois")
    mission.document.run("rate", lambda s: records.change(s, ACTOR, key, {"power": 4.5}))
    hands.pane.go("lenses")
    assert hands.at("Firmin Cordelois") == hands.place(4.5, 4.0)


def test_the_trail_shows_earlier_positions_with_their_dates(hands: Hands, mission: Mission) -> None:
    age(mission, "Firmin Cordelois")
    hands.drag(hands.at("Firmin Cordelois"), hands.place(3.0, 2.0))
    (trail,) = hands.view.board.trails.items
    assert [stop.date for stop in trail.stops] == ["7\N{NO-BREAK SPACE}Apr"]
    assert hands.view.mapFromScene(trail.stops[0].point) == hands.place(2.0, 4.0)
    hands.click(hands.place(1.0, 1.0))
    assert not hands.view.board.trails.items
    hands.grid.commands.trails.setChecked(True)
    assert len(hands.view.board.trails.items) == 1


def test_filtering_by_words_lets_the_others_step_back(hands: Hands, qtbot: QtBot) -> None:
    hands.pane.focus_filter()
    qtbot.keyClicks(hands.grid.bar.search, "EDUCATEUR")
    qtbot.keyClick(hands.grid.bar.search, Qt.Key.Key_Return)
    tokens = hands.view.board.tokens.values()
    assert [t.person.name for t in tokens if t.opacity() == 1.0] == ["Firmin Cordelois"]
    assert hands.grid.status == "1 of 4"
    hands.grid.bar.clear()
    assert all(token.opacity() == 1.0 for token in tokens)


def test_pressing_a_camp_lets_the_others_step_back(hands: Hands) -> None:
    (switch,) = [
        each
        for each in hands.grid.bar.legend.findChildren(QWidget)
        if each.accessibleName() == "IT 1"
    ]
    switch.click()  # type: ignore[attr-defined]  # a button of our own
    tokens = hands.view.board.tokens.values()
    assert [t.person.name for t in tokens if t.opacity() == 1.0] == ["Anselme Ferrage"]


def test_names_can_be_hidden(hands: Hands) -> None:
    hands.grid.commands.names.setChecked(False)
    assert not any(token.name.isVisible() for token in hands.view.board.tokens.values())
    hands.grid.commands.names.setChecked(True)
    assert all(token.name.isVisible() for token in hands.view.board.tokens.values())


def test_revealing_an_actor_selects_its_token(hands: Hands, mission: Mission, qtbot: QtBot) -> None:
    key = mission.key("Odile Tisserine")
    with qtbot.waitSignal(hands.pane.selected) as told:
        hands.pane.reveal("actor", key)
    assert told.args == [Selection(ACTOR, (key,))]
    assert hands.view.picks.keys == (key,)


def test_revealing_somebody_without_a_position_goes_to_the_register(
    hands: Hands, mission: Mission
) -> None:
    hands.pane.reveal("actor", mission.key("Zoé Nouvelle"))
    assert hands.pane.name == "register"


def test_revealing_an_organisation_goes_to_its_register(hands: Hands, mission: Mission) -> None:
    made: list[str] = []
    mission.document.run(
        "add", lambda s: made.append(records.create(s, ORGANISATION, {"name": "Les Tilleuls"}))
    )
    hands.pane.reveal("organisation", made[0])
    assert hands.pane.name == "register"


def test_the_pane_comes_back_as_it_was_left(hands: Hands, mission: Mission) -> None:
    hands.click(hands.at("Odile Tisserine"))
    state = hands.pane.state()
    assert "Tisserine" not in str(state)
    hands.click(hands.place(1.0, 1.0))
    hands.pane.go("register")
    hands.pane.restore(state)
    assert hands.pane.name == "lenses"
    assert hands.view.picks.keys == (mission.key("Odile Tisserine"),)


@pytest.mark.parametrize(
    "state", [{}, {"tab": "gone"}, {"tab": "lenses", "views": 3}, {"views": {"lenses": 3}}]
)
def test_a_state_that_means_nothing_is_ignored(hands: Hands, state: dict[str, object]) -> None:
    hands.pane.restore(state)
    assert hands.pane.name == "lenses"


def test_the_relations_of_somebody_are_looked_for_in_their_register(hands: Hands) -> None:
    hands.click(hands.at("Odile Tisserine"))
    hands.grid.commands.relations.trigger()
    assert hands.pane.name == "register"
    assert registers_of(hands.pane).register(RELATION).filter_field.text() == "Odile Tisserine"


def test_while_others_look_there_is_no_name_and_no_private_score(
    hands: Hands, mission: Mission
) -> None:
    key = mission.key("Anselme Ferrage")
    mission.document.run(
        "show", lambda s: records.change(s, ACTOR, key, {"confidentiality": "public"})
    )
    mission.document.present(on=True)
    grid = hands.grid
    assert [person.name for person in grid.data.people] == ["DSI"]
    assert not grid.data.placed
    assert not hands.view.board.tokens
    assert grid.side.unplaced.people.rowCount() == 1
    assert "1 private assessment is not projected" in words(hands.pane)
    assert "Ferrage" not in words(hands.pane)


def test_while_others_look_a_public_position_is_shown_by_role(
    hands: Hands, mission: Mission
) -> None:
    key = mission.key("Anselme Ferrage")
    rating = mission.ratings("Anselme Ferrage")[-1].id

    def publish(session: Session) -> None:
        records.change(session, ACTOR, key, {"confidentiality": "public"})
        secret = {"confidentiality": "public", "fact": "Anselme Ferrage shouted."}
        records.annotate(session, ACTOR, rating, secret)

    mission.document.run("show", publish)
    mission.document.present(on=True)
    (token,) = hands.view.board.tokens.values()
    assert token.person.name == "DSI"
    assert token.name.lines == ("DSI",)
    assert token.person.fact == ""
    hands.grid.commands.table.setChecked(True)
    model = hands.grid.table.people
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert "Ferrage" not in str(cells)


def test_a_list_of_names_is_pasted_into_an_empty_mission_from_anywhere(
    hands: Hands, mission: Mission
) -> None:
    def empty(session: Session) -> None:
        for key in records.labels(session, ACTOR):
            records.remove(session, ACTOR, key)

    mission.document.run("empty", empty)
    QApplication.clipboard().setText("Gil Noir\nHana Sol\n")
    QTest.keyClick(hands.pane.tabs.tabBar(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert set(mission.document.labels(ACTOR).values()) == {"Gil Noir", "Hana Sol"}
    assert hands.pane.name == "register"


def test_an_empty_mission_says_what_to_do(hands: Hands, mission: Mission) -> None:
    keys = [person.key for person in hands.grid.data.people]

    def empty(session: Session) -> None:
        for key in keys:
            records.remove(session, ACTOR, key)

    mission.document.run("empty", empty)
    QApplication.processEvents()
    (invitation,) = [each for each in hands.pane.findChildren(EmptyState) if each.isVisible()]
    assert "Nobody takes part yet." in words(invitation)
    assert invitation.button is not None
    mission.document.undo()
    QApplication.processEvents()
    assert hands.view.isVisible()


def test_with_nobody_placed_the_list_is_open_and_says_what_to_do(
    hands: Hands, mission: Mission
) -> None:
    keys = [person.key for person in hands.grid.data.placed]
    hands.grid.work.take_off(keys)
    assert hands.view.hint == "Drag somebody from the list onto the grid to place them."
    assert hands.grid.side.isVisible()
    assert hands.grid.side.unplaced.people.rowCount() == 5
    mission.document.undo()
    assert hands.view.hint == ""


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("size", [80, 100, 150, 200])
def test_theme_and_size_change_live(
    hands: Hands, qapp: QApplication, mode: Mode, size: int
) -> None:
    apply(qapp, mode, size, reduced_motion=True)
    hands.view.zooming.settle_now()
    board = hands.view.board
    assert board.arrangement.radius <= 17 * size / 100 + 1
    assert len(board.tokens) + sum(len(c.keys) for c in board.arrangement.crowds) == 4
    assert not hands.pane.grab().isNull()


def test_every_place_the_keyboard_can_go_to_has_a_name(hands: Hands) -> None:
    hands.grid.commands.table.setChecked(False)
    nameless = []
    for widget in hands.pane.findChildren(QWidget):
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name):
            nameless.append(type(widget).__name__ + widget.objectName())
    assert nameless == []


def test_switches_are_remembered(hands: Hands, mission: Mission, qtbot: QtBot) -> None:
    hands.grid.commands.names.setChecked(False)
    hands.grid.commands.trails.setChecked(True)
    hands.pane.go("register")
    again = ActorsPane(mission.context)
    qtbot.addWidget(again)
    assert again.name == "register"
    assert not grid_of(again).commands.names.isChecked()
    assert grid_of(again).commands.trails.isChecked()


def test_the_palette_offers_what_the_tab_can_do(hands: Hands) -> None:
    grid = {action.text() for action in hands.pane.commands()}
    assert {"Show as a table", "Copy the picture"} <= grid
    hands.pane.go("register")
    assert "Show as a table" not in {action.text() for action in hands.pane.commands()}


def test_hostile_names_are_shown_as_they_are(hands: Hands, mission: Mission) -> None:
    hostile = '<img src="file:///etc/passwd">'
    mission.document.run(
        "add",
        lambda s: records.create(
            s, ACTOR, {"name": hostile, "power": 3.0, "interest": 3.0, "camp": "user"}
        ),
    )
    token = hands.view.board.tokens[mission.key(hostile)]
    assert token.person.name == hostile
    hands.view.tell(token.key)
    # Drawn by a painter, which knows no HTML; the lists escape their tooltips.
    assert hands.view.board.tag.lines[0].startswith("<img")
    everybody = hands.grid.side.everybody.people
    row = everybody.row_of(token.key)
    tip = everybody.index(row).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip


def big(session: Session) -> None:
    for number in range(12):
        values = {"name": f"Agent {number}", "power": 3.0, "interest": 3.0, "camp": "business"}
        records.create(session, ACTOR, values)


class TestACrowd:
    @pytest.fixture
    def fills(self) -> list[Callable[[Session], object]]:
        return [big]

    @pytest.fixture(autouse=True)
    def small(self, pane: ActorsPane) -> None:
        pane.resize(760, 560)
        QApplication.processEvents()
        grid_of(pane).view.zooming.settle_now()

    def test_it_shows_how_many_they_are(self, hands: Hands) -> None:
        (crowd,) = hands.view.board.arrangement.crowds
        assert len(crowd.keys) == 12
        assert not hands.view.board.tokens

    def test_a_click_opens_it_and_another_elsewhere_closes_it(self, hands: Hands) -> None:
        hands.click(hands.place(3.0, 3.0))
        assert len(hands.view.board.opened.keys) == 12
        assert len(hands.view.board.tokens) == 12
        box = hands.view.board.opened.box
        assert hands.view.board.visible.contains(box)
        corner = hands.view.board.visible.bottomLeft() + QPointF(3, -3)
        assert not box.contains(corner)
        hands.click(hands.view.mapFromScene(corner))
        assert not hands.view.board.tokens

    def test_enter_opens_it_tab_goes_through_it_and_escape_closes_it(self, hands: Hands) -> None:
        hands.view.setFocus(Qt.FocusReason.TabFocusReason)
        hands.key(Qt.Key.Key_Return)
        first = hands.view.picks.current
        hands.key(Qt.Key.Key_Tab)
        assert hands.view.picks.current != first
        assert hands.view.picks.current in hands.view.board.opened.keys
        hands.key(Qt.Key.Key_Escape)
        assert hands.view.board.opened.score is None

    def test_somebody_is_dragged_out_of_it(self, hands: Hands, mission: Mission) -> None:
        hands.click(hands.place(3.0, 3.0))
        hands.drag(hands.at("Agent 0"), hands.place(5.0, 1.0))
        assert mission.score("Agent 0") == (5.0, 1.0)
        (crowd,) = hands.view.board.arrangement.crowds
        assert len(crowd.keys) == 11

    def test_all_of_it_can_be_dragged_as_one_step(self, hands: Hands, mission: Mission) -> None:
        hands.drag(hands.place(3.0, 3.0), hands.place(4.0, 2.0))
        assert mission.score("Agent 7") == (4.0, 2.0)
        assert mission.document.undo_label == "Move 12 actors"
        mission.document.undo()
        assert mission.score("Agent 7") == (3.0, 3.0)

    def test_no_name_on_its_sheet_covers_another(self, hands: Hands) -> None:
        hands.click(hands.place(3.0, 3.0))
        boxes = [t.name.sceneBoundingRect() for t in hands.view.board.tokens.values()]
        assert len(boxes) == 12
        for number, one in enumerate(boxes):
            assert not any(one.intersects(two) for two in boxes[number + 1 :])


def test_the_add_button_asks_in_the_register(hands: Hands) -> None:
    (add,) = [b for b in hands.grid.bar.findChildren(QPushButton) if b.accessibleName() == "Add"]
    add.click()
    assert hands.pane.name == "register"
    assert hands.popover() is not None


def test_the_list_opens_by_itself_while_somebody_waits_and_folds_again(
    hands: Hands, mission: Mission
) -> None:
    assert hands.grid.side.isVisible()
    hands.grid.work.ask_position([mission.key("Zoé Nouvelle")], hands.grid.rect_of(()))
    question = hands.popover()
    assert question is not None
    question.accept()
    assert not hands.grid.side.isVisible()
    assert not mission.context.settings.contains("actors/side")


def test_the_list_stays_where_the_user_wants_it(hands: Hands, mission: Mission) -> None:
    hands.grid.commands.side.setChecked(False)
    hands.grid.commands.side.setChecked(True)
    key = mission.key("Zoé Nouvelle")
    mission.document.run("go", lambda s: records.remove(s, ACTOR, key))
    assert hands.grid.side.isVisible()


def test_a_selection_comes_back_even_before_the_pane_is_shown(
    mission: Mission, qtbot: QtBot
) -> None:
    key = mission.key("Odile Tisserine")
    pane = ActorsPane(mission.context)
    qtbot.addWidget(pane)
    pane.restore({"tab": "lenses", "views": {"lenses": {"selected": [key]}}})
    pane.resize(1000, 700)
    pane.show()
    qtbot.waitExposed(pane)
    assert grid_of(pane).view.picks.keys == (key,)


def test_a_refused_move_goes_back(
    hands: Hands, mission: Mission, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise RecordMissingError("actor", "x")

    start = hands.at("Odile Tisserine")
    monkeypatch.setattr(mission.document.gate, "run", refuse)
    hands.drag(start, hands.place(1.0, 1.0))
    assert hands.at("Odile Tisserine") == start
    assert not mission.toasts
    assert hands.popover() is None


def test_while_others_look_nothing_leads_to_a_list_of_names(hands: Hands, mission: Mission) -> None:
    def enabled() -> set[str]:
        buttons = hands.grid.bar.findChildren(QPushButton)
        return {b.accessibleName() for b in buttons if b.isEnabled()}

    assert {"Add", "Import…"} <= enabled()
    mission.document.present(on=True)
    assert not {"Add", "Import…"} & enabled()


def test_a_token_is_seen_to_move_unless_motion_is_not_wanted(
    hands: Hands, qapp: QApplication, mission: Mission, qtbot: QtBot
) -> None:
    apply(qapp, Mode.LIGHT, 100, reduced_motion=False)
    hands.view.zooming.settle_now()
    key = mission.key("Firmin Cordelois")
    token = hands.view.board.tokens[key]
    start = token.pos()
    mission.document.run("rate", lambda s: records.change(s, ACTOR, key, {"power": 4.5}))
    assert token.pos() == start
    assert token.rest != start
    qtbot.waitUntil(lambda: token.pos() == token.rest, timeout=2000)


def neighbours(session: Session) -> None:
    for number in range(12):
        values = {"name": f"Agent {number}", "power": 4.0, "interest": 4.0 + number % 3 / 2}
        records.create(session, ACTOR, values)


class TestAMixedCrowd:
    """On a grid too small for half points neighbours are shown as one."""

    @pytest.fixture
    def fills(self) -> list[Callable[[Session], object]]:
        return [neighbours]

    @pytest.fixture(autouse=True)
    def tiny(self, pane: ActorsPane) -> None:
        grid_of(pane).view.board.fit(240, 180)
        grid_of(pane).view.board.settle(animate=False)

    def test_it_counts_them_without_naming_one_position(
        self, hands: Hands, mission: Mission
    ) -> None:
        together = hands.view.board.crowd_with(mission.key("Agent 0"))
        assert together is not None
        assert len(together.keys) == 12
        hands.view.tell(together.score)
        assert hands.view.board.tag.lines[0] == "12 actors"

    def test_each_can_be_revealed_in_it(self, hands: Hands, mission: Mission) -> None:
        key = mission.key("Agent 1")
        hands.pane.reveal("actor", key)
        assert hands.view.picks.keys == (key,)
        together = hands.view.board.crowd_with(key)
        assert together is not None
        assert hands.view.picks.current == together.score

    def test_each_keeps_its_distance_when_all_are_dragged(
        self, hands: Hands, mission: Mission
    ) -> None:
        first, last = mission.key("Agent 0"), mission.key("Agent 2")
        board = hands.view.board
        together = board.crowd_with(first)
        assert together is not None
        middle = board.centre(together.score)
        carry = Carry(board, together.score, together.keys, middle)
        assert not carry.changes
        cell = board.frame.cell(together.score)
        carry.move(middle - QPointF(3 * (cell.right - cell.left), 0))
        assert carry.targets[last].across - carry.targets[first].across == 1.0
        assert carry.targets[last].across < 5.0


@pytest.mark.parametrize("width", [480, 640, 760, 900, 1200])
@pytest.mark.parametrize("size", [100, 150])
def test_no_button_is_squeezed_however_narrow_the_pane(
    hands: Hands, qapp: QApplication, width: int, size: int
) -> None:
    apply(qapp, Mode.LIGHT, size, reduced_motion=True)
    hands.pane.resize(width * size // 100, 700)
    QApplication.processEvents()
    bar = hands.grid.bar
    shown = [b for b in bar.findChildren(QAbstractButton) if b.isVisible() and b.parent() is bar]
    for button in shown:
        assert button.width() >= button.minimumSizeHint().width()
        assert bar.rect().contains(button.geometry())
    boxes = [button.geometry() for button in shown]
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
