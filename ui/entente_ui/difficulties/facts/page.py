"""What happened, as each party tells it; what is agreed stands in the middle."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, QRect, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.note import FACTS, NoteKind
from entente.domain.note_line import NoteLine
from entente.i18n import _, ngettext
from entente.services.notes import Note
from entente_ui.difficulties.facts.arrange import AGREED, FactTelling, timeline
from entente_ui.difficulties.facts.fact_area import FactArea
from entente_ui.difficulties.facts.fact_bar import FactBar
from entente_ui.difficulties.facts.fact_table import FactTable
from entente_ui.difficulties.facts.tools import TIMELINE, FactTools
from entente_ui.difficulties.notes.board_page import BoardPage
from entente_ui.difficulties.notes.commands import Commands, Hands
from entente_ui.difficulties.notes.room import Room
from entente_ui.difficulties.notes.telling import kind_word
from entente_ui.kit import (
    EmptyState,
    ScrollArea,
    ask_day_beside,
    make_action,
    spaced,
)
from entente_ui.pane import Context

_LINE, _LIST, _INVITATION, _PRIVATE = range(4)
_LEAST_ROOM = 326


class FactsPage(BoardPage):
    """The timeline, its table twin, the facts without a day, and the line to add one.

    Attributes:
        bar: The line that adds a fact.
        area: The timeline and the facts without a day.
        view: The timeline.
        box: The facts without a day.
        table: The same facts as a table.
        tools: How facts are shown, and what can become of them.
    """

    name: ClassVar[str] = "facts"
    area: FactArea

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.bar = FactBar(self._today, self)
        self.area = FactArea(self.veil, self._faces, self)
        self.view, self.box = self.area.view, self.area.box
        self.table = FactTable(self.veil, self)
        self.tools = FactTools(self)
        self.cover = self.tools.cover
        self._stack = Room(_LEAST_ROOM, self)
        hands = Hands(
            self.selected, self._voices, self.edit_current, self._link, lambda: None, self.bar.begin
        )
        self._commands = Commands(context, self.veil, self._deeds, hands)
        self._build()
        self._connect()

    def _build(self) -> None:
        shown: QWidget
        for shown in (self.area, self.table, self._invitation(), self._private()):
            self._stack.addWidget(shown)
        page = QWidget(self)
        layout = spaced(QVBoxLayout(page), (20, 14, 20, 12), 8)
        layout.addWidget(self.bar)
        layout.addWidget(self.tools)
        layout.addWidget(self._stack, 1)
        # In a low window at a large size the timeline keeps the room it needs.
        spaced(QVBoxLayout(self), 0, 0).addWidget(ScrollArea(page, self, name=_("Facts")))

    def _invitation(self) -> EmptyState:
        return EmptyState(
            "found-nothing",
            _("No fact has been noted yet."),
            _("Add a fact"),
            self.bar.begin,
            self,
            hint=_("Write what each party tells, with its day; agree on what both tell."),
        )

    def _private(self) -> EmptyState:
        return EmptyState("found-nothing", _("Nothing here is public."), parent=self)

    def _connect(self) -> None:
        self.bar.added.connect(self._add)
        self.tools.turned.connect(self._show_side)
        self.tools.lifted.connect(self.veil.lift)
        self.tools.settled.connect(self._settle)
        self.tools.dropped.connect(self._settle_dropped)
        self.view.carried.connect(lambda column: self._place(self.selected(), column, None))
        self.view.dropped.connect(self._drop)
        self.view.blank_asked.connect(self.bar.begin)
        self.box.dropped.connect(self._drop_in_box)
        self.table.opened.connect(partial(self.focus_on, ""))
        self.area.asked.connect(self._ask)
        self.area.menu_wanted.connect(self._open_menu)
        self.area.released.connect(self.catch_up)
        self.area.edited.connect(self._deeds.write)

    def _today(self) -> dt.date:
        return self.context.document.read(lambda s: s.today)

    def selected(self) -> Sequence[Note]:
        """Return the facts selected, on the timeline or among those without a day."""
        return self.area.selected

    @override
    def show_board(self, *, is_other: bool) -> None:
        presenting = self.context.document.is_presenting
        self.bar.show_board(self._board)
        self.bar.setVisible(not presenting)
        self.tools.show_changing(not presenting)
        line = timeline(self._board)
        self._faces.telling = FactTelling.of(self._board)
        self.area.show_facts(line, editable=not presenting)
        everything = [note for row in line.rows for note in row.cells if note is not None]
        self.table.facts.show_facts([*everything, *line.undated], self._faces.telling)
        self._show_side()
        count = len(everything) + len(line.undated)
        words = ngettext("{count} fact", "{count} facts", count)
        self.status_changed.emit(words.format(count=count) if count else "")

    def _show_side(self) -> None:
        if not self.table.facts.rowCount():
            presenting = self.context.document.is_presenting
            self._stack.setCurrentIndex(_PRIVATE if presenting else _INVITATION)
        else:
            self._stack.setCurrentIndex(_LINE if self.tools.how.current == TIMELINE else _LIST)

    @Slot(object)
    def _add(self, card: NoteLine) -> None:
        key = self._deeds.add(self._key, card, "")
        if key:
            self.bar.taken()
            self.area.reveal(key)

    def _settle(self, kind: str) -> None:
        self._deeds.settle(self.selected(), kind)

    def _settle_dropped(self, kind: str, keys: Sequence[str]) -> None:
        self._deeds.settle(self._known(keys), kind)

    def _known(self, keys: Sequence[str]) -> list[Note]:
        found = (self._by_key.get(key) for key in keys)
        return [note for note in found if note is not None and note.kind in FACTS]

    def _drop(self, keys: Sequence[str], column: str, day: dt.date | None) -> None:
        self._place(self._known(keys), column, day)

    def _drop_in_box(self, keys: Sequence[str], card: str) -> None:
        if card:
            self._deeds.tie(card, keys)
        else:
            self._deeds.date([note for note in self._known(keys) if note.happened_on], None)

    def _place(self, some: Sequence[Note], column: str, day: dt.date | None) -> None:
        """Let facts be told by whoever a column stands for, or be agreed."""
        if column == AGREED:
            self._deeds.settle(some, NoteKind.AGREED.value, day)
            return
        titles = {each.value: each.title for each in self.view.facts.columns}
        self._deeds.retell(some, column, day, titles.get(column, ""))

    def _ask(self, name: str) -> None:
        presenting = self.context.document.is_presenting
        if name.startswith("state-") and not presenting:
            self._settle(name.removeprefix("state-"))
        elif name == "date" and not presenting:
            self._ask_date()
        else:
            self._commands.run(name)

    def _ask_date(self) -> None:
        """Ask when the facts selected took place."""
        some = self.selected()
        if not some:
            return
        day = some[0].happened_on
        target = self.area.current_place
        place = QRect(self.area.mapTo(self, target.topLeft()), target.size())

        def keep(asked: dt.date | None) -> None:
            if asked != day:
                self._deeds.date(some, asked)

        ask_day_beside(self, place, _("Happened on"), self._today(), keep, day)

    def _link(self) -> None:
        some = self.selected()
        if some:
            self.page_wanted.emit("notes", some[0].id)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        menu = self._commands.make_menu(self)
        if not self.context.document.is_presenting:
            first = menu.actions()[0]
            for action in self._own_actions():
                menu.insertAction(first, action)
            menu.insertSeparator(first)
        menu.popup(at)

    def _own_actions(self) -> Sequence[QAction]:
        words = (
            (kind_word(NoteKind.AGREED), "state-agreed", "+"),
            (kind_word(NoteKind.DISPUTED), "state-disputed", "−"),
            (_("Told by one"), "state-fact", "="),
            (_("Change the date…"), "date", "D"),
        )
        return [
            make_action(self, f"{text}\t{key}", partial(self._ask, n)) for text, n, key in words
        ]

    @override
    def focus_on(self, record_type: str, key: str) -> None:
        self.tools.turn_to(TIMELINE)
        self._show_side()
        self.area.reveal(key).setFocus()

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting:
            return ()
        general = [make_action(self, _("Add a fact"), self.bar.begin, "plus")]
        return [*general, *(self._own_actions() if self.selected() else ())]

    @override
    def state(self) -> Mapping[str, Any]:
        return {"how": self.tools.how.current}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.tools.turn_to(str(state.get("how", TIMELINE)))
        if self._key:
            self._show_side()
