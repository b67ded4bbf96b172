"""What is asked once a relation is drawn: how they get on, and by what they are joined."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from entente.domain.relation import KIND_LABELS, QUALITY_MAX, QUALITY_MIN
from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.map.wording import quality_words
from entente_ui.kit import PlainLabel, Popover, spaced, tooltip
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from entente.services.maps import MapRelation

_SIGNS: Final = {"+": 1, "-": -1, "\N{MINUS SIGN}": -1}
_DIGITS: Final = frozenset("012")


class QualityButton(QAbstractButton):
    """One quality: its line and its number."""

    def __init__(self, quality: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.quality = quality
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(quality_words(quality))
        tooltip(self, quality_words(quality))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(52), theme().px(42))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme().colour("accent" if self.isChecked() else "border"), 1))
        painter.setBrush(theme().colour("accent_soft" if self.isChecked() else "field"))
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
        painter.drawRoundedRect(box, theme().px(6), theme().px(6))
        painter.setPen(theme().relation(self.quality).pen())
        y = self.height() * 0.3
        painter.drawLine(QPointF(theme().px(9), y), QPointF(self.width() - theme().px(9), y))
        painter.setPen(theme().colour("text"))
        painter.setFont(theme().font("small_strong"))
        words = QRect(0, round(self.height() * 0.4), self.width(), round(self.height() * 0.56))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, formats.signed(self.quality))


class RelationQuestion(Popover):
    """Asks for quality and nature; Enter keeps, Escape keeps neither."""

    def __init__(
        self,
        owner: QWidget,
        question: str,
        answered: Callable[[int | None, str], object],
        relation: "MapRelation | None" = None,
    ) -> None:
        """Make the question.

        Args:
            owner: The map.
            question: Between whom.
            answered: Called with quality and nature.
            relation: The one that is rated; None for a new one.
        """
        super().__init__(owner)
        self._answered = answered
        self._buttons: dict[int, QualityButton] = {}
        self._sign = 1
        self.qualities = QButtonGroup(self)
        self.qualities.setExclusive(True)
        self.body.addWidget(PlainLabel(question, "strong", self))
        row = spaced(QHBoxLayout(), 0, 6)
        for quality in range(QUALITY_MIN, QUALITY_MAX + 1):
            button = QualityButton(quality, self)
            self.qualities.addButton(button)
            self._buttons[quality] = button
            button.setChecked(relation is not None and relation.quality == quality)
            row.addWidget(button)
        self.body.addLayout(row)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(_("Nature"))
        self.kind.addItem(_("nature not known"), "")
        for kind, label in KIND_LABELS.items():
            self.kind.addItem(_(label), kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(relation.kind if relation else "")))
        self.body.addWidget(self.kind)
        hint = _("−2 to +2 rates, Enter keeps, Esc gives up")
        self.body.addWidget(PlainLabel(hint, "small", self))
        self.accepted.connect(self._deliver)

    @property
    def quality(self) -> int | None:
        """The quality chosen."""
        button = self.qualities.checkedButton()
        return button.quality if isinstance(button, QualityButton) else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a quality as it is written, like -2; + and - alone step through them."""
        text = event.text()
        if text in _SIGNS:
            self._sign = _SIGNS[text]
            step = (self.quality or 0) + self._sign
            self._choose(min(max(step, QUALITY_MIN), QUALITY_MAX))
        elif text in _DIGITS:
            self._choose(self._sign * int(text))
        else:
            super().keyPressEvent(event)

    def _choose(self, quality: int) -> None:
        self._buttons[quality].setChecked(True)

    def _deliver(self) -> None:
        self._answered(self.quality, str(self.kind.currentData() or ""))
