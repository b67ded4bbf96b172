"""Which column of a file becomes which field, with what stands in it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from entente.domain.dates import short_date
from entente.domain.text import shorten
from entente.domain.values import number_text
from entente.exchange.mapping import ColumnMapping, target_labels
from entente.exchange.table import Cell, Table, is_blank
from entente.i18n import _, language
from entente_ui.kit import ElidedLabel, PlainLabel, spaced, tooltip
from entente_ui.kit.spacing import sized
from entente_ui.look.theme import theme

_SAMPLES: Final = 3
_SAMPLE: Final = 40
_LOOKED_AT: Final = 2_000


class ImportColumns(QScrollArea):
    """A line for each column: its heading, samples of it, and the field it becomes.

    Signals:
        changed: Emitted with the `ColumnMapping` when a person chose another field.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mapping: ColumnMapping | None = None
        self.choices: list[QComboBox] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_table(self, table: Table, mapping: ColumnMapping) -> None:
        """Show the columns of a table and what they are taken for."""
        self._mapping = mapping
        self.choices = []
        content = QWidget(self)
        content.setProperty("page", "true")
        grid = spaced(QGridLayout(content), (0, 8, 8, 8), 10)
        for place, title in enumerate((_("In the file"), _("For example"), _("Becomes"))):
            grid.addWidget(PlainLabel(title, "field", content), 0, place)
        labels = target_labels(mapping.record_type)
        for column, heading in enumerate(table.headings):
            name = ElidedLabel(table.place(column), "strong", content)
            grid.addWidget(name, column + 1, 0)
            grid.addWidget(ElidedLabel(samples(table, column), "muted", content), column + 1, 1)
            grid.addWidget(self._choice(content, labels, heading, column), column + 1, 2)
        grid.setColumnMinimumWidth(0, theme().px(190))
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(table.headings) + 1, 1)
        self.setWidget(content)
        self._show_mapping()

    def _choice(
        self, parent: QWidget, labels: dict[str, str], heading: str, column: int
    ) -> QComboBox:
        choice = QComboBox(parent)
        choice.addItem(_("— left out —"), "")
        for target, label in labels.items():
            choice.addItem(label, target)
        sized(choice, width=220)
        choice.setMaxVisibleItems(16)
        choice.setAccessibleName(_("Field for “{heading}”").format(heading=shorten(heading, 60)))
        tooltip(choice, _("The field this column becomes"))
        choice.activated.connect(lambda _row: self._choose(column, choice.currentData()))
        self.choices.append(choice)
        return choice

    def _choose(self, column: int, target: str) -> None:
        if self._mapping is not None:
            self._mapping = self._mapping.assign(column, target)
            self._show_mapping()
            self.changed.emit(self._mapping)

    def _show_mapping(self) -> None:
        if self._mapping is not None:
            for choice, target in zip(self.choices, self._mapping.targets, strict=True):
                choice.setCurrentIndex(choice.findData(target))


def samples(table: Table, column: int) -> str:
    """Return the first few values of a column, each once."""
    found: dict[str, None] = {}
    for row in table.rows[:_LOOKED_AT]:
        if not is_blank((row[column],)):
            found[_shown(row[column])] = None
        if len(found) == _SAMPLES:
            break
    return " · ".join(found)


def _shown(cell: Cell) -> str:
    match cell:
        case bool():
            return _("yes") if cell else _("no")
        case int() | float():
            return number_text(cell, language())
        case None | str():
            return shorten(cell or "", _SAMPLE)
        case _:
            return short_date(cell, language())
