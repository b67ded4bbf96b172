"""The levels: what they are called, from which score, and the cells set by hand."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.risk_layout import Cell
from entente.domain.risk_levels import Scales
from entente.i18n import _
from entente.services.risk_scales import SCORE_MAX, by_score
from entente_ui.formats import labelled, number
from entente_ui.kit import (
    Card,
    IconButton,
    LinkButton,
    Menu,
    PlainLabel,
    ask_beside,
    make_action,
    sized,
    spaced,
    tab_order,
)
from entente_ui.look.theme import theme
from entente_ui.risks.scales.fields import FigureField, WordField
from entente_ui.risks.scales.grid import LevelGrid
from entente_ui.risks.scales.writing import ScaleDeeds
from entente_ui.risks.words import heat_step, level_name

_NAME: Final = 150
_FIGURE: Final = 84
_SWATCH: Final = 18
_ROW: Final = 34


class _Swatch(QWidget):
    """The colour of a level."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = 0
        sized(self, width=_SWATCH, height=_SWATCH)

    def show_step(self, step: int) -> None:
        """Show another colour of the heat scale."""
        self._step = step
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().colour("edge"))
        painter.setBrush(theme().heat(self._step).fill)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme().px(4), theme().px(4))


class BandRow(QWidget):
    """One level.

    Attributes:
        name: What it is called.
        first: The score from which it holds.
        remove: Takes it away.
    """

    def __init__(self, place: int, deeds: ScaleDeeds, parent: QWidget) -> None:
        super().__init__(parent)
        said = _("Level {number}").format(number=number(place + 1))
        self.swatch = _Swatch(self)
        self.name = WordField(
            labelled(said, _("Name")), lambda text: deeds.name_band(place, text), self
        )
        self.first = FigureField(
            labelled(said, _("From the score")),
            partial(deeds.start_band, place),
            self,
            least=1,
            most=SCORE_MAX,
            step=1,
        )
        self.remove = IconButton(
            "x", _("Remove this level"), partial(deeds.remove_band, place), self
        )
        sized(self.name, width=_NAME)
        sized(self.first, width=_FIGURE)
        # Words that wrap below it would take what they lack from the rows.
        sized(self, height=_ROW)
        line = spaced(QHBoxLayout(self), 0, 8)
        line.addWidget(self.swatch)
        line.addWidget(PlainLabel(number(place + 1), "strong", self))
        line.addWidget(self.name)
        line.addWidget(PlainLabel(_("from score"), "small", self))
        line.addWidget(self.first)
        line.addWidget(self.remove)
        line.addStretch(1)


