"""The fields of a record, two side by side where they are short and there is room."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.records import Field, FieldKind, RecordType
from entente.i18n import _, ngettext
from entente_ui.kit import LinkButton, spaced
from entente_ui.look.theme import theme
from entente_ui.registers.box import FieldBox
from entente_ui.registers.columns import Labels, LabelsByKind

#: Px at 100 % from which two short fields stand side by side.
_TWO_COLUMNS: Final = 270


class FieldGrid(QWidget):
    """Fields from top to bottom; short ones in pairs when there is room."""

    def __init__(self, boxes: Sequence[FieldBox], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: Sequence[FieldBox] = ()
        self._grid = spaced(QGridLayout(self), 0, 10)
        self._columns = 0
        self._hidden: frozenset[str] = frozenset()
        self.fill(boxes)

    def fill(self, boxes: Sequence[FieldBox]) -> None:
        """Show these: made as parts of this grid, their style need not be worked out twice."""
        self._boxes = boxes
        self._arrange(2)

    def show_all_but(self, hidden: frozenset[str]) -> None:
        """Leave out fields that are shown elsewhere."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._arrange(self._columns)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if self.width() >= theme().px(_TWO_COLUMNS) else 1
        if columns != self._columns:
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        row = column = 0
        before: FieldBox | None = None
        for box in self._boxes:
            self._grid.removeWidget(box)
            seen = box.field.name not in self._hidden
            box.setVisible(seen)
            if not seen:
                continue
            span = 1 if box.is_short else columns
            # What is dated and what is not do not share a line.
            turns = before is not None and box.field.dated != before.field.dated
            if column + span > columns or (turns and column):
                row, column = row + 1, 0
            self._grid.addWidget(box, row, column, 1, span)
            column += span
            before = box
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)


class Form(QWidget):
    """Every field that is typed. What is seldom used waits unseen until it is filled.

    Attributes:
        boxes: The fields by name; who may read a text stands in the box of the text.
        after_ratings: Layout below the dated fields, for what explains them.

    Signals:
        committed: Emitted with the field and what was typed or chosen.
        open_asked: Emitted with the kind and key of a record to go to.
    """

    committed = Signal(object, object)
    open_asked = Signal(str, str)

    def __init__(self, record_type: RecordType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record_type = record_type
        levels = {field.level_field for field in record_type.fields if field.level_field}
        fields = [f for f in record_type.fields if f.name not in levels and not f.arranged]
        dated = [place for place, field in enumerate(fields) if field.dated]
        cut = dated[-1] + 1 if dated else 0
        self._grids = [FieldGrid((), self), FieldGrid((), self)]
        self.boxes: dict[str, FieldBox] = {}
        for grid, part in zip(self._grids, (fields[:cut], fields[cut:]), strict=True):
            made = {field.name: self._make(field, grid) for field in part}
            grid.fill(list(made.values()))
            self.boxes |= made
        self._all_shown = False
        self._more = LinkButton("", self._toggle, self)
        self.after_ratings = spaced(QVBoxLayout(), 0, 0)
        layout = spaced(QVBoxLayout(self), 0, 10)
        layout.addWidget(self._grids[0])
        layout.addLayout(self.after_ratings)
        layout.addWidget(self._grids[1])
        layout.addWidget(self._more)
        self._grids[0].setVisible(cut > 0)

    def show_values(
        self,
        values: Mapping[str, Any],
        labels: LabelsByKind,
        notes: Mapping[str, str],
        offer: Callable[[str], Labels],
    ) -> None:
        """Show the fields of a record, or what several have in common.

        Args:
            values: By name; `SEVERAL` where they differ.
            labels: Names of the records that the references point to.
            notes: Since when a dated field is what it is.
            offer: Gives all the names of a kind of record, once one is to be chosen.
        """
        for name, box in self.boxes.items():
            level = values.get(box.field.level_field) if box.field.level_field else None
            known = level if isinstance(level, str) else None
            names = labels.get(box.field.target, {})
            box.show_value(values.get(name), known, notes.get(name, ""), names)
            box.offer_later(partial(offer, box.field.target))
        self._fold()

    def box_of(self, field: Field) -> FieldBox:
        """Return where a field, or the field that says who may read one, is changed."""
        if field.name in self.boxes:
            return self.boxes[field.name]
        return next(b for b in self.boxes.values() if b.field.level_field == field.name)

    def set_read_only(self, on: bool) -> None:
        """Let the fields be seen and not changed, or changed again."""
        for box in self.boxes.values():
            box.set_read_only(on)

    def forgive(self) -> None:
        """Forget what was typed and not taken."""
        for box in self.boxes.values():
            box.forgive()

    def commit_typed(self) -> None:
        """Take what is being typed, as if the focus had left."""
        for box in self.boxes.values():
            box.commit_typed()

    def _make(self, field: Field, grid: FieldGrid) -> FieldBox:
        level = self.record_type.field(field.level_field) if field.level_field else None
        box = FieldBox(field, level, grid)
        box.committed.connect(self.committed)
        box.open_asked.connect(self.open_asked)
        return box

    def _toggle(self) -> None:
        self._all_shown = not self._all_shown
        self._fold()

    def _fold(self) -> None:
        spare = [box for box in self.boxes.values() if not self._is_plain(box)]
        empty = frozenset(box.field.name for box in spare if not box.is_filled)
        for grid in self._grids:
            grid.show_all_but(frozenset() if self._all_shown else empty)
        self._more.setVisible(bool(empty))
        text = ngettext("Show {count} more field", "Show {count} more fields", len(empty))
        self._more.setText(
            _("Show fewer fields") if self._all_shown else text.format(count=len(empty))
        )

    def _is_plain(self, box: FieldBox) -> bool:
        field = box.field
        return field.shown or field.required or field.kind is FieldKind.LONG_TEXT
