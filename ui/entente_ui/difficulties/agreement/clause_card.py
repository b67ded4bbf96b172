"""One clause: read, edited where it stands, lifted by its grip to another place."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.agreement import CLAUSE
from entente.domain.clauses import BLANK_LABELS, Filled
from entente.i18n import _
from entente_ui.difficulties.agreement.wording import broken_words
from entente_ui.difficulties.edit_card import EditCard
from entente_ui.kit import Menu, Pill, PlainLabel, QuietButton, spaced
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.registers.inputs import LongInput
from entente_ui.registers.writing import LabelsByKind

CLAUSE_MIME: Final = "application/x-entente-clause"
_GRIP: Final = 18


class Grip(QWidget):
    """What a clause is lifted by.

    Signals:
        lifted: Emitted when the pointer has dragged it far enough.
    """

    lifted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed = QPoint()
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(_("Move the clause"))
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_GRIP), theme().px(_GRIP))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), "grip-vertical", self.rect(), "muted")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self.lifted.emit()


class ClauseCard(EditCard):
    """A clause of an agreement.

    Signals:
        moved: Emitted with −1 or +1 when Alt and an arrow ask for another place.
        model_wanted: Emitted when it is to be kept as a model.
    """

    moved = Signal(int)
    model_wanted = Signal()

    def __init__(self, context: Context, key: str, parent: QWidget | None = None) -> None:
        super().__init__(context, CLAUSE, key, ("heading", "text", "to_review"), parent)
        self._grip = Grip(self)
        self._heading = PlainLabel("", "strong", self, wrap=True)
        self._review = Pill(_("to be proof-read"), "caution", self, outlined=True)
        self._text = PlainLabel("", "body", self, wrap=True)
        self._problem = PlainLabel("", "error", self, wrap=True)
        self.head.insertWidget(0, self._grip)
        self.head.insertWidget(1, self._heading, 1)
        self.head.insertWidget(2, self._review)
        layout = spaced(QVBoxLayout(self.reading), 0, 4)
        layout.addWidget(self._text)
        layout.addWidget(self._problem)
        self._grip.lifted.connect(self._lift)

    def show_clause(
        self, row: Mapping[str, Any], labels: LabelsByKind, filled: Filled, *, read_only: bool
    ) -> None:
        """Show a clause as it is written, and what is broken in it."""
        self.show_record(row, labels, read_only=read_only)
        self._heading.setText(row["heading"] or "")
        self._text.setText(row["text"] or "")
        self._text.setVisible(bool(row["text"]))
        self._review.setVisible(bool(row["to_review"]))
        words = broken_words(filled)
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self._grip.setVisible(not read_only)
        self.setAccessibleName(f"{_(CLAUSE.label)} {row['heading'] or ''}")
        self.setAccessibleDescription(_("Alt with an arrow moves it"))

    @override
    def form_buttons(self) -> Sequence[QWidget]:
        self._fields_button = QuietButton(
            _("Insert a field"), self._offer_fields, self, icon_name="plus"
        )
        model = QuietButton(
            _("Keep as a model"), self.model_wanted.emit, self, icon_name="device-floppy"
        )
        return (self._fields_button, model)

    def _offer_fields(self) -> None:
        menu = Menu("", self)
        for blank, label in BLANK_LABELS.items():
            action = menu.addAction(f"{{{blank.value}}} — {_(label)}")
            action.triggered.connect(partial(self._insert, f"{{{blank.value}}}"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._fields_button.mapToGlobal(self._fields_button.rect().bottomLeft()))

    def _insert(self, field: str, _on: bool = False) -> None:
        text = self.boxes["text"].input
        if isinstance(text, LongInput):
            text.insertPlainText(field)
            text.setFocus()

    def _lift(self) -> None:
        drag = QDrag(self)
        data = QMimeData()
        data.setData(CLAUSE_MIME, self.key.encode())
        drag.setMimeData(data)
        drag.setPixmap(self.grab().scaledToWidth(min(self.width(), theme().px(320))))
        drag.exec(Qt.DropAction.MoveAction)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and key in steps and not self.read_only:
            self.moved.emit(steps[key])
        else:
            super().keyPressEvent(event)
