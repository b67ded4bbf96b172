"""The page of influence and dependence: the plane, the weights, what hangs on one answer."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.sensitivity import Swing
from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.mactor.bars import Bar, Share
from entente_ui.actors.mactor.figures import Figures
from entente_ui.actors.mactor.known import Known
from entente_ui.actors.mactor.method import PLANE, Method
from entente_ui.actors.mactor.plane import Plane
from entente_ui.actors.mactor.side_by_side import SideBySide
from entente_ui.actors.mactor.wording import PLACE_WORDS, sensitivity_text, swing_text
from entente_ui.kit import ElidedLabel, IconButton, PlainLabel, ScrollArea, Section, sized, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context

_NAME: Final = 136
#: Most answers listed that decide an order.
_MOST_SWINGS: Final = 12


class PlanePage(SideBySide):
    """Where the actors lie, and how much each weighs. The order is that of the register.

    Attributes:
        plane: The drawing.
        figures: The same as a table.
        sensitivity: What hangs on a single answer.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.plane = Plane(self)
        self.figures = Figures(_("Influence × dependence"), self)
        self.sensitivity = PlainLabel("", "body", self, wrap=True)
        self._swings = QVBoxLayout()
        self._which = Section(_("Which answers"), self, expanded=False)
        self._known: Known | None = None
        self._twin = QStackedWidget(self)
        self._as_table = IconButton("table", _("As a table"), None, self, checkable=True)
        self._bars = QGridLayout()
        self._build()

    @override
    def show_known(self, known: Known) -> None:
        self._known = known
        self.plane.show_known(known)
        self._show_bars(known)
        self._show_figures(known)
        self.sensitivity.setText(_("Trying out every answer…"))
        self._which.hide()

    @override
    def show_swings(self, swings: Sequence[Swing]) -> None:
        if self._known is None:
            return
        self.sensitivity.setText(sensitivity_text(swings, self._known))
        clear(self._swings)
        for swing in swings[:_MOST_SWINGS]:
            text = f"• {swing_text(swing, self._known)}"
            self._swings.addWidget(PlainLabel(text, "small", self, wrap=True))
        self._which.setVisible(bool(swings))

    def _build(self) -> None:
        drawing = QWidget(self)
        left = spaced(QVBoxLayout(drawing), 0, 4)
        self._as_table.toggled.connect(lambda on: self._twin.setCurrentIndex(int(on)))
        head = spaced(QHBoxLayout(), 0, 8)
        head.addWidget(PlainLabel(_("Influence × dependence"), "section", self))
        head.addStretch(1)
        head.addWidget(self._as_table)
        left.addLayout(head)
        self._twin.addWidget(self.plane)
        self._twin.addWidget(self.figures)
        left.addWidget(self._twin, 1)
        self.put(drawing, self._words())
        self.plane.picked.connect(self.picked)

    def _words(self) -> ScrollArea:
        inner = QWidget(self)
        column = spaced(QVBoxLayout(inner), (0, 0, 8, 0), 8)
        column.addWidget(PlainLabel(_("What each one weighs"), "section", inner))
        column.addWidget(
            PlainLabel(_("1 is the average of those who take part."), "small", inner, wrap=True)
        )
        column.addLayout(spaced(self._bars, 0, 4))
        self._bars.setColumnStretch(1, 1)
        column.addSpacing(theme().px(8))
        column.addWidget(PlainLabel(_("What hangs on a single answer"), "section", inner))
        column.addWidget(self.sensitivity)
        self._which.body.addLayout(spaced(self._swings, (4, 0, 0, 0), 4))
        column.addWidget(self._which)
        column.addWidget(Method(PLANE, inner))
        column.addStretch(1)
        return scrolled(inner)

    def _show_bars(self, known: Known) -> None:
        clear(self._bars)
        weights = known.analysis.weights
        most = max((*weights, 1.0))
        for row, (actor, weight) in enumerate(zip(known.forces.participants, weights, strict=True)):
            name = name_beside(actor.name, self)
            share = Share(weight, most, formats.decimal(weight, 2), mark=1.0)
            self._bars.addWidget(name, row, 0)
            self._bars.addWidget(Bar(actor.name, share, self), row, 1)

    def _show_figures(self, known: Known) -> None:
        found = known.analysis
        self.figures.show_rows(
            (_("Actor"), _("Influence"), _("Dependence"), _("Weight"), _("On the plane")),
            [
                (
                    actor.name,
                    formats.number(found.influence[row]),
                    formats.number(found.dependence[row]),
                    formats.decimal(found.weights[row], 2),
                    _(PLACE_WORDS[found.places[row]]),
                )
                for row, actor in enumerate(known.forces.participants)
            ],
        )


def name_beside(name: str, parent: QWidget) -> ElidedLabel:
    """Return a name of the width that those beside bars have."""
    label = ElidedLabel(name, "body", parent)
    # By itself it takes no width at all from a grid.
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    sized(label, width=_NAME)
    return label


def scrolled(inner: QWidget) -> ScrollArea:
    """Return a widget that scrolls upwards and downwards."""
    area = ScrollArea(inner)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    return area


def clear(layout: QGridLayout | QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
