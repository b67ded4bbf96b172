"""What a cell of a register answers when a view asks how it looks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from entente.domain.records import LEVEL_FIELD, FieldKind, RecordType
from entente.domain.text import shorten
from entente_ui.kit import tooltip_html
from entente_ui.look.theme import theme
from entente_ui.registers.columns import Column, LabelsByKind, shower
from entente_ui.registers.order import Row

_Role: Final = Qt.ItemDataRole
DISPLAY: Final = int(_Role.DisplayRole)
#: What a view asks for all at once to paint a cell, in this order; a test watches over it.
PAINTED: Final = (
    _Role.FontRole,
    _Role.TextAlignmentRole,
    _Role.ForegroundRole,
    _Role.CheckStateRole,
    _Role.DecorationRole,
    _Role.DisplayRole,
    _Role.BackgroundRole,
)
PAINTED_TEXT: Final = PAINTED.index(_Role.DisplayRole)
#: Roles under which a cell hands out its raw value, its record's key and level, and
#: whether it holds something that was not taken.
VALUE_ROLE: Final = int(_Role.UserRole)
KEY_ROLE: Final = VALUE_ROLE + 1
LEVEL_ROLE: Final = VALUE_ROLE + 2
REFUSED_ROLE: Final = VALUE_ROLE + 3

RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

#: Signs of a text below which its cell shows it all, and most that a tooltip shows.
_SHORT: Final = 24
_TOOLTIP: Final = 800


@dataclass(frozen=True, slots=True)
class Refusal:
    """A typed text that was not taken, kept in its cell to be put right."""

    text: str
    sentence: str


class Cells:
    """Answers for every cell, from the row it is in.

    Attributes:
        showers: What turns a value into the text of a cell, for each column.
        places: Place of the value of each column in a row.
        refusals: What was typed and not taken, by key of the record and column.
        dresses: For each column: places among `PAINTED` beside the words, with what answers
            for each, or None where this column has nothing to say.
    """

    def __init__(self, record_type: RecordType, columns: Sequence[Column]) -> None:
        names = [column.name for column in columns]
        self._columns = columns
        # A relation is named by its ends, so no column of it stands out.
        is_name = record_type.field(record_type.title).kind is not FieldKind.CHOICE
        self._title_column = names.index(record_type.title) if is_name else -1
        self._level_column = names.index(LEVEL_FIELD) if record_type.has_level else -1
        self.showers: list[Callable[[Any], str]] = []
        self.places = [column.place for column in columns]
        self.refusals: dict[tuple[str, int], Refusal] = {}
        dressed = [self._dress(place, column) for place, column in enumerate(columns)]
        slots = sorted({dress[0] for dress in dressed if dress})
        # The view keeps what another cell answered: each has to be answered every time.
        self.dresses = [
            tuple((slot, dress[1] if dress and dress[0] == slot else None) for slot in slots)
            for dress in dressed
        ]
        self.answers: dict[int, Callable[[Row, int], Any]] = {
            DISPLAY: self.shown_text,
            int(_Role.EditRole): self._typed,
            int(_Role.CheckStateRole): self._checked,
            int(_Role.TextAlignmentRole): self._aligned,
            int(_Role.ForegroundRole): self._ink,
            int(_Role.FontRole): self._font,
            int(_Role.ToolTipRole): self._tooltip,
            VALUE_ROLE: self.value,
            KEY_ROLE: lambda row, _column: row[0],
            LEVEL_ROLE: lambda row, _column: self.level(row),
            REFUSED_ROLE: lambda row, column: (row[0], column) in self.refusals,
        }

    def _dress(self, place: int, column: Column) -> tuple[int, Callable[[Row, int], Any]] | None:
        if place == self._title_column:
            return PAINTED.index(_Role.FontRole), self._font
        if place == self._level_column:
            return PAINTED.index(_Role.ForegroundRole), self._ink
        if column.is_numeric:
            return PAINTED.index(_Role.TextAlignmentRole), self._aligned
        if column.kind is FieldKind.FLAG:
            return PAINTED.index(_Role.CheckStateRole), self._checked
        return None

    def prepare(self, labels: LabelsByKind) -> None:
        """Work out once what every cell of a column needs."""
        self.showers = [shower(column, labels.get(column.target, {})) for column in self._columns]
        self._title_font = theme().font("strong")

    def value(self, row: Row, column: int) -> Any:  # noqa: ANN401  # a value of any kind
        """Return the raw value of a cell."""
        return row[self.places[column]]

    def shown_text(self, row: Row, column: int) -> str:
        """Return what a cell shows."""
        refusal = self.refusals.get((row[0], column))
        return refusal.text if refusal else self.showers[column](self.value(row, column))

    def full_text(self, row: Row, column: int) -> str:
        """Return what a cell holds in full, as a person reads it."""
        value, field = self.value(row, column), self._columns[column].field
        return (value or "") if field and field.is_text else self.showers[column](value)

    def _typed(self, row: Row, column: int) -> Any:  # noqa: ANN401  # a value of any kind
        refusal = self.refusals.get((row[0], column))
        return refusal.text if refusal else self.value(row, column)

    def _checked(self, row: Row, column: int) -> Qt.CheckState | None:
        if self._columns[column].kind is not FieldKind.FLAG:
            return None
        value = self.value(row, column)
        return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked

    def _aligned(self, _row: Row, column: int) -> int:
        return RIGHT if self._columns[column].is_numeric else LEFT

    def _ink(self, row: Row, column: int) -> QColor | None:
        if (row[0], column) in self.refusals:
            return theme().colour("critical")
        return theme().level(self.value(row, column)) if column == self._level_column else None

    def _font(self, _row: Row, column: int) -> Any:  # noqa: ANN401  # a font or nothing
        return self._title_font if column == self._title_column else None

    def level(self, row: Row) -> str | None:
        """Return the confidentiality of a row, None if its kind has none."""
        if self._level_column < 0:
            return None
        level: str | None = self.value(row, self._level_column)
        return level

    def _tooltip(self, row: Row, column: int) -> str | None:
        refusal = self.refusals.get((row[0], column))
        if refusal:
            return tooltip_html(refusal.sentence)
        value, field = self.value(row, column), self._columns[column].field
        if isinstance(value, str) and field and field.is_text and len(value) > _SHORT:
            return tooltip_html(shorten(value, _TOOLTIP))
        return None