class LevelsCard(Card):
    """The levels beside the matrix in small, and the two limits.

    Attributes:
        rows: One a level, the lowest first.
        grid: The matrix in small.
        appetite, tolerance: The limits of the mission.
        note: What is worth another look.
    """

    def __init__(self, deeds: ScaleDeeds, parent: QWidget) -> None:
        super().__init__("", parent)
        self._deeds = deeds
        self._scales: Scales | None = None
        self.rows: list[BandRow] = []
        self.grid = LevelGrid(self)
        self.add = LinkButton(_("Add a level"), self._ask_name, self, icon_name="plus")
        self.usual = LinkButton(_("The usual levels"), deeds.usual_bands, self)
        self.note = PlainLabel("", "error", self, wrap=True)
        limits = {"least": 1, "most": SCORE_MAX, "step": 1}
        self.appetite = self._limit(_("Appetite"), "risk_appetite", limits)
        self.tolerance = self._limit(_("Tolerance"), "risk_tolerance", limits)
        self.across = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), 0, 32)
        self._list = spaced(QVBoxLayout(), 0, 6)
        self._build()
        self.grid.chosen.connect(self._offer_levels)

    def show_scales(self, scales: Scales, note: str, *, read_only: bool) -> None:
        """Show other levels; `note` says what is worth another look."""
        self._scales = scales
        self._keep_rows(len(scales.bands))
        for place, row in enumerate(self.rows):
            row.swatch.show_step(heat_step(scales, place))
            row.name.show_words(level_name(scales, place))
            if row.first.value != scales.bands[place].from_score:
                row.first.set_value(scales.bands[place].from_score)
            row.name.setReadOnly(read_only)
            row.first.setReadOnly(read_only)
            row.remove.setVisible(not read_only and len(self.rows) > 1)
        for field, value in ((self.appetite, scales.appetite), (self.tolerance, scales.tolerance)):
            if field.value != value:
                field.set_value(value)
            field.setReadOnly(read_only)
        self.grid.is_locked = read_only
        self.grid.show_scales(scales)
        self.add.setVisible(not read_only)
        self.usual.setVisible(not read_only)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def menu_for(self, cell: Cell) -> Menu:
        """Return the levels a cell can be given, and the one its score gives."""
        menu = Menu("", self)
        scales = self._scales
        if scales is None:
            return menu
        given = by_score(scales, cell)
        words = _("As the score says: {level}").format(level=level_name(scales, given))
        menu.addAction(make_action(menu, words, partial(self._deeds.set_cell, cell, None)))
        menu.addSeparator()
        for place in range(len(scales.bands)):
            text = f"{number(place + 1)} · {level_name(scales, place)}"
            action = make_action(menu, text, partial(self._deeds.set_cell, cell, place))
            action.setCheckable(True)
            action.setChecked(scales.level(*cell) == place)
            menu.addAction(action)
        return menu

    def _build(self) -> None:
        head = spaced(QHBoxLayout(), 0, 8)
        head.addWidget(PlainLabel(_("Levels"), "section", self), 1)
        head.addWidget(self.usual)
        left = spaced(QVBoxLayout(), 0, 8)
        left.addLayout(self._list)
        adding = spaced(QHBoxLayout(), 0, 0)
        adding.addWidget(self.add)
        adding.addStretch(1)
        left.addLayout(adding)
        for field, help_ in (
            (self.appetite, _("Above this score a risk has to be treated.")),
            (self.tolerance, _("Above this score a risk is told to the governing body.")),
        ):
            line = spaced(QHBoxLayout(), 0, 8)
            name = PlainLabel(field.accessibleName(), "field", self)
            name.setBuddy(field)
            sized(name, width=92)
            sized(field, width=_FIGURE)
            line.addWidget(name)
            line.addWidget(field)
            line.addWidget(PlainLabel(help_, "small", self, wrap=True), 1)
            left.addLayout(line)
        left.addStretch(1)
        right = spaced(QVBoxLayout(), 0, 6)
        hint = _("Press a cell to give it another level than its score does; a dot marks it.")
        right.addWidget(PlainLabel(hint, "small", self, wrap=True))
        right.addWidget(self.grid)
        right.addStretch(1)
        self.across.addLayout(left, 1)
        self.across.addLayout(right)
        self.body.addLayout(head)
        self.body.addWidget(self.note)
        self.body.addLayout(self.across)

    def _limit(self, label: str, name: str, limits: dict[str, Any]) -> FigureField:
        return FigureField(label, partial(self._deeds.set_limit, name), self, **limits)

    def _keep_rows(self, count: int) -> None:
        while len(self.rows) > count:
            row = self.rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < count:
            row = BandRow(len(self.rows), self._deeds, self)
            self.rows.append(row)
            self._list.addWidget(row)
        parts = [part for row in self.rows for part in (row.name, row.first, row.remove)]
        tab_order(self.usual, *parts, self.add, self.appetite, self.tolerance, self.grid)

    def _ask_name(self) -> None:
        rect = QRect(0, 0, self.add.width(), self.add.height())
        ask_beside(self.add, rect, _("What is the new level called?"), self._deeds.add_band)

    def _offer_levels(self, probability: int, impact: int, place: QRect) -> None:
        menu = self.menu_for((probability, impact))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.grid.mapToGlobal(place.bottomLeft()))
