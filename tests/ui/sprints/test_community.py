"""The community: by mouse, by key, undone, and shown to a room."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.cause import COMMON_CAUSE
from entente.domain.difficulty import DIFFICULTY
from entente.domain.records import RecordType
from entente.domain.working_group import INTERVIEW_GUIDE, QUOTE
from entente.services import records
from entente.store.gate import Gate
from entente_ui.common_causes.card import CauseCard
from entente_ui.common_causes.page import CausesPage
from entente_ui.document import Document
from entente_ui.drag import pack_records
from entente_ui.kit import Button, IconButton, PlainLabel, Popover, select_rows
from entente_ui.kit.cards.delegate import mark_boxes
from entente_ui.pane import Selection, paper
from entente_ui.registers.picking import Picker
from entente_ui.sprints.community.group_page import MATRIX, MEMBERS, GroupPage
from entente_ui.sprints.community.heard_page import HeardPage
from entente_ui.sprints.community.pages import CAUSES, GROUP, HEARD, SANDBOX_PAGE, STAGES
from entente_ui.sprints.community.quote_faces import QuoteList
from entente_ui.sprints.community.sandbox_page import SandboxPage
from entente_ui.sprints.community.stages_page import StagesPage
from entente_ui.sprints.community.view import CommunityView
from tests.conftest import FixedClock, confluent_gate
from tests.ui.sprints.conftest import Desk


@dataclass
class Room:
    """The tab, and what it told the shell."""

    view: CommunityView
    toasts: list[str] = field(default_factory=list)
    shown: list[tuple[str, str]] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.view.context.document

    def key(self, kind: RecordType, ref: str) -> str:
        return self.document.read(lambda s: records.find(s, kind, ref))

    def get(self, kind: RecordType, key: str) -> dict[str, object]:
        return self.document.read(lambda s: records.get(s, kind, key))

    def press(self, words: str, inside: QWidget | None = None) -> None:
        buttons = (inside or self.view).findChildren(Button)
        next(b for b in buttons if b.text() == words and b.isVisibleTo(self.view)).click()
        QApplication.processEvents()

    def picker(self) -> Picker:
        return next(each for each in self.view.findChildren(Picker) if each.isVisible())


@pytest.fixture
def room(qtbot: QtBot, clock: FixedClock, desk_of: Callable[[Gate], Desk]) -> Room:
    desk = desk_of(confluent_gate(clock))
    view = CommunityView(desk.context)
    qtbot.addWidget(view)
    view.resize(1300, 800)
    view.show()
    return Room(view, desk.toasts, desk.shown)


def dropped(target: QWidget, kind: str, keys: list[str]) -> bool:
    """Drag records over a widget and let go; say whether it took them."""
    data, at = pack_records(kind, keys), QPoint(8, 8)
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(at, action, data, button, Qt.KeyboardModifier.NoModifier)
    entered.ignore()
    QApplication.sendEvent(target, entered)
    if not entered.isAccepted():
        return False
    fell = QDropEvent(QPointF(at), action, data, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, fell)
    QApplication.processEvents()
    return True


def causes(room: Room) -> CausesPage:
    room.view.open(CAUSES)
    page = room.view.current
    assert isinstance(page, CausesPage)
    return page


def card(room: Room, ref: str) -> CauseCard:
    return causes(room).cards[room.key(COMMON_CAUSE, ref)]


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(PlainLabel))


def test_a_champion_is_proposed_for_a_reason_asked_and_accepts_by_one_click_each(
    room: Room,
) -> None:
    said = words_of(card(room, "C4"))
    assert "Convergence +4 of +6 · 3 for it" in said
    assert "Rosalie Pâquerin could carry it: synergy 4, accepted by the others" in said
    room.press("Think of this person", card(room, "C4"))
    room.press("Asked today", card(room, "C4"))
    assert "Thought of: Rosalie Pâquerin" in words_of(card(room, "C4"))
    assert "asked on 10\xa0June\xa02026" in words_of(card(room, "C4"))
    room.press("Has accepted", card(room, "C4"))
    assert "Champion: Rosalie Pâquerin" in words_of(card(room, "C4"))
    assert room.document.undo_label == "The champion has accepted"
    for _step in range(3):
        room.document.undo()
    QApplication.processEvents()
    assert "Thought of: Eulalie Marjolin" in words_of(card(room, "C4"))


def test_the_keys_plus_and_minus_say_how_strongly_and_stay_where_they_are(
    room: Room, qtbot: QtBot
) -> None:
    room.view.activateWindow()
    chip = next(c for c in card(room, "C4").chips.values() if "Marjolin" in c.text())
    chip.setFocus()
    key = chip.support.id
    qtbot.keyClick(chip, Qt.Key.Key_Plus)
    QApplication.processEvents()
    chip = card(room, "C4").chips[key]
    assert chip.accessibleName() == "Eulalie Marjolin: strongly for"
    assert QApplication.focusWidget() is chip
    assert "Convergence +5 of +6" in words_of(card(room, "C4"))
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    QApplication.processEvents()
    assert key not in card(room, "C4").chips
    assert room.toasts == ["No longer a supporter: Eulalie Marjolin"]


def test_actors_dropped_on_a_cause_support_it_and_nothing_else_does(room: Room) -> None:
    wanted = [room.key(ACTOR, "A10"), room.key(ACTOR, "A06")]
    untouched = card(room, "C1")
    assert not dropped(card(room, "C4"), "risk", wanted)
    assert not dropped(card(room, "C4"), "actor", ["somebody of another mission"])
    assert dropped(card(room, "C4"), "actor", wanted)
    names = {chip.text() for chip in card(room, "C4").chips.values()}
    assert {"Sidonie Claviérat", "Rosalie Pâquerin"} < names
    assert len(card(room, "C4").chips) == 4
    assert card(room, "C1") is untouched


def test_a_supporter_is_found_by_typing_and_a_stranger_is_refused_inside(room: Room) -> None:
    room.press("Add a supporter", card(room, "C4"))
    picker = room.picker()
    picker.input.setEditText("Personne")
    picker.accept()
    assert picker.isVisible()
    picker.input.setEditText("Clavié")
    picker.accept()
    QApplication.processEvents()
    assert any("Claviérat" in chip.text() for chip in card(room, "C4").chips.values())


def test_what_serves_a_cause_is_gone_to_and_a_cause_is_found_and_deleted(room: Room) -> None:
    told: list[Selection | None] = []
    room.view.selected.connect(told.append)
    room.press("E8 ✓", card(room, "C3"))
    assert room.shown[0][0] == "commitment"
    key = room.key(COMMON_CAUSE, "C3")
    assert room.view.reveal("common_cause", key)
    assert told[-1] == Selection(COMMON_CAUSE, (key,))
    menu = card(room, "C3").make_menu()
    next(action for action in menu.actions() if action.text() == "Delete").trigger()
    QApplication.processEvents()
    assert len(causes(room).cards) == 3
    assert room.toasts == ["Deleted: C3"]


def test_the_post_of_the_week_is_one_press_away(room: Room) -> None:
    next(b for b in room.view.findChildren(IconButton) if "Post" in b.accessibleName()).click()
    assert room.shown == [("paper:post", "")]
    assert "Post of the week" in [action.text() for action in room.view.offered()]


def test_nobody_changes_causes_while_others_look_on(room: Room) -> None:
    causes(room)
    room.document.present(True)
    QApplication.processEvents()
    shown = card(room, "C4")
    assert shown.findChildren(Button, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert "Think of this person" not in [b.text() for b in shown.findChildren(Button)]
    assert not dropped(shown, "actor", [room.key(ACTOR, "A10")])
    assert [action.text() for action in shown.make_menu().actions()] == ["Show in the inspector"]


def stages_page(room: Room) -> StagesPage:
    room.view.open(STAGES)
    QApplication.processEvents()
    page = room.view.current
    assert isinstance(page, StagesPage)
    return page


def lines(page: StagesPage) -> list[str]:
    """Return what the tree shows, stages and steps, each column apart."""
    found = []
    for place in range(page.tree.topLevelItemCount()):
        top = page.tree.topLevelItem(place)
        assert top is not None
        under = [top.child(row) for row in range(top.childCount())]
        for item in [top, *under]:
            assert item is not None
            found.append(" | ".join(item.text(column) for column in range(3)))
    return found


def go_to_step(page: StagesPage, title: str) -> str:
    key = next(step.id for step in page.steps if step.title == title)
    assert page.reveal("check_item", key)
    QApplication.processEvents()
    return key


def test_each_stage_says_how_far_it_has_come_and_steps_are_ticked_by_key(
    room: Room, qtbot: QtBot
) -> None:
    page = stages_page(room)
    assert page.figures.text() == "16 of 19 steps taken"
    assert "A · launch | under way: 5 of 6 | " in lines(page)
    assert "C · kick-off | finished on 9\xa0March\xa02026 | " in lines(page)
    go_to_step(page, "Un champion pour chaque cause")
    qtbot.keyClick(page.tree, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert "A · launch | finished on 10\xa0June\xa02026 | " in lines(page)
    assert room.document.undo_label.startswith("Taken on 10\xa0June\xa02026")
    assert [step.title for step in page.tree.selected] == ["Un champion pour chaque cause"]
    room.document.undo()
    QApplication.processEvents()
    assert "A · launch | under way: 5 of 6 | " in lines(page)


def test_steps_are_ordered_by_key_and_by_mouse_into_other_stages(room: Room, qtbot: QtBot) -> None:
    page = stages_page(room)
    go_to_step(page, "Boîte à outils présentée")
    qtbot.keyClick(page.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    kickoff = next(stage for stage in page.stages if stage.name == "kickoff")
    assert [step.title for step in kickoff.steps][:2] == [
        "Carnet commun ouvert",
        "Boîte à outils présentée",
    ]
    for _step in range(2):
        qtbot.keyClick(page.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        QApplication.processEvents()
    key = go_to_step(page, "Boîte à outils présentée")
    assert page.stages[3].steps[0].id == key
    top = page.tree.topLevelItem(1)
    data = page.tree.mimeData(page.tree.selectedItems())
    assert page.tree.dropMimeData(top, 0, data, Qt.DropAction.CopyAction)
    QApplication.processEvents()
    assert page.stages[1].steps[0].id == key


def test_a_step_is_tied_to_what_is_dropped_on_it_and_leads_there(room: Room) -> None:
    page = stages_page(room)
    key = go_to_step(page, "Feuille de route et fiches-action publiées")
    actor = room.key(ACTOR, "A10")
    item = page.tree.currentItem()
    for kind, keys in (("risk", [actor]), ("actor", [actor])):
        page.tree.dropMimeData(item, -1, pack_records(kind, keys), Qt.DropAction.CopyAction)
    QApplication.processEvents()
    line = next(line for line in lines(page) if line.startswith("Feuille de route"))
    assert line.endswith("A10 Sidonie Claviérat")
    page.tree.followed.emit(key)
    assert room.shown == [("actor", actor)]
    go_to_step(page, "Feuille de route et fiches-action publiées")
    words = [action.text() for action in page.make_menu().actions()]
    assert "Go to A10 Sidonie Claviérat" in words
    assert "No longer shown by A10 Sidonie Claviérat" in words


def test_the_usual_steps_are_put_in_place_and_others_change_nothing(room: Room) -> None:
    page = stages_page(room)
    page.tree.selectAll()
    page.run("delete")
    QApplication.processEvents()
    assert room.toasts[-1] == "Deleted: 19 steps"
    room.press("Put the steps in place")
    assert room.toasts[-1] == "23 steps added"
    assert len(page.steps) == 23
    room.document.present(True)
    QApplication.processEvents()
    item = page.tree.topLevelItem(0)
    first = item.child(0) if item is not None else None
    assert first is not None
    assert not first.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert page.offered() == ()


def group_page(room: Room) -> GroupPage:
    room.view.open(GROUP)
    QApplication.processEvents()
    page = room.view.current
    assert isinstance(page, GroupPage)
    return page


def cell(page: GroupPage, name: str, column: int) -> QModelIndex:
    model = page.table.attendance
    row = next(place for place, line in enumerate(model.lines) if name in line.name)
    return model.index(row, column)


def test_a_click_says_that_somebody_came_and_the_rate_follows(room: Room, qtbot: QtBot) -> None:
    page = group_page(room)
    # 47 presences of 60: 5+3+6+2+5+1+4+6+4+6+5 over 6+4+6+4+5+5+6+6+6+6+6.
    assert page.figures.text() == "6 meetings, 78% of the members present"
    index = cell(page, "Ormeval", 4)
    assert [cell(page, "Ormeval", column).data() for column in (1, 2, 4)] == ["20% (1/5)", "", "✓"]
    assert "not a member then" in cell(page, "Ormeval", 2).data(Qt.ItemDataRole.AccessibleTextRole)
    target = cell(page, "Ormeval", 5)
    at = page.table.visualRect(target).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()
    assert cell(page, "Ormeval", 1).data() == "40% (2/5)"
    assert room.document.undo_label == "Came to a meeting"
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert cell(page, "Ormeval", 1).data() == "20% (1/5)"
    assert index.data() == "✓"
    assert cell(page, "Versoir", 1).data() == "guest"


def test_a_meeting_is_added_everybody_came_and_somebody_joins(room: Room) -> None:
    page = group_page(room)
    told: list[Selection | None] = []
    room.view.selected.connect(told.append)
    room.press("New meeting")
    popover = next(each for each in room.view.findChildren(Popover) if each.isVisible())
    line = popover.findChild(QLineEdit)
    assert line is not None
    line.setText("Atelier des règles")
    popover.accept()
    QApplication.processEvents()
    assert told[-1] is not None
    assert told[-1].record_type.name == "interaction"
    last = page.table.attendance.columnCount() - 1
    page.table.selectColumn(last)
    act = next(a for a in page.make_menu().actions() if a.text() == "All members came")
    act.trigger()
    QApplication.processEvents()
    assert "11/11" in page.table.attendance.headerData(last, Qt.Orientation.Horizontal)
    assert not dropped(page.table.viewport(), "risk", [room.key(ACTOR, "A10")])
    assert dropped(page.table.viewport(), "actor", [room.key(ACTOR, "A10")])
    # Who joined today was a member on the day of the meeting of today.
    assert cell(page, "Claviérat", 1).data() == "0% (0/1)"


def test_words_that_visions_share_stand_out_and_select_who_wrote_them(room: Room) -> None:
    page = group_page(room)
    page.mode.set_current(MEMBERS)
    page.refresh()
    panel = page.members
    assert panel is not None
    assert [button.text() for button in panel.keywords[:3]] == [
        "autonomie · 3",
        "confiance · 2",
        "temps · 2",
    ]
    panel.keywords[0].click()
    chosen = panel.selection
    assert chosen is not None
    assert len(chosen.keys) == 3
    state = room.view.state()
    page.mode.set_current(MATRIX)
    room.view.open(CAUSES)
    room.view.restore(state)
    assert room.view.switch.current == GROUP
    assert page.mode.current == MEMBERS


def test_a_room_sees_roles_and_can_tick_nothing(room: Room) -> None:
    page = group_page(room)
    room.document.present(True)
    QApplication.processEvents()
    names = [line.name for line in page.table.attendance.lines]
    assert "Cadre de santé" in names
    assert not any("Pâquerin" in name for name in names)
    assert page.table.attendance.attend is None
    assert page.offered() == ()


def sandbox_page(room: Room) -> SandboxPage:
    room.view.open(SANDBOX_PAGE)
    QApplication.processEvents()
    page = room.view.current
    assert isinstance(page, SandboxPage)
    return page


def lane(page: SandboxPage, kind: str) -> list[str]:
    found = next(each for each in page.seen.lanes.lanes if each.head.value == kind)
    return [card.text for card in found.view.cards.shown]


def test_observations_are_typed_carried_and_made_cards_in_one_step(
    room: Room, qtbot: QtBot
) -> None:
    page = sandbox_page(room)
    assert [len(lane(page, kind)) for kind in ("worked", "hindered", "question", "idea")] == [
        *(1, 2, 1, 1),
    ]
    page.seen.capture.line.setText("- le clavier se cache")
    qtbot.keyClick(page.seen.capture.line, Qt.Key.Key_Return)
    assert "le clavier se cache" in lane(page, "hindered")
    assert page.seen.capture.text == ""
    view = next(each.view for each in page.seen.lanes.lanes if each.head.value == "hindered")
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert "le clavier se cache" in lane(page, "question")
    page.seen.run("card")
    (moved,) = page.seen.lanes.selected
    assert moved.item
    assert moved.level == "mediator"
    assert room.toasts == ["1 card in the backlog"]
    page.seen.run("card")
    assert room.toasts[-1] == "It is in the backlog already."
    assert f"Go to {moved.item_ref}" in [
        action.text() for action in page.seen.make_menu().actions()
    ]
    key = moved.id
    room.view.open(CAUSES)
    assert room.view.reveal("observation", key)
    assert [each.id for each in page.seen.lanes.selected] == [key]


def test_marks_are_counted_by_digits_of_both_keyboards(room: Room, qtbot: QtBot) -> None:
    page = sandbox_page(room)
    page.open_worth()
    QApplication.processEvents()
    panel = page.worth
    assert panel is not None
    # The latest of the sample: 3 × 3, 4 × 4 and 2 × 5 make 35 of 9 people.
    assert panel.mean.text() == "3.9 of 5, 9 answers"
    qtbot.keyClicks(panel.chart, "1(")
    assert panel.chart.roti.counts == (1, 0, 3, 4, 3)
    assert panel.mean.text() == "3.7 of 5, 11 answers"
    assert room.document.undo_label == "One more 5"
    qtbot.keyClick(panel.chart, Qt.Key.Key_Up)
    panel.chart.aim(0)
    qtbot.keyClick(panel.chart, Qt.Key.Key_Minus)
    assert panel.chart.roti.counts == (1, 0, 3, 4, 2)
    room.document.present(True)
    QApplication.processEvents()
    qtbot.keyClicks(panel.chart, "1")
    assert panel.chart.roti.counts == (1, 0, 3, 4, 2)


def heard_page(room: Room) -> HeardPage:
    room.view.open(HEARD)
    QApplication.processEvents()
    page = room.view.current
    assert isinstance(page, HeardPage)
    return page


def quotes_of(page: HeardPage, cause: str) -> list[str]:
    found = next(each for each in page.quotes.lanes.lanes if each.head.value == cause)
    return [card.ref for card in found.view.cards.shown]


def test_a_quote_is_typed_carried_to_a_cause_and_made_a_signal_and_an_idea(
    room: Room, qtbot: QtBot
) -> None:
    page = heard_page(room)
    trust = room.key(COMMON_CAUSE, "C3")
    assert quotes_of(page, trust) == ["V5", "V3"]
    page.quotes.capture.line.setText("@Tancrède « Personne ne relit » #relecture @Nul")
    assert (
        page.quotes.capture.preview.text()
        == "Tancrède Boulonnier · #relecture · not known here: “@Nul”"
    )
    page.quotes.capture.line.setText("@Tancrède « Personne ne relit » #relecture")
    qtbot.keyClick(page.quotes.capture.line, Qt.Key.Key_Return)
    assert quotes_of(page, "-") == ["V7"]
    view = next(each.view for each in page.quotes.lanes.lanes if each.head.value == "-")
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    last = list(page.heard.causes)[-1]
    assert "V7" in quotes_of(page, last)
    for key in (Qt.Key.Key_S, Qt.Key.Key_B):
        view = next(each.view for each in page.quotes.lanes.lanes if each.head.value == last)
        qtbot.keyClick(view, key)
    assert [toast.split(":")[0] for toast in room.toasts] == [
        "Among the difficulties, as a weak signal",
        "In the backlog, as an idea",
    ]
    # It says what was made of it, by a mark that leads there; none is made twice.
    signal = room.key(DIFFICULTY, page.quotes.lanes.selected[0].difficulty_ref)
    view = next(each.view for each in page.quotes.lanes.lanes if each.head.value == last)
    assert isinstance(view, QuoteList)
    card = page.quotes.lanes.selected[0]
    (mark,) = view.cards.faces.face(card).marks
    assert (mark.words, card.difficulty) == (card.difficulty_ref, signal)
    shape, index = view.cards.shape, view.cards.index(view.cards.row_of(card.id))
    inside = shape.inside(view.visualRect(index))
    inside.setTop(inside.bottom() - shape.head + 1)
    (box,) = mark_boxes(inside, view.cards.faces.face(card), shape)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert room.shown[-1] == (DIFFICULTY.name, signal)
    before = room.document.undo_label
    qtbot.keyClick(view, Qt.Key.Key_S)
    assert room.toasts[-1] == f"It is a difficulty already: {card.difficulty_ref}"
    assert room.document.undo_label == before
    for _step in range(4):
        room.document.undo()
    assert "V7" not in {quote.ref for quote in page.heard.quotes}


def test_quotes_are_looked_for_by_tag_by_person_and_by_words(room: Room) -> None:
    page = heard_page(room)
    assert page.quotes.tags[0].text() == "#confiance · 2"
    page.quotes.tags[0].click()
    assert page.words.text() == "#confiance"
    lit = {key for each in page.quotes.lanes.lanes for key in each.view.cards.wanted or ()}
    assert {page.heard.quotes[place].id for place in (1, 3)} == lit
    page.look_for("pâquerin")
    lit = {key for each in page.quotes.lanes.lanes for key in each.view.cards.wanted or ()}
    assert lit == {room.key(QUOTE, "V1")}
    page.look_for("pâquerin")
    assert page.words.text() == ""


def test_interviews_and_guides_are_found_and_begun(room: Room) -> None:
    page = heard_page(room)
    page.begin_interview()
    panel = page.interviews
    assert panel is not None
    rows = panel.model.rowCount()
    panel.ask_actor("")
    picker = room.picker()
    picker.input.setEditText("Clavié")
    picker.accept()
    QApplication.processEvents()
    assert panel.model.rowCount() == rows + 1
    assert panel.model.index(0, 2).data() == "Sidonie Claviérat"
    chosen = panel.selection
    assert chosen is not None
    assert chosen.keys == (panel.model.rows[0].id,)
    guide = room.document.read(lambda s: records.titles(s, INTERVIEW_GUIDE))
    assert room.view.reveal("interview_guide", next(iter(guide)))
    assert page.mode.current == "guides"
    assert room.view.reveal("quote", room.key(QUOTE, "V2"))
    assert [quote.ref for quote in page.quotes.lanes.selected] == ["V2"]
    room.document.present(True)
    QApplication.processEvents()
    assert {quote.ref for quote in page.heard.quotes} == {"V1", "V3", "V5"}
    assert not page.quotes.capture.isVisible()


def test_guides_go_to_paper_from_their_register_and_from_an_interview(room: Room) -> None:
    guides = room.document.read(lambda s: records.titles(s, INTERVIEW_GUIDE))
    expert = next(key for key, name in guides.items() if name == "Expert")
    assert room.view.reveal("interview_guide", expert)
    page = heard_page(room)
    register = page.guides
    assert register is not None
    (action,) = register.commands.more()
    action.trigger()
    assert room.shown[-1] == (paper("interview-guide"), expert)
    page.begin_interview()
    panel = page.interviews
    assert panel is not None
    of_guide = [n for n, row in enumerate(panel.model.rows) if row.guide == "Expert"]
    select_rows(panel.table, of_guide[:1])
    words = [each.text() for each in panel.make_menu().actions()]
    assert words == ["Show in the inspector", "Print the guide…"]
    room.shown.clear()
    page.print_out()
    assert room.shown == [(paper("interview-guide"), expert)]
    room.document.present(True)
    page.print_out()
    assert len(room.shown) == 1


def test_the_tables_keep_qt_s_contract(room: Room, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(group_page(room).table.attendance)
    page = heard_page(room)
    page.begin_interview()
    assert page.interviews is not None
    qtmodeltester.check(page.interviews.model)
