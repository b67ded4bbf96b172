"""The shapes of some groups, laid over each other."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.change.impact import DEPTH_MAX, DIMENSION_LABELS
from entente.domain.change.impact_figures import DIMENSIONS
from entente.domain.radar import Spoke
from entente.i18n import _
from entente.services.impact import Group, Study
from entente_ui.change.impacts import words
from entente_ui.charts.card import ChartCard
from entente_ui.charts.overlay import MOST, OverlayRadar, Shape, ShapesLegend
from entente_ui.kit import FlowLayout, Menu, SecondaryButton, make_switch, spaced

_HEIGHT: Final = 400
#: So many groups are offered in a menu; the others are chosen on the map.
_OFFERED: Final = 60


class ShapesPart(ChartCard):
    """The group one is at, and others laid over it.

    Attributes:
        radar: The drawing.
        laid: Keys of the groups laid over that one.
    """

    def __init__(self, say: Callable[[str], object], parent: QWidget | None = None) -> None:
        title = _("Shape of the change")
        whole = QWidget()
        self.radar = OverlayRadar(title, whole, height=_HEIGHT, rings=DEPTH_MAX)
        self.legend = ShapesLegend(whole)
        column = spaced(QVBoxLayout(whole), 0, 6)
        column.addWidget(self.radar)
        column.addWidget(self.legend)
        super().__init__(title, whole, say, parent)
        self.laid: list[str] = []
        self._study: Study | None = None
        self._first = ""
        self._choose = SecondaryButton(_("Lay over another group…"), self._offer, self)
        self._clear = SecondaryButton(_("This group alone"), self._alone, self)
        row = spaced(FlowLayout(), 0, 8)
        row.addWidget(self._choose)
        row.addWidget(self._clear)
        self.body.insertLayout(1, row)

    @property
    def groups(self) -> list[Group]:
        """The groups shown, that one first."""
        if self._study is None:
            return []
        keys = [self._first, *(key for key in self.laid if key != self._first)]
        return [group for key in keys if (group := self._study.group(key))][:MOST]

    def show_study(self, study: Study, first: str) -> None:
        """Show the shape of a group, and of those still laid over it."""
        self._study, self._first = study, first
        self.laid = [key for key in self.laid if study.group(key)]
        self._show()

    def lay(self, key: str, *, on: bool) -> None:
        """Lay a group over the one shown, or take it away."""
        self.laid = [each for each in self.laid if each != key] + ([key] if on else [])
        self._show()

    def menu(self) -> Menu:
        """Return the other groups, those laid over ticked."""
        menu = Menu(_("Groups laid over"), self)
        others = (
            [each for each in self._study.groups if each.id != self._first] if self._study else []
        )
        for group in others[:_OFFERED]:
            action = make_switch(menu, group.name.replace("&", "&&"), lambda _on: None, "")
            action.setChecked(group.id in self.laid)
            room = len(self.groups) < MOST
            action.setEnabled(action.isChecked() or room)
            action.toggled.connect(lambda on, key=group.id: self.lay(key, on=on))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer(self) -> None:
        self.menu().popup(self._choose.mapToGlobal(self._choose.rect().bottomLeft()))

    def _alone(self) -> None:
        self.laid = []
        self._show()

    def _show(self) -> None:
        groups = self.groups
        sentence = words.shapes_sentence(groups)
        shapes = [Shape(each.name, tuple(cell.depth for cell in each.cells)) for each in groups]
        axes = [Spoke(DIMENSION_LABELS[name], 1, DEPTH_MAX) for name in DIMENSIONS]
        self.radar.show_shapes(axes, shapes, sentence)
        self.legend.show_names([each.name for each in groups])
        self.show_figures(sentence, words.shapes_figures(groups))
        self._choose.setVisible(self._study is not None and len(self._study.groups) > 1)
        self._clear.setVisible(len(groups) > 1)
