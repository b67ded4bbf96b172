"""Small records on cards: a line to read, a form when one opens it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.records import LEVEL_FIELD, Field, RecordType
from entente.i18n import _
from entente_ui.kit import (
    Card,
    FlowLayout,
    IconButton,
    PlainLabel,
    QuietButton,
    headline,
    sized,
    spaced,
)
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.box import FieldBox
from entente_ui.registers.children import keep_in_step
from entente_ui.registers.writing import LabelsByKind, Place, commit


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of record is shown and asked for.

    Attributes:
        record_type: The kind.
        title: Above the list, in English; translated when shown.
        empty: While there is none, likewise.
        short: Names of the fields side by side, with their widths in px at 100 %.
        long: Names of the fields below, each with a line of its own.
        line: What a card says while nobody has opened it.
    """

    record_type: RecordType
    title: str
    empty: str
    short: Mapping[str, int]
    long: Sequence[str]
    line: Callable[[Mapping[str, Any], LabelsByKind], tuple[str, str]]


class RecordCard(Card):
    """One record; a click or Enter opens its form and closes it again."""

    def __init__(
        self, context: Context, form: Form, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, level="", clickable=True)
        self._context = context
        self._form = form
        self._key = key
        self._labels: LabelsByKind = {}
        self._row: Mapping[str, Any] = {}
        self._read_only = False
        self.boxes: dict[str, FieldBox] = {}
        self._line = PlainLabel("", "strong", self, wrap=True)
        self._detail = PlainLabel("", "small", self, wrap=True)
        self._open: QWidget | None = None
        self.head.insertWidget(0, self._line, 1)
        self.body.addWidget(self._detail)
        self.clicked.connect(self._turn)

    def show_row(self, row: Mapping[str, Any], labels: LabelsByKind, *, read_only: bool) -> None:
        """Show the record as it is now; what is being typed stays."""
        self._row, self._labels, self._read_only = row, labels, read_only
        self.set_level(row[LEVEL_FIELD])
        line, detail = self._form.line(row, labels)
        self._line.setText(line)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{_(self._form.record_type.label)} {line}, {detail}")
        if read_only and self._open is not None:
            self._open.hide()
        self._fill()

    def begin(self) -> None:
        """Open the form and put the cursor into it."""
        if self._read_only:
            return
        if self._open is None:
            self._open = self._make()
            self.body.addWidget(self._open)
            self._fill()
        self._open.show()
        next(iter(self.boxes.values())).input.setFocus()

    def _turn(self) -> None:
        if self._open is None or self._open.isHidden():
            self.begin()
        else:
            self._open.hide()

    def _make(self) -> QWidget:
        made = QWidget(self)
        layout = spaced(QVBoxLayout(made), (0, 6, 0, 0), 8)
        across = spaced(FlowLayout(), 0, 8)
        for name, width in self._form.short.items():
            box = self._box(name)
            sized(box, width=width)
            across.addWidget(box)
        layout.addLayout(across)
        for name in self._form.long:
            layout.addWidget(self._box(name))
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addWidget(IconButton("trash", _("Delete"), self._remove, made))
        foot.addStretch(1)
        foot.addWidget(QuietButton(_("Done editing"), made.hide, made, icon_name="check"))
        layout.addLayout(foot)
        return made

    def _box(self, name: str) -> FieldBox:
        field = self._form.record_type.field(name)
        box = FieldBox(field, None, self)
        box.committed.connect(partial(self._commit, box))
        box.open_asked.connect(self._context.reveal)
        box.offer_later(lambda: self._labels.get(field.target, {}))
        self.boxes[name] = box
        return box

    def _fill(self) -> None:
        for name, box in self.boxes.items():
            box.show_value(self._row[name], labels=self._labels.get(box.field.target, {}))

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        place = Place(self._form.record_type, self._key, self._labels.get(field.target, {}))
        commit(self._context, place, box, field, typed)

    def _remove(self) -> None:
        self._context.taken(
            work.remove(self._context.document, self._form.record_type, [self._key])
        )


class RecordCards(QWidget):
    """The records of one kind, with buttons for another.

    Attributes:
        cards: By key.
        buttons: What adds another.
        note: A sentence about the list, below its heading.
    """

    def __init__(
        self,
        context: Context,
        form: Form,
        adds: Sequence[tuple[str, Callable[[], tuple[str, str]]]],
        parent: QWidget | None = None,
    ) -> None:
        """Make a list.

        Args:
            context: What the shell gives.
            form: How its records are shown.
            adds: Words of each button, in English, and what adds a record: it returns the
                key, or why not.
            parent: Its widget.
        """
        super().__init__(parent)
        self._context = context
        self._form = form
        self.cards: dict[str, RecordCard] = {}
        self.note = PlainLabel("", "muted", self, wrap=True)
        self._empty = PlainLabel(_(form.empty), "small", self, wrap=True)
        self.buttons = [
            QuietButton(_(words), partial(self._add, add), self, icon_name="plus")
            for words, add in adds
        ]
        head = spaced(FlowLayout(), 0, 8)
        head.addWidget(headline(_(form.title), self))
        for button in self.buttons:
            head.addWidget(button)
        self._list = spaced(QVBoxLayout(), 0, 8)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addLayout(head)
        layout.addWidget(self.note)
        layout.addWidget(self._empty)
        layout.addLayout(self._list)

    def show_rows(
        self, rows: Sequence[Mapping[str, Any]], labels: LabelsByKind, *, read_only: bool
    ) -> None:
        """Show records; those already there keep what is being typed."""
        keep_in_step(self.cards, rows, self._make, self._list)
        for row in rows:
            self.cards[row["id"]].show_row(row, labels, read_only=read_only)
        self.note.setVisible(bool(self.note.text()))
        self._empty.setVisible(not rows)
        for button in self.buttons:
            button.setVisible(not read_only)

    def _add(self, add: Callable[[], tuple[str, str]]) -> None:
        """Add a record and open its form."""
        key, problem = add()
        if self._context.taken(problem) and key in self.cards:
            self.cards[key].begin()

    def focus_on(self, key: str) -> None:
        """Open the form of a record."""
        if key in self.cards:
            self.cards[key].begin()

    def _make(self, key: str) -> RecordCard:
        return RecordCard(self._context, self._form, key, self)
