"""The lenses: four ways to place the same actors, each a place where dragging is rating."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.actors.grid_page import GridPage
from entente_ui.actors.lens import Lens
from entente_ui.actors.lenses.asking import Choices
from entente_ui.actors.lenses.axes import PAIRS, AxesLens
from entente_ui.actors.lenses.energies import EnergiesLens
from entente_ui.actors.lenses.salience import SalienceLens
from entente_ui.actors.lenses.summary import AttitudeSummary
from entente_ui.actors.lenses.switch import LensSwitch
from entente_ui.kit import spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet

#: Px at 100 % of width from which there is room beside the sheet.
_ROOMY: Final = 760
_SETTING: Final = "actors/lens"


class LensesView(GridPage):
    """One board, looked at through one lens after the other.

    Attributes:
        switch: The lenses to choose from.
        choices: What belongs to the sociogram alone.
    """

    name = "lenses"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._lenses: dict[str, Lens] = {
            each.name: each for each in (AxesLens(), EnergiesLens(), SalienceLens())
        }
        self.choices = Choices(self.grid, context, self)
        self._lenses[self.choices.lens.name] = self.choices.lens
        self.switch = LensSwitch(
            (
                ("axes", _("Power × interest")),
                ("energies", _("Sociodynamics")),
                ("salience", _("Salience")),
                ("choices", _("Sociogram")),
            ),
            _("Lenses"),
            self,
        )
        self._axes = QComboBox(self)
        self._summary = AttitudeSummary(context.document, self)
        self._build()
        self.look_through(str(context.settings.value(_SETTING, "axes")))

    @property
    def lens(self) -> Lens:
        """The lens in use."""
        return self.grid.lens

    @Slot(str)
    def look_through(self, name: str) -> None:
        """Take another lens; a name that is not known is the first."""
        lens = self._lenses.get(name, self._lenses["axes"])
        if lens.is_private and self.context.document.is_presenting:
            lens = self._lenses["axes"]
        self.switch.press(lens.name)
        self.context.settings.setValue(_SETTING, lens.name)
        if lens is not self.grid.lens:
            self.grid.look_through(lens)
        self._follow_lens()
        self.status_changed.emit(self.status)

    def set_axes(self, up: str, across: str) -> None:
        """Show two scores on the axes of the first lens."""
        self._axes.setCurrentIndex(PAIRS.index((up, across)))

    @override
    def show_as_of(self, day: dt.date | None) -> None:
        self.grid.show_as_of(day)
        self._follow_lens()

    @override
    def state(self) -> Mapping[str, Any]:
        return {**super().state(), "lens": self.lens.name, "axes": self._axes.currentIndex()}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        axes = state.get("axes")
        if isinstance(axes, int) and 0 <= axes < len(PAIRS):
            self._axes.setCurrentIndex(axes)
        if state.get("lens") in self._lenses:
            self.look_through(str(state["lens"]))
        super().restore(state)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_lens()

    def _build(self) -> None:
        for up, across in PAIRS:
            self._axes.addItem(AxesLens(up, across).name_of_axes, (up, across))
        self._axes.setAccessibleName(_("Axes"))
        self._axes.setToolTip(_("What the two axes show"))
        row = spaced(QHBoxLayout(), (0, 8, 0, 0), 8)
        row.addWidget(self.switch)
        row.addWidget(self._axes)
        row.addWidget(self.choices.bar, 1)
        row.addStretch(0)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertLayout(0, row)
        self.grid.add_beside(self._summary)
        self.grid.add_beside(self.choices.summary)
        self.switch.chosen.connect(self.look_through)
        self._axes.currentIndexChanged.connect(self._on_axes)
        self.context.document.changed.connect(self._on_mission_changed)
        self.context.document.viewer_changed.connect(self._on_viewer_changed)

    def _follow_lens(self) -> None:
        """Show beside the sheet what belongs to the lens, where there is room."""
        self._axes.setVisible(self.lens.name == "axes")
        presenting = self.context.document.is_presenting
        self.switch.offer("choices", on=not presenting)
        roomy = self.width() >= theme().px(_ROOMY)
        self.choices.follow(on=self.lens is self.choices.lens, roomy=roomy)
        wanted = self.lens.name == "energies" and roomy
        if wanted:
            self._summary.refresh(self.grid.day)
        self._summary.setVisible(wanted)

    @Slot(int)
    def _on_axes(self, place: int) -> None:
        up, across = PAIRS[place]
        lens = AxesLens(up, across)
        self._lenses["axes"] = lens
        if self.lens.name == "axes":
            self.grid.look_through(lens)

    @Slot(object)
    def _on_mission_changed(self, change_set: "ChangeSet") -> None:
        if self._summary.isVisible() and change_set.tables:
            self._summary.refresh(self.grid.day)

    @Slot()
    def _on_viewer_changed(self) -> None:
        self.look_through(self.lens.name)
