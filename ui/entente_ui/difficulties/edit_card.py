"""A record as a card that turns into a small form where it stands."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.records import LEVEL_FIELD, Field, RecordType
from entente.i18n import _
from entente_ui.kit import Card, FlowLayout, IconButton, QuietButton, spaced
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.box import FieldBox
from entente_ui.registers.writing import LabelsByKind, Place, commit


class EditCard(Card):
    """A record with its level on the edge; a click or Enter begins editing, Esc ends it.

    Signals:
        edited: Emitted when the form was turned back into the card.

    Attributes:
        boxes: The fields of the form by name, none until it is first opened.
        reading: What is shown while nobody edits; subclasses fill it.
    """

    edited = Signal()

    def __init__(
        self,
        context: Context,
        record_type: RecordType,
        key: str,
        fields: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """Make a card.

        Args:
            context: What the shell gives.
            record_type: The kind of record.
            key: Its key.
            fields: Names of the fields of the form; the first one has the level beside it.
            parent: Its widget.
        """
        super().__init__("", parent, level="", clickable=True)
        self.context = context
        self.record_type = record_type
        self.key = key
        self._fields = fields
        self.row: Mapping[str, Any] = {}
        self.labels: LabelsByKind = {}
        self.read_only = False
        self.boxes: dict[str, FieldBox] = {}
        self.reading = QWidget(self)
        self._form: QWidget | None = None
        self.body.addWidget(self.reading)
        self.clicked.connect(self._on_clicked)

    @property
    def is_editing(self) -> bool:
        """Whether the form is open."""
        return self._form is not None and not self._form.isHidden()

    def show_record(self, row: Mapping[str, Any], labels: LabelsByKind, *, read_only: bool) -> None:
        """Show the record as it is now; what is being typed stays."""
        self.row, self.labels, self.read_only = row, labels, read_only
        self.set_level(row[LEVEL_FIELD])
        if read_only and self.is_editing:
            self._open_form(False)
        for box in self.boxes.values():
            self._show_value(box)

    def _show_value(self, box: FieldBox) -> None:
        known = self.labels.get(box.field.target, {})
        box.show_value(self.row[box.field.name], self.row[LEVEL_FIELD], labels=known)

    def begin(self) -> None:
        """Turn the card into its form, with the cursor in its first field."""
        if self.read_only:
            return
        if self._form is None:
            self._form = self._make_form()
            self.body.addWidget(self._form)
        self._open_form(True)
        self._first.input.setFocus()

    def begin_new(self) -> None:
        """Begin editing what has just been made, with its first text to write over."""
        self.begin()
        if not self.read_only:
            self._select_first()

    @property
    def _first(self) -> FieldBox:
        """The field the form begins with, which has the level beside it."""
        return self.boxes[self._fields[0]]

    def _select_first(self) -> None:
        text = self._first.input
        if isinstance(text, QLineEdit | QPlainTextEdit):
            text.selectAll()

    def end(self) -> None:
        """Take what was typed and turn the form back into the card."""
        if not self.is_editing:
            return
        for box in self.boxes.values():
            box.commit_typed()
        if not any(box.problem for box in self.boxes.values()):
            self._open_form(False)
            self.edited.emit()

    def _open_form(self, on: bool) -> None:
        if self._form is not None:
            self._form.setVisible(on)
        self.reading.setVisible(not on)
        self.set_mark_shown(not on)

    def _on_clicked(self) -> None:
        if not self.is_editing:
            self.begin()

    def _make_form(self) -> QWidget:
        form = QWidget(self)
        layout = spaced(QVBoxLayout(form), 0, 8)
        short = spaced(QHBoxLayout(), 0, 8)
        for place, name in enumerate(self._fields):
            level = self.record_type.field(LEVEL_FIELD) if place == 0 else None
            box = FieldBox(self.record_type.field(name), level, self)
            box.committed.connect(partial(self._commit, box))
            box.open_asked.connect(self.context.reveal)
            box.offer_later(partial(self._names, box.field.target))
            self.boxes[name] = box
            if box.is_short:
                short.addWidget(box, self._stretch(box), Qt.AlignmentFlag.AlignBottom)
            else:
                layout.addWidget(box)
            self._show_value(box)
        short.addStretch(1)
        layout.addLayout(short)
        layout.addLayout(self._foot())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        return form

    def _stretch(self, box: FieldBox) -> int:  # noqa: ARG002  # others look at the field
        """Return how much of the room left over a short field takes."""
        return 0

    def _foot(self) -> QLayout:
        """Return the buttons below the form."""
        foot = spaced(FlowLayout(), 0, 4)
        foot.addWidget(IconButton("trash", _("Delete"), self.remove, self))
        for button in self.form_buttons():
            foot.addWidget(button)
        foot.addWidget(QuietButton(_("Done editing"), self.end, self, icon_name="check"))
        return foot

    def form_buttons(self) -> Sequence[QWidget]:
        """Return the buttons below the form that this kind of record has beside the usual."""
        return ()

    def _names(self, kind: str) -> Mapping[str, str]:
        return self.labels.get(kind, {})

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        place = Place(self.record_type, self.key, self._names(field.target))
        if self.write(place, box, field, typed) and field.name == self.record_type.caucus_field:
            self._first.retry_level()

    def write(self, place: Place, box: FieldBox, field: Field, typed: object) -> bool:
        """Write what was typed into a field; say whether it was taken."""
        return commit(self.context, place, box, field, typed)

    def remove(self) -> None:
        """Take the record away."""
        self.context.taken(work.remove(self.context.document, self.record_type, [self.key]))

    def leave(self) -> None:
        """Turn the form back into the card; what cannot be taken is given up."""
        for box in self.boxes.values():
            box.give_up()
        self.end()
        self.setFocus()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        is_away = now is not None and now is not self and not self.isAncestorOf(now)
        if is_away and QApplication.activePopupWidget() is None:
            self.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_editing:
            self.leave()
        elif event.key() == Qt.Key.Key_Delete and not self.read_only and self.hasFocus():
            self.remove()
        else:
            super().keyPressEvent(event)
