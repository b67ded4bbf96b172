"""The tab of the board: one backlog as board, as roadmap and as list."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.backlog import BACKLOG_ITEM
from entente.i18n import _
from entente.services import board_news
from entente.services.board import Board, Card
from entente.store.journal import ChangeSet
from entente_ui.kit import make_action, spaced
from entente_ui.kit.cards import Looks
from entente_ui.pane import Context, Selection, paper
from entente_ui.pane_view import ReadingView
from entente_ui.registers.register import Register
from entente_ui.sprints.board.area import CardArea
from entente_ui.sprints.board.arrange import arranged
from entente_ui.sprints.board.commands import Commands
from entente_ui.sprints.board.deeds import Deeds
from entente_ui.sprints.board.faces import CardFaces
from entente_ui.sprints.board.filter_bar import BOARD, LIST, ROADMAP, FilterBar
from entente_ui.sprints.board.hands import BoardHands
from entente_ui.sprints.board.moving import Moving
from entente_ui.sprints.board.pages import Pages
from entente_ui.sprints.board.sight import Sight
from entente_ui.sprints.board.telling import Telling
from entente_ui.sprints.board.words import counted, counted_of
from entente_ui.turns import in_turns

#: Px at 100 % of a column: the four usual ones fit beside the inspector.
_WIDE: Final = 200


class BoardView(ReadingView):
    """The backlog: by status on a board, by horizon on a roadmap, as rows in a list.

    Attributes:
        bar: How it is laid out, and what is looked for.
        area: The cards.
        pages: The cards, the list of them, and what stands there while there are none.
        commands: What can be done to those selected.
        telling: Tells what is selected.
    """

    name = "board"
    tables = board_news.TABLES_READ

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sight = Sight(self)
        self._is_late = self._is_begun = self._is_opened = False
        self._wanted = ""
        self._faces = CardFaces()
        self.bar = FilterBar(self)
        self.area = CardArea(self._faces, self._sight.read_line, self._sight.tell_line, self)
        self.telling = Telling(self._selection, lambda: self.area.is_carried, self)
        deeds = Deeds(context)
        self._moving = Moving(context, deeds, self.area, self)
        hands = BoardHands(self, context, self.area, self._moving)
        hands.written.connect(self.begin_card)
        hands.sought.connect(self.focus_filter)
        self.commands = Commands(self, hands, deeds)
        self.pages = Pages(context, self.area, self)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 8)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)
        self._connect()

    def _connect(self) -> None:
        self.telling.told.connect(self.selected)
        for signal in (self.bar.mode_chosen, self.bar.arranged):
            signal.connect(self._arrange)
        self.bar.changed.connect(self._seek)
        self.bar.words.left_downwards.connect(self._enter)
        self.pages.begun.connect(self.begin_card)
        self.pages.import_wanted.connect(self.import_list)
        self.pages.picked.connect(self.telling.begin)
        self.pages.counted.connect(lambda: self.status_changed.emit(self.status))
        area = self.area
        area.chosen.connect(self.telling.begin)
        area.asked.connect(self.commands.run)
        area.menu_wanted.connect(self.commands.open_menu)
        area.released.connect(self._catch_up)

    @property
    def board(self) -> Board:
        """What was read."""
        return self._sight.board

    @property
    def chosen(self) -> Sequence[Card]:
        """The cards selected, from above."""
        return self.area.selected

    @property
    def rows(self) -> Register | None:
        """The list, while it is looked at; made the first time."""
        return self.pages.rows() if self.bar.mode.current == LIST else None

    @property
    def is_presenting(self) -> bool:
        """Whether others look at the screen: nothing is changed then."""
        return self.context.document.is_presenting

    @property
    @override
    def status(self) -> str:
        if (rows := self.rows) is not None:
            return rows.status
        total, found = len(self.board.cards), self._sight.found
        if found is None:
            return counted(total) if total else ""
        return counted_of(len(found), total)

    @override
    def refresh(self) -> None:
        document = self.context.document
        if document.viewer != self._sight.viewer:
            self.area.finish_edit()
            if document.is_presenting:
                self.bar.words.clear()
        elif self.area.is_editing:
            # The columns would take away what is being typed.
            self._is_late = True
            return
        self._faces.board = self._moving.board = self._sight.read(document)
        self.bar.show_board(self.board)
        self._arrange()
        if self._wanted:
            self.area.reveal([self._wanted], takes_focus=False)
            self._wanted = ""

    @override
    @Slot()
    def _read_if_seen(self) -> None:
        if self._is_opened or not self.isVisible():
            super()._read_if_seen()
            return
        # Thousands of cards are read, and laid out after another look at what the user does.
        self._is_opened = True
        in_turns(self, self._open())

    def _open(self) -> Iterator[None]:
        self._sight.read(self.context.document)
        yield
        self.read_now()
        if self.hasFocus():
            self._enter_cards()

    @override
    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        self._sight.take_note(change_set)
        super()._on_changed(change_set)

    @Slot()
    def _catch_up(self) -> None:
        if self._is_late and not self.area.is_editing:
            self._is_late = False
            self.expire()

    @Slot()
    def _arrange(self) -> None:
        """Put every card where it stands."""
        if (rows := self.rows) is not None:
            self.pages.setCurrentWidget(rows)
        else:
            found = self._sight.seek(self.bar.wanted_cards)
            layout = self._moving.layout = self.bar.arrangement
            bands = arranged(self.board, layout)
            self.area.show_bands(bands, Looks(found, not self.is_presenting, wide=_WIDE))
            self._show_cards()
        self.telling.begin()
        self.status_changed.emit(self.status)

    @Slot()
    def _seek(self) -> None:
        """Dim the cards that are not looked for; all stay where they are."""
        self.area.seek(self._sight.seek(self.bar.wanted_cards))
        self.status_changed.emit(self.status)

    def _show_cards(self) -> None:
        has_cards = bool(self.board.cards) or (self._is_begun and not self.is_presenting)
        self.pages.show_cards(has_cards=has_cards, is_presenting=self.is_presenting)

    def _selection(self) -> Selection | None:
        if (rows := self.rows) is not None:
            return rows.selection
        keys = tuple(card.id for card in self.chosen)
        return Selection(BACKLOG_ITEM, keys) if keys else None

    @Slot()
    def _enter(self) -> None:
        """Go to the first card looked for, else to the first there is."""
        next((key for key in self._sight.wanted if self.area.reveal([key])), None)

    def begin_card(self) -> None:
        """Put the cursor where a card is written."""
        if self.is_presenting:
            return
        if (rows := self.rows) is not None:
            rows.add_record()
            return
        self.read_now()  # one may have come here just for this
        self._is_begun = True
        self._show_cards()
        self.area.begin_card()

    def import_list(self) -> None:
        """Take over cards from a file."""
        self.bar.mode.set_current(LIST)
        self._arrange()
        self.pages.rows().import_file()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._enter_cards()

    def _enter_cards(self) -> None:
        """Pass the cursor on to the cards: one has come here, or answered a question."""
        if (rows := self.rows) is not None:
            rows.table.setFocus()
        elif (view := self.area.view) is not None:
            view.setFocus()

    @override
    def offered(self) -> Sequence[QAction]:
        if (rows := self.rows) is not None:
            return rows.offered_actions()
        if self.is_presenting:
            return self.commands.offered(self)
        limit = _("Limit the cards in progress…")
        return [
            make_action(self, _("New card"), self.begin_card, "plus"),
            make_action(self, limit, self.commands.ask_limit, "adjustments"),
            make_action(self, _("Print cards to stick…"), self.print_cards, "printer"),
            *self.commands.offered(self),
        ]

    @override
    def add_record(self) -> bool:
        self.begin_card()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != BACKLOG_ITEM.name:
            return False
        self.read_now()
        if (rows := self.rows) is not None:
            rows.reveal(key)
            return True
        if not self.area.reveal([key]) and self._sight.card(key) is not None:
            # Dropped, archived, or done and so not on the roadmap.
            self.bar.mode.set_current(BOARD)
            self.bar.past.setChecked(True)
            self._arrange()
            self.area.reveal([key])
        return True

    @override
    def focus_filter(self) -> None:
        if (rows := self.rows) is not None:
            rows.focus_filter()
        else:
            self.bar.words.setFocus()
            self.bar.words.selectAll()

    @override
    def print_out(self) -> None:
        self.context.reveal(paper("roadmap" if self.bar.mode.current == ROADMAP else "board"), "")

    def print_cards(self) -> None:
        """Prepare the cards still to be done, to be cut out and stuck to a wall."""
        self.context.reveal(paper("cards"), "")

    @override
    def state(self) -> Mapping[str, Any]:
        current = self.area.current
        return {
            "bar": self.bar.state(),
            "lanes": dict(self.area.unfolded),
            "card": current.id if current else "",
        }

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        bar, lanes = state.get("bar"), state.get("lanes")
        if isinstance(lanes, Mapping):
            self.area.unfolded = {str(value): on is True for value, on in lanes.items()}
        self._wanted = str(state.get("card", ""))
        if isinstance(bar, Mapping):
            self.bar.restore(bar)
        self.expire()
