"""The buttons and filters over the map."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from entente.domain.canvas import STEPS_MAX
from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.legend import Legend
from entente_ui.actors.map.camera import LARGEST
from entente_ui.actors.switch_button import SwitchButton
from entente_ui.kit import (
    FlowLayout,
    IconButton,
    LinkButton,
    Menu,
    NumberField,
    Pill,
    PlainLabel,
    PrimaryButton,
    SearchField,
    SecondaryButton,
    sized,
    spaced,
    tooltip,
)
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from entente_ui.actors.map.commands import MapActions

_SEARCH: Final = 190
_STEPS: Final = 64
_VIEW_NAME: Final = 26


class MapBar(QWidget):
    """Two rows: what can be done, and the camps.

    Attributes:
        search: Finds actors on the map.
        camps: The filter by camp.
        steps: How far around the actor in focus is shown.

    Signals:
        steps_chosen: Emitted with how many steps around the focus are to be shown.
    """

    steps_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(_("Find…"), self, shortcut="Ctrl+F")
        self.camps = Legend(self)
        self.steps = NumberField(
            _("Steps from the focus"), self, minimum=0, maximum=STEPS_MAX, step=1
        )
        self._add = PrimaryButton(_("Add"), None, self)
        self._views = SecondaryButton(_("Whole map"), None, self, icon_name="map-2")
        self._filter = SecondaryButton(_("Filter"), None, self, icon_name="filter")
        self._arrange = SecondaryButton(_("Arrange"), None, self, icon_name="layout-grid")
        self._export = SecondaryButton(_("Export"), None, self, icon_name="file-export")
        self._day = Pill("", "caution", self)
        self._around = PlainLabel("", "small", self)
        self._whole = LinkButton(_("Show all"), None, self)
        self._clear = LinkButton(_("Clear the filters"), None, self)
        self._row = spaced(FlowLayout(), 0, 8)
        self._looks = spaced(QHBoxLayout(), 0, 8)
        self._row_of_camps = spaced(QHBoxLayout(), 0, 8)
        self._zoom = QPushButton(self)
        self._build()

    def connect_actions(self, actions: "MapActions") -> None:
        """Let the buttons do what the actions do."""
        self._add.clicked.connect(actions.add.trigger)
        self._whole.clicked.connect(actions.whole.trigger)
        self._clear.clicked.connect(actions.clear.trigger)
        self._zoom.clicked.connect(actions.plain.trigger)
        for button, make in (
            (self._views, actions.views_menu),
            (self._filter, actions.filter_menu),
            (self._arrange, actions.arrange_menu),
            (self._export, actions.export_menu),
        ):
            button.clicked.connect(lambda _on=False, b=button, m=make: self._open(b, m))
        for action, name in (
            (actions.strip, "flag"),
            (actions.legend, "list"),
            (actions.minimap, "map-2"),
            (actions.table, "table"),
        ):
            self._looks.addWidget(SwitchButton(name, action, self))
        fit = IconButton("arrows-maximize", actions.fit.text(), actions.fit.trigger, self)
        keys = IconButton("keyboard", actions.keys.text(), actions.keys.trigger, self)
        for widget in (self._zoom, fit, keys):
            self._looks.addWidget(widget)

    def open_export(self) -> None:
        """Open the menu of what can be made of the map."""
        self._export.click()

    def show_view(self, name: str) -> None:
        """Name the view that is shown."""
        text = name or _("Whole map")
        short = text if len(text) <= _VIEW_NAME else f"{text[: _VIEW_NAME - 1]}…"
        self._views.setText(short.replace("&", "&&"))
        tooltip(self._views, _("View of the map: {name}").format(name=text))

    def show_zoom(self, relative: float) -> None:
        """Say how large the map is drawn."""
        text = formats.percent(relative)
        if text != self._zoom.text():
            self._zoom.setText(text)

    def _widen_zoom(self) -> None:
        """Keep room for the largest number: the row must not break as the map is zoomed."""
        text = self._zoom.text()
        self._zoom.setMinimumWidth(0)
        self._zoom.setText(formats.percent(LARGEST))
        self._zoom.setMinimumWidth(self._zoom.sizeHint().width())
        self._zoom.setText(text)

    def show_focus(self, name: str, steps: int) -> None:
        """Say around whom the map is shown; nobody's name for everybody."""
        self._around.setText(_("Around {name}, steps:").format(name=name))
        self.steps.set_value(steps)
        for widget in (self._around, self.steps, self._whole):
            widget.setVisible(bool(name))

    def show_filtered(self, *, on: bool) -> None:
        """Offer to filter nothing, or do not."""
        self._clear.setVisible(on)

    def show_day(self, text: str) -> None:
        """Say of which day the map is; nothing for today."""
        self._day.setText(text)
        self._day.setVisible(bool(text))

    def enable(self, *, writing: bool) -> None:
        """Allow or forbid what changes the mission."""
        self._add.setEnabled(writing)
        self._arrange.setEnabled(writing)

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        sized(self.search, width=_SEARCH)
        sized(self.steps, width=_STEPS)
        self._zoom.setProperty("kind", "quiet")
        tooltip(self._zoom, _("Show at 100 %"), "1")
        for widget in (self._add, self._views, self._filter, self._arrange, self._export):
            self._row.addWidget(widget)
        # What is about looking stays together when the row breaks.
        looks = QWidget(self)
        looks.setLayout(self._looks)
        self._row.addWidget(self.search)
        self._row.addWidget(looks)
        self._row_of_camps.addWidget(self._day)
        self._row_of_camps.addWidget(self.camps, 1)
        for beside in (self._around, self.steps, self._whole, self._clear):
            self._row_of_camps.addWidget(beside)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 4), 4)
        layout.addLayout(self._row)
        layout.addLayout(self._row_of_camps)
        self.steps.value_changed.connect(self._on_steps)
        self._widen_zoom()
        theme().changed.connect(self._widen_zoom)
        self.show_focus("", 1)
        self.show_filtered(on=False)
        self.show_day("")

    def _on_steps(self, value: object) -> None:
        if isinstance(value, (int, float)):
            self.steps_chosen.emit(int(value))

    @staticmethod
    def _open(button: QPushButton, make: "Callable[[], Menu]") -> None:
        make().popup(button.mapToGlobal(button.rect().bottomLeft()))
