"""One dimension of one group: how deeply, from what to what, with which levers."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.change.impact import DEPTH_MAX, IMPACT
from entente.domain.change.impact_figures import DEPTH_LABELS
from entente.domain.records import LEVEL_FIELD
from entente.i18n import _
from entente.services.impact import LEVERS, Cell, Group
from entente.services.impact_words import depth_words, dimension_words
from entente_ui.change.impacts.deeds import Deeds
from entente_ui.change.impacts.fields_panel import FieldsPanel
from entente_ui.formats import NBSP, number
from entente_ui.kit import LinkButton, PlainLabel, SecondaryButton, Segments, spaced

_NONE: Final = "0"
_FIELDS: Final = ("before", "after", *LEVERS, LEVEL_FIELD)


class CellPanel(QWidget):
    """Beside the map.

    Attributes:
        depths: Says how deeply.
        fields: Before, after and the levers.
        to_card: Makes a card of it.

    Signals:
        group_asked: Emitted when the whole group is to be shown.
        opened: Emitted with the kind and the key of the card made of it.
    """

    group_asked = Signal()
    opened = Signal(str, str)

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._group: Group | None = None
        self._cell = Cell("")
        self._name = LinkButton("", self.group_asked.emit, self)
        self._title = PlainLabel("", "section", self, wrap=True)
        self._meaning = PlainLabel("", "muted", self, wrap=True)
        choices = [(_NONE, "–"), *((str(d), number(d)) for d in range(1, DEPTH_MAX + 1))]
        self.depths = Segments(choices, _NONE, self)
        self.depths.setAccessibleName(_(IMPACT.field("depth").label))
        scale = " · ".join(
            f"{number(depth)}{NBSP}{_(said)}" for depth, said in DEPTH_LABELS.items()
        )
        self._scale = PlainLabel(scale, "small", self, wrap=True)
        self.fields = FieldsPanel(IMPACT, _FIELDS, self._describe, self)
        self.to_card = SecondaryButton(_("Make a card"), self._make_card, self, icon_name="plus")
        self._card = LinkButton("", self._open, self)
        column = spaced(QVBoxLayout(self), (12, 0, 12, 12), 8)
        column.addWidget(self._name, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._title, self.depths, self._meaning, self._scale):
            column.addWidget(widget)
        column.addWidget(self.fields)
        column.addWidget(self.to_card)
        column.addWidget(self._card)
        column.addStretch(1)
        self.depths.chosen.connect(self._rate)

    def show_cell(self, group: Group, dimension: str, *, read_only: bool) -> None:
        """Show another cell."""
        cell = self._cell = group.cell(dimension)
        self._group = group
        self._name.setText(group.name)
        words = dimension_words(dimension)
        self._title.setText(words[:1].upper() + words[1:])
        self._meaning.setText(depth_words(cell.depth))
        self.depths.set_current(_NONE if cell.depth is None else str(cell.depth))
        self.depths.setEnabled(not read_only)
        self._scale.setVisible(not read_only)
        values = {"before": cell.before, "after": cell.after, **cell.levers}
        values[LEVEL_FIELD] = cell.level or group.level
        self.fields.show_values(f"{group.id} {dimension}", values, read_only=read_only)
        self.fields.boxes[LEVEL_FIELD].setVisible(not read_only)
        self.to_card.setVisible(not read_only and not cell.item)
        self._card.setVisible(bool(cell.item))
        self._card.setText(_("Card {ref}").format(ref=cell.item_ref))

    def _rate(self, name: str) -> None:
        if self._group is not None:
            self._deeds.rate(self._group, self._cell.dimension, int(name) or None)

    def _describe(self, label: str, values: Mapping[str, Any]) -> str:
        if self._group is None:
            return ""
        return self._deeds.describe(self._group, self._cell.dimension, label, values)

    def _open(self) -> None:
        self.opened.emit(BACKLOG_ITEM.name, self._cell.item)

    def _make_card(self) -> None:
        if self._group is not None:
            self._deeds.impact_to_card(self._group, self._cell.dimension)
