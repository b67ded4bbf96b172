"""One note, option or step of a difficulty: a card to read, a small form while one edits it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.records import Field, FieldKind, RecordType
from entente.domain.values import show
from entente.i18n import _
from entente_ui.difficulties.edit_card import EditCard
from entente_ui.formats import labelled, long_date
from entente_ui.kit import IconButton, PlainLabel, QuietButton, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.box import FieldBox
from entente_ui.registers.writing import LabelsByKind

_DONE = "done"


class PartCard(EditCard):
    """A part: its text, and in a small line above what else is known of it."""

    def __init__(
        self,
        context: Context,
        record_type: RecordType,
        key: str,
        small: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """Make a card.

        Args:
            context: What the shell gives.
            record_type: The kind of part.
            key: Its key.
            small: Names of the fields below the text.
            parent: Its widget.
        """
        super().__init__(context, record_type, key, ("text", *small), parent)
        self._small = [record_type.field(name) for name in small]
        self._untouched = ""
        self._text = PlainLabel("", "body", self, wrap=True)
        self._meta = PlainLabel("", "small", self, wrap=True)
        self._check = QCheckBox(self)
        self._check.setAccessibleName(_("Done"))
        self._check.clicked.connect(self._tick)
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(self._check, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        spaced(QVBoxLayout(self.reading), 0, 0).addLayout(line)
        self.head.insertWidget(0, self._meta, 1)

    def show_row(self, row: Mapping[str, Any], labels: LabelsByKind, *, read_only: bool) -> None:
        """Show the part as it is now; what is being typed stays."""
        self.show_record(row, labels, read_only=read_only)
        self._text.setText(row["text"] or "")
        self._meta.setText(self._meta_line())
        self._check.setVisible(_DONE in row)
        self._check.setChecked(bool(row.get(_DONE)))
        self._check.setEnabled(not read_only)
        self.setAccessibleName(f"{_(self.record_type.label)} {row['text'] or ''}")

    def _meta_line(self) -> str:
        return " · ".join(filter(None, map(self._meta_words, self._small)))

    def _meta_words(self, field: Field) -> str:
        value = self.row[field.name]
        if value is None or field.kind is FieldKind.FLAG:
            return ""
        match field.kind:
            case FieldKind.REFERENCE:
                return self.labels.get(field.target, {}).get(value, "")
            case FieldKind.DATE if field.name == "due_on":
                return labelled(_(field.label), long_date(value))
            case FieldKind.DATE:
                return long_date(value)
            case _:
                return show(field, value)

    @override
    def begin(self) -> None:
        super().begin()
        if self.is_editing:
            QTimer.singleShot(0, self, self._come_into_view)
            self._select_first()

    @override
    def begin_new(self) -> None:
        """Begin editing a part that has just been made; Esc at once takes it back."""
        self._untouched = str(self.row.get("text") or "")
        self.begin()

    @override
    def _open_form(self, on: bool) -> None:
        super()._open_form(on)
        self._meta.setVisible(not on)  # the form says by itself what stands there

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_editing:
            QTimer.singleShot(0, self, self._come_into_view)  # once those around it have moved

    def _come_into_view(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.height() < above.viewport().height():
            above.ensureWidgetVisible(self, 0, theme().px(12))

    @override
    def leave(self) -> None:
        if self._untouched and self.row["text"] == self._untouched:
            self.remove()
        else:
            super().leave()

    @override
    def _stretch(self, box: FieldBox) -> int:
        return 1 if box.field.kind is FieldKind.CHOICE else 0

    @override
    def _foot(self) -> QLayout:
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addWidget(IconButton("trash", _("Delete"), self.remove, self))
        foot.addStretch(1)
        foot.addWidget(QuietButton(_("Done editing"), self.end, self, icon_name="check"))
        return foot

    def _tick(self, on: bool) -> None:
        values = {_DONE: on}
        problem = work.change(self.context.document, self.record_type, [self.key], values)
        self.context.taken(problem)
