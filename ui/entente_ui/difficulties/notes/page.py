"""The notes of a difficulty in lanes, and the line to add another."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.note_line import NoteLine
from entente.i18n import _, ngettext
from entente.services.notes import Note
from entente_ui.difficulties.notes.arrange import By, Wanted, counted, heads, lane_of
from entente_ui.difficulties.notes.board_page import BoardPage
from entente_ui.difficulties.notes.commands import Commands, Hands
from entente_ui.difficulties.notes.filter_bar import FilterBar
from entente_ui.difficulties.notes.lane_view import LaneView
from entente_ui.difficulties.notes.linking import Linking
from entente_ui.difficulties.notes.quick_card import QuickCard
from entente_ui.difficulties.notes.room import Room
from entente_ui.difficulties.notes.telling import Telling
from entente_ui.difficulties.notes.ties import Ties
from entente_ui.kit import EmptyState, ScrollArea, make_action, spaced
from entente_ui.kit.cards import CardWords, Lanes, Looks
from entente_ui.pane import Context

_LANES, _INVITATION, _PRIVATE = range(3)
#: Px at 100 % that lanes need.
_LEAST = 230


class NotesPage(BoardPage):
    """Cards to read, move and tie; caucus notes are covered until they are asked for.

    Attributes:
        quick: The line that adds a note.
        filter: What is looked for.
        area: The lanes.
        ties: The notes tied to the one that is chosen.
    """

    name: ClassVar[str] = "notes"
    area: Lanes[Note]

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._words = CardWords[Note](self, lambda note: note.text)
        self._wanted_state: Mapping[str, Any] = {}
        self.quick = QuickCard(lambda: context.document.read(lambda s: s.today), self)
        self.filter = FilterBar(self)
        self.cover = self.filter.cover
        self.area = Lanes(lambda: LaneView(self.veil, self._faces), _("Notes"), self)
        self.ties = Ties(self.veil, self)
        self._stack = Room(_LEAST, self)
        self._linking = Linking(lambda: self.area.current, self._deeds, self._show_tied)
        hands = Hands(
            lambda: self.area.selected,
            self._voices,
            self._edit,
            self._linking.begin,
            self._linking.leave,
            self.quick.begin,
        )
        self._commands = Commands(context, self.veil, self._deeds, hands)
        self._build()
        self._connect()

    def _build(self) -> None:
        page = QWidget(self)
        layout = spaced(QVBoxLayout(page), (20, 14, 20, 12), 8)
        layout.addWidget(self.quick)
        layout.addWidget(self.filter)
        empty = EmptyState(
            "found-nothing",
            _("Nothing has been noted yet."),
            _("Note something"),
            self.quick.begin,
            self,
            hint=_("A line is enough: #fact @A02 what was said."),
        )
        self._stack.addWidget(self.area)
        self._stack.addWidget(empty)
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        self._stack.addWidget(private)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.ties)
        # In a low window at a large size the lanes keep the room they need.
        spaced(QVBoxLayout(self), 0, 0).addWidget(ScrollArea(page, self, name=_("Notes")))

    def _connect(self) -> None:
        self.quick.noted.connect(self._add)
        self.filter.changed.connect(self._arrange)
        self.filter.arranged.connect(self._arrange)
        self.filter.lifted.connect(self.veil.lift)
        self.area.chosen.connect(self._show_tied)
        self.area.clicked.connect(self._linking.click)
        self.area.asked.connect(self._commands.run)
        self.area.dropped.connect(self._drop)
        self.area.carried.connect(lambda value: self._move(self.area.selected, value))
        self.area.edited.connect(self._deeds.write)
        self.area.menu_wanted.connect(lambda at: self._commands.open_menu(self, at))
        self.area.released.connect(self.catch_up)
        self.ties.gone_to.connect(lambda key: self.focus_on("", key))
        self.ties.untied.connect(self._untie)
        self.ties.given_up.connect(self._linking.leave)
        self.veil.changed.connect(self._show_tied)

    @property
    def by(self) -> By:
        """What the lanes stand for."""
        return By(self.filter.by.current)

    @override
    def show_board(self, *, is_other: bool) -> None:
        presenting = self.context.document.is_presenting
        self._words.prepare(self._board.notes)
        self.quick.show_board(self._board, is_other=is_other)
        self.quick.setVisible(not presenting)
        self.filter.show_board(self._board)
        self.cover.setVisible(not presenting)
        if self._wanted_state:
            self.filter.restore(self._wanted_state.get("filter", {}))
        self._arrange()
        if self._wanted_state:
            self.area.reveal(str(self._wanted_state.get("note", "")), takes_focus=False)
            self._wanted_state = {}

    @override
    def begin_anew(self) -> None:
        super().begin_anew()
        self._linking.leave()
        if self.context.document.is_presenting:
            self.filter.words.clear()

    @Slot()
    def _arrange(self) -> None:
        """Put every note where it stands."""
        wanted, board = self.filter.wanted, self._board
        is_looking = wanted != Wanted()
        found = self._found(wanted) if is_looking else None
        hides, by = is_looking and self.filter.hides, self.by
        lanes = heads(board, by)
        known = {head.value: head for head in lanes}
        mine: dict[str, list[Note]] = defaultdict(list)
        for note in board.notes:
            if not hides or (found is not None and note.id in found):
                mine[lane_of(note, by, known)].append(note)
        editable = not self.context.document.is_presenting
        used = {note.kind for note in board.notes}
        slim = frozenset(known) - used if by is By.KIND else frozenset()
        self._faces.telling = Telling.of(board)
        told = [counted(head, mine[head.value]) for head in lanes]
        self.area.show_lanes(told, mine, Looks(None if hides else found, editable, slim))
        empty = _INVITATION if editable else _PRIVATE
        self._stack.setCurrentIndex(_LANES if board.notes else empty)
        self.filter.setVisible(bool(board.notes))
        self._show_tied()
        self._tell_count(len(board.notes) if found is None else len(found))

    def _found(self, wanted: Wanted) -> frozenset[str]:
        """Return the keys of the notes looked for; covered ones are not found by their text."""

        def says(note: Note) -> bool:
            return not self.veil.hides(note) and self._words.hold(note, wanted.words)

        fitting = (note for note in self._board.notes if wanted.fits(note))
        return frozenset(note.id for note in fitting if not wanted.words or says(note))

    def _tell_count(self, found: int) -> None:
        count = len(self._board.notes)
        words = ngettext("{found} of {count} note", "{found} of {count} notes", count)
        told = words.format(found=found, count=count)
        covered = any(self.veil.hides(note) for note in self._board.notes)
        if self.filter.wanted.words and covered:
            told = " · ".join((told, _("covered caucus notes were not searched")))
        self.status_changed.emit(told if count else "")

    @Slot(object)
    def _add(self, card: NoteLine) -> None:
        key = self._deeds.add(self._key, card, self.quick.meeting)
        if key:
            self.quick.taken()
            self.area.reveal(key, takes_focus=False)

    def _drop(self, value: str, keys: Sequence[str], card: str) -> None:
        """Tie notes to the card they were dropped on, or give them what the lane stands for."""
        known = [self._by_key[key] for key in keys if key in self._by_key]
        if card:
            self._deeds.tie(card, [note.id for note in known])
        else:
            self._move(known, value)

    def _move(self, some: Sequence[Note], value: str) -> None:
        lanes = heads(self._board, self.by)
        title = next((head.title for head in lanes if head.value == value), "")
        by_kind = self.by is By.KIND
        here = [note for note in some if (note.kind if by_kind else note.actor) != value]
        self._deeds.move(here, self.by, value, title)
        if here:
            self.area.reveal(here[0].id)

    def _edit(self) -> None:
        if self._linking.key:
            self._linking.finish()
        else:
            self.edit_current()

    def _untie(self, other: str) -> None:
        note = self.area.current
        if note is not None:
            self._deeds.untie(note.id, other)

    @Slot()
    def _show_tied(self) -> None:
        selected = self.area.selected
        chosen = self._by_key.get(selected[0].id) if len(selected) == 1 else None
        links = chosen.links if chosen else ()
        self.area.show_tied(frozenset(links) | ({self._linking.key} - {""}))
        if self._linking.key:
            self.ties.ask()
        else:
            tied = [self._by_key[key] for key in links if key in self._by_key]
            presenting = self.context.document.is_presenting
            self.ties.show_tied(tied, Telling.of(self._board), read_only=presenting)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._linking.key:
            self._linking.leave()
        else:
            super().keyPressEvent(event)

    @override
    def focus_on(self, record_type: str, key: str) -> None:
        if not self.area.reveal(key) and key in self._by_key:
            self.filter.clear()
            self.area.reveal(key)

    @override
    def offered(self) -> Sequence[QAction]:
        def arrange(by: By) -> None:
            self.filter.by.set_current(by.value)
            self._arrange()

        general = [
            make_action(self, _("Lanes by party"), lambda: arrange(By.PARTY), "columns"),
            make_action(self, _("Lanes by kind"), lambda: arrange(By.KIND), "columns"),
        ]
        if not self.context.document.is_presenting:
            words = _("Cover caucus notes") if self.veil.is_lifted else _("Show caucus notes")
            general.append(make_action(self, words, self.cover.toggle, "eye"))
            general.append(make_action(self, _("Note something"), self.quick.begin, "note"))
        return [*general, *self._commands.offered(self)]

    @override
    def state(self) -> Mapping[str, Any]:
        current = self.area.current
        return {"filter": self.filter.state(), "note": current.id if current else ""}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self._wanted_state = dict(state)
        if self._key:
            self.show_difficulty(self._key)
