"""The timeline, and below it the facts without a day."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from entente.i18n import _
from entente.services.notes import Note
from entente_ui.difficulties.facts.arrange import Timeline
from entente_ui.difficulties.facts.fact_view import FACT_KEYS, FactView
from entente_ui.difficulties.notes.arrange import counted
from entente_ui.difficulties.notes.faces import NoteFaces
from entente_ui.difficulties.notes.lane_view import LaneView
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.kit import spaced
from entente_ui.kit.cards import CardView, Lane, LaneHead, finish_editing
from entente_ui.look.theme import theme

_LEAST_VIEW, _LEAST_BOX = 160, 140


class FactArea(QSplitter):
    """Facts are selected on the timeline or among those without a day, not in both.

    Signals:
        asked: Emitted with what a key asks for.
        menu_wanted: Emitted with the place for a context menu, on the screen.
        released: Emitted when a fact is no longer edited.
        edited: Emitted with the key of a fact and its new text.

    Attributes:
        view: The timeline.
        box: The facts without a day.
    """

    asked = Signal(str)
    menu_wanted = Signal(QPoint)
    released = Signal()
    edited = Signal(str, str)

    def __init__(self, veil: Veil, faces: NoteFaces, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._in_box = False
        self.view = FactView(veil, faces, self)
        self.view.setAccessibleName(_("Timeline of facts"))
        self.box = Lane(LaneView(veil, faces), self)
        self.box.view.more_keys = FACT_KEYS
        self._below = QWidget(self)
        spaced(QVBoxLayout(self._below), (0, 8, 0, 0), 0).addWidget(self.box)
        self.addWidget(self.view)
        self.addWidget(self._below)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 1)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setSizes([theme().px(480), theme().px(168)])
        self._connect()

    def _connect(self) -> None:
        self.view.chosen.connect(partial(self._on_chosen, in_box=False))
        self.box.view.chosen.connect(partial(self._on_chosen, in_box=True))
        for view in (self.view, self.box.view):
            view.asked.connect(self.asked)
            view.menu_wanted.connect(self.menu_wanted)
            view.released.connect(self.released)
        for model in (self.view.facts, self.box.view.cards):
            model.edited.connect(self.edited)
        theme().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.box.setMinimumHeight(theme().px(_LEAST_BOX))
        self.view.setMinimumHeight(theme().px(_LEAST_VIEW))

    @property
    def at_hand(self) -> FactView | CardView[Note]:
        """Where facts are selected."""
        return self.box.view if self._in_box else self.view

    @property
    def selected(self) -> Sequence[Note]:
        """The facts selected."""
        return self.at_hand.selected

    @property
    def current(self) -> Note | None:
        """The fact the cursor is on."""
        return self.at_hand.current

    @property
    def current_place(self) -> QRect:
        """Where the fact is that the cursor is on."""
        view = self.at_hand
        target = view.visualRect(view.currentIndex())
        return QRect(view.viewport().mapTo(self, target.topLeft()), target.size())

    @property
    def is_editing(self) -> bool:
        """Whether a text is being written over."""
        return self.view.is_editing or self.box.view.is_editing

    def show_facts(self, line: Timeline, *, editable: bool) -> None:
        """Show other facts, or the same ones changed; what is selected stays."""
        kept = [note.id for note in self.selected]
        bar = self.view.verticalScrollBar()
        place = bar.value()
        self.view.facts.is_editable = self.box.view.cards.is_editable = editable
        self.view.facts.show_timeline(line)
        self.view.lay_out_now()
        bar.setValue(place)
        self.box.show_cards(counted(LaneHead("", _("Without a date")), line.undated), line.undated)
        self._below.setVisible(bool(line.undated))
        self.at_hand.select(kept)

    def reveal(self, key: str) -> FactView | CardView[Note]:
        """Select a fact and bring it into view; return where it is."""
        if self.view.reveal(key):
            return self.view
        self.box.view.go_to(key, takes_focus=False)
        return self.box.view

    def begin_edit(self, key: str) -> None:
        """Let the text of a fact be written over where it stands."""
        index = self.view.facts.index_of(key)
        if index.isValid():
            self.view.edit(index)
        else:
            self.box.view.begin_edit(key)

    def finish_edit(self) -> None:
        """Keep what is being typed."""
        for view in (self.view, self.box.view):
            finish_editing(view)

    def _on_chosen(self, *_selection: object, in_box: bool) -> None:
        mine, other = (self.box.view, self.view) if in_box else (self.view, self.box.view)
        if mine.selected:
            self._in_box = in_box
            other.clearSelection()
