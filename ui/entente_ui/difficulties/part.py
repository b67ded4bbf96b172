"""One note, option or step of a difficulty: a card to read, a small form while one edits it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.records import LEVEL_FIELD, Field, FieldKind, RecordType
from entente.domain.values import show
from entente.i18n import _
from entente_ui.difficulties.writing import LabelsByKind, Place, commit
from entente_ui.formats import labelled, long_date
from entente_ui.kit import Card, IconButton, PlainLabel, QuietButton, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.box import FieldBox
from entente_ui.registers.inputs import LongInput

_DONE = "done"


class PartCard(Card):
    """A part with its level on the edge; a click or Enter begins editing, Esc ends it."""

    edited = Signal()

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
        super().__init__("", parent, level="", clickable=True)
        self._context = context
        self._record_type = record_type
        self._key = key
        self._small = [record_type.field(name) for name in small]
        self._labels: LabelsByKind = {}
        self._row: Mapping[str, Any] = {}
        self._read_only = False
        self._untouched = ""
        self._boxes: tuple[FieldBox, ...] = ()
        self._reading = QWidget(self)
        self._form: QWidget | None = None
        self._text = PlainLabel("", "body", self, wrap=True)
        self._meta = PlainLabel("", "small", self, wrap=True)
        self._check = QCheckBox(self)
        self._check.setAccessibleName(_("Done"))
        self._check.clicked.connect(self._tick)
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(self._check, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        spaced(QVBoxLayout(self._reading), 0, 0).addLayout(line)
        self.head.insertWidget(0, self._meta, 1)
        self.body.addWidget(self._reading)
        self.clicked.connect(self._on_clicked)

    @property
    def boxes(self) -> tuple[FieldBox, ...]:
        """The fields of the form, none while the card is only read."""
        return self._boxes

    def show_row(self, row: Mapping[str, Any], labels: LabelsByKind, *, read_only: bool) -> None:
        """Show the part as it is now; what is being typed stays."""
        self._row, self._labels, self._read_only = row, labels, read_only
        self.set_level(row[LEVEL_FIELD])
        self._text.setText(row["text"] or "")
        self._meta.setText(self._meta_line())
        self._check.setVisible(_DONE in row)
        self._check.setChecked(bool(row.get(_DONE)))
        self._check.setEnabled(not read_only)
        self.setAccessibleName(f"{_(self._record_type.label)} {row['text'] or ''}")
        for box in self._boxes:
            known = labels.get(box.field.target, {})
            box.show_value(row[box.field.name], row[LEVEL_FIELD], labels=known)

    def _meta_line(self) -> str:
        return " · ".join(filter(None, map(self._meta_words, self._small)))

    def _meta_words(self, field: Field) -> str:
        value = self._row[field.name]
        if value is None or field.kind is FieldKind.FLAG:
            return ""
        match field.kind:
            case FieldKind.REFERENCE:
                return self._labels.get(field.target, {}).get(value, "")
            case FieldKind.DATE if field.name == "due_on":
                return labelled(_(field.label), long_date(value))
            case FieldKind.DATE:
                return long_date(value)
            case _:
                return show(field, value)

    def begin(self) -> None:
        """Turn the card into its form, with the cursor over the text."""
        if self._read_only:
            return
        if self._form is None:
            self._form = self._make_form()
            self.body.addWidget(self._form)
        self._show_form(True)
        QTimer.singleShot(0, self, self._come_into_view)
        text = self._boxes[0].input
        text.setFocus()
        if isinstance(text, LongInput):
            text.selectAll()

    def end(self) -> None:
        """Take what was typed and turn the form back into the card."""
        if self._form is None or self._form.isHidden():
            return
        for box in self._boxes:
            box.commit_typed()
        if not any(box.problem for box in self._boxes):
            self._show_form(False)
            self.edited.emit()

    def begin_new(self) -> None:
        """Begin editing a part that has just been made; Esc at once takes it back."""
        self._untouched = str(self._row.get("text") or "")
        self.begin()

    def _show_form(self, on: bool) -> None:
        """Show the form, which says by itself who may read and what stands in the small line."""
        if self._form is not None:
            self._form.setVisible(on)
        self._reading.setVisible(not on)
        self._meta.setVisible(not on)
        self.set_mark_shown(not on)

    def _on_clicked(self) -> None:
        # A form that is open keeps the cursor where it is: what is clicked is beside its fields.
        if self._form is None or self._form.isHidden():
            self.begin()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._form is not None and self._form.isVisible():
            QTimer.singleShot(0, self, self._come_into_view)  # once those around it have moved

    def _come_into_view(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.height() < above.viewport().height():
            above.ensureWidgetVisible(self, 0, theme().px(12))

    def _leave(self) -> None:
        if self._untouched and self._row["text"] == self._untouched:
            self._remove()
            return
        for box in self._boxes:
            box.give_up()
        self.end()
        self.setFocus()

    def _make_form(self) -> QWidget:
        form = QWidget(self)
        text = self._box(self._record_type.field("text"), self._record_type.field(LEVEL_FIELD))
        small = [self._box(field) for field in self._small]
        self._boxes = (text, *small)
        line = spaced(QHBoxLayout(), 0, 8)
        for box in small:
            if box.is_short:
                stretch = 1 if box.field.kind is FieldKind.CHOICE else 0
                line.addWidget(box, stretch, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addWidget(IconButton("trash", _("Delete"), self._remove, self))
        foot.addStretch(1)
        foot.addWidget(QuietButton(_("Done editing"), self.end, self, icon_name="check"))
        layout = spaced(QVBoxLayout(form), 0, 8)
        layout.addWidget(text)
        for box in small:  # names need the width
            if not box.is_short:
                layout.addWidget(box)
        layout.addLayout(line)
        layout.addLayout(foot)
        for box in self._boxes:
            known = self._labels.get(box.field.target, {})
            box.show_value(self._row[box.field.name], self._row[LEVEL_FIELD], labels=known)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        return form

    def _box(self, field: Field, level: Field | None = None) -> FieldBox:
        box = FieldBox(field, level, self)
        box.committed.connect(partial(self._commit, box))
        box.open_asked.connect(self._context.reveal)
        box.offer_later(lambda: self._labels.get(field.target, {}))
        return box

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        labels = self._labels.get(field.target, {})
        place = Place(self._record_type, self._key, labels)
        taken = commit(self._context, place, box, field, typed)
        if taken and field.name == self._record_type.caucus_field:
            self._boxes[0].retry_level()

    def _tick(self, on: bool) -> None:
        work.change(self._context.document, self._record_type, [self._key], {_DONE: on})

    def _remove(self) -> None:
        work.remove(self._context.document, self._record_type, [self._key])

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            popup = QApplication.activePopupWidget()
            if popup is None:
                self.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form is not None:
            self._leave()
        elif event.key() == Qt.Key.Key_Delete and not self._read_only and self.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)
