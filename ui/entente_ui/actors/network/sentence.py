"""Sentences in which people can be pressed."""

from collections.abc import Callable, Sequence
from functools import partial
from string import Formatter
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from entente.i18n import _
from entente.services.network import Person
from entente_ui import formats
from entente_ui.actors.network.words import Line
from entente_ui.kit import FlowLayout, PlainLabel, sized, spaced, tooltip_html
from entente_ui.kit.badge import camp_word, paint_camp_badge
from entente_ui.look.theme import theme

_HEIGHT: Final = 28
_DISC: Final = 16
_WIDEST: Final = 230
_PAD: Final = 6
#: People named in one place; of more the number is said.
_NAMED: Final = 12


class PersonChip(QAbstractButton):
    """One person: camp and name; pressed, the person is selected."""

    def __init__(self, person: Person, on_click: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.person = person
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        whole = f"{person.ref} {person.name} · {camp_word(person.camp)}"
        self.setAccessibleName(whole)
        self.setToolTip(tooltip_html(whole))
        self.clicked.connect(lambda _checked=False: on_click())
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme().font("body")).horizontalAdvance(self.person.name)
        width = words + theme().px(_DISC + 3 * _PAD + 2)
        return QSize(min(width, theme().px(_WIDEST)), theme().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 1, -2, -1)
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else "raised"
        painter.setBrush(theme().colour(ground))
        has_ring = self.hasFocus() and bool(self.property("ring"))
        painter.setPen(QPen(theme().colour("accent"), 2) if has_ring else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        radius = theme().px(_DISC) / 2
        middle = QPointF(theme().px(_PAD) + radius, self.height() / 2)
        paint_camp_badge(painter, middle, radius, self.person.camp or None)
        painter.setFont(theme().font("body"))
        painter.setPen(theme().colour("text"))
        words = self.rect().adjusted(theme().px(_DISC + 2 * _PAD), 0, -theme().px(_PAD), 0)
        shown = painter.fontMetrics().elidedText(
            self.person.name, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)


class Sentence(QWidget):
    """Words and people on as many lines as it takes."""

    def __init__(
        self, line: Line, on_person: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        """Make a sentence.

        Args:
            line: What it says.
            on_person: Called with the key of a person who is pressed.
            parent: Its widget.
        """
        super().__init__(parent)
        self._on_person = on_person
        self._flow = spaced(FlowLayout(self), 0, 3)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        said = {place: formats.listing([p.name for p in who]) for place, who in line.people.items()}
        self.setAccessibleName(line.template.format(**said))
        for words, place, *_rest in Formatter().parse(line.template):
            for word in words.split(" "):
                if word:
                    self._add_word(word)
            if place is not None:
                self._add_people(line.people[place])

    def _add_word(self, word: str) -> None:
        label = PlainLabel(word, "body", self)
        # As high as the people beside it, so that both stand on one line.
        sized(label, height=_HEIGHT)
        self._flow.addWidget(label)

    def _add_people(self, people: Sequence[Person]) -> None:
        for person in people[:_NAMED]:
            chip = PersonChip(person, partial(self._on_person, person.key), self)
            self._flow.addWidget(chip)
        if len(people) > _NAMED:
            more = _("and {count} more").format(count=formats.number(len(people) - _NAMED))
            self._add_word(more)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)
