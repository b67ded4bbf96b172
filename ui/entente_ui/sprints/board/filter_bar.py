"""How cards are laid out, and which are looked for."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from entente.domain.text import fold, sort_key
from entente.i18n import N_, _
from entente.services.board import Board
from entente_ui.kit import FlowLayout, IconButton, SearchField, Segments, sized, spaced, tab_order
from entente_ui.kit.folded_filters import FoldedFilters, offer
from entente_ui.sprints.board.arrange import ANY, NONE, ROW_WORDS, Columns, Layout, Rows, Wanted

BOARD, ROADMAP, LIST = "board", "roadmap", "list"
_MODES: Final = ((BOARD, N_("Board")), (ROADMAP, N_("Roadmap")), (LIST, N_("List")))
_WORDS: Final = 184  # px at 100 %
_BOX: Final = 150


class FilterBar(QWidget):
    """Board, roadmap or list; lanes across; what is looked for.

    Attributes:
        mode: Board, roadmap or list.
        rows: What the lanes across stand for.
        words: Words looked for.
        past: Pressed while what was dropped or archived is shown.

    Signals:
        mode_chosen: Emitted when it is to be laid out otherwise.
        arranged: Emitted when the lanes are to stand for something else.
        changed: Emitted when something else is looked for.
    """

    mode_chosen = Signal()
    arranged = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = Segments([(name, _(words)) for name, words in _MODES], BOARD, self)
        self.mode.setAccessibleName(_("Laid out as"))
        self.rows = QComboBox(self)
        self.rows.setAccessibleName(_("Lanes across"))
        for rows, words in ROW_WORDS.items():
            self.rows.addItem(_(words), rows.value)
        self.words = SearchField(_("Filter cards"), self, shortcut="/")
        past = _("Show dropped and archived cards")
        self.past = IconButton("archive", past, self.arranged.emit, self, checkable=True)
        self._folded = FoldedFilters(self.clear, _BOX, self)
        add = self._folded.add
        self.owner, self.cause = add(_("Who")), add(_("Common cause"))
        self.label, self.sprint = add(_("Label")), add(_("Sprint"))
        self._build()
        self.mode.chosen.connect(self._on_mode)
        self.rows.activated.connect(self.arranged)
        self.words.searched.connect(lambda _words: self.changed.emit())
        self._folded.changed.connect(self.changed)

    @property
    def row_kind(self) -> Rows:
        """What the lanes across stand for."""
        return Rows(self.rows.currentData())

    @property
    def arrangement(self) -> Layout:
        """How the cards are to be laid out."""
        columns = Columns.HORIZON if self.mode.current == ROADMAP else Columns.STATUS
        return Layout(columns, self.row_kind, self.past.isChecked())

    @property
    def wanted_cards(self) -> Wanted:
        """What is looked for."""
        return Wanted(
            tuple(fold(self.words.text()).split()),
            *(str(box.currentData()) for box in self._boxes),
        )

    def show_board(self, board: Board) -> None:
        """Offer who and what there is on a board; what was chosen stays."""
        owners = {card.owner for card in board.cards}
        labels = sorted({label for card in board.cards for label in card.labels}, key=sort_key)
        causes = {card.cause for card in board.cards}
        everybody, nobody = (ANY, _("Everybody")), (NONE, _("Nobody yet"))
        offer(self.owner, [everybody, *_named(board, "owner_id", owners), nobody])
        offer(self.label, [(ANY, _("All labels")), *((label, f"#{label}") for label in labels)])
        every, none = (ANY, _("All common causes")), (NONE, _("No common cause"))
        offer(self.cause, [every, *_named(board, "cause_id", causes), none])
        sprints = [(sprint.id, sprint.name) for sprint in reversed(board.sprints)]
        offer(self.sprint, [(ANY, _("All sprints")), *sprints, (NONE, _("In no sprint"))])

    def clear(self) -> None:
        """Look for everything."""
        self.words.clear()
        for box in self._boxes:
            box.setCurrentIndex(0)
        self.changed.emit()

    def state(self) -> dict[str, Any]:
        """Return what was chosen, without the words."""
        chosen = [box.currentData() for box in (self.owner, self.cause, self.sprint)]
        return {
            "mode": self.mode.current,
            "rows": self.rows.currentData(),
            "past": self.past.isChecked(),
            "chosen": chosen,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Choose what `state` gave, as far as it is still there."""
        mode = state.get("mode")
        if mode in dict(_MODES):
            self.mode.set_current(str(mode))
        self.rows.setCurrentIndex(max(0, self.rows.findData(state.get("rows"))))
        self.past.setChecked(state.get("past") is True)
        chosen = state.get("chosen")
        if isinstance(chosen, list):
            for box, value in zip((self.owner, self.cause, self.sprint), chosen, strict=False):
                box.setCurrentIndex(max(0, box.findData(value)))
        self._fit_mode()

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return (self.owner, self.cause, self.label, self.sprint)

    def _build(self) -> None:
        first = spaced(FlowLayout(), 0, 8)
        for widget in (self.mode, self.rows, self._folded.toggle, self.past, self.words):
            first.addWidget(widget)
        tab_order(self.rows, self._folded.toggle, self.past, self.words, self.owner)
        sized(self.rows, width=_BOX)
        sized(self.words, width=_WORDS)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addLayout(first)
        layout.addWidget(self._folded)

    def _on_mode(self) -> None:
        self._fit_mode()
        self.mode_chosen.emit()

    def _fit_mode(self) -> None:
        """Offer what there is to choose where one has come."""
        is_list = self.mode.current == LIST
        for widget in (self.rows, self._folded.toggle, self.words):
            widget.setVisible(not is_list)
        self.past.setVisible(self.mode.current == BOARD)
        self._folded.setVisible(not is_list and self._folded.toggle.isChecked())


def _named(board: Board, field: str, keys: Iterable[str]) -> list[tuple[str, str]]:
    named = [(key, name) for key in keys if (name := board.name(field, key))]
    return sorted(named, key=lambda each: sort_key(each[1]))
