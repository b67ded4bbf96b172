"""A filter on one column, chosen in a bubble below its heading; it works as one chooses."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from entente.domain.records import Field, FieldKind
from entente.domain.text import sort_key
from entente.errors import InvalidValueError
from entente.i18n import _
from entente_ui.kit import LinkButton, PlainLabel, Popover, SearchField, spaced
from entente_ui.kit.spacing import sized
from entente_ui.registers.columns import Column, one_line
from entente_ui.registers.filters import Between, Condition, Contains, OneOf
from entente_ui.registers.inputs import make_input
from entente_ui.registers.lines import LineInput
from entente_ui.registers.model import RecordModel
from entente_ui.registers.typed import read_typed, typed_text

#: Kinds filtered by ticking values, as long as there are not too many of them.
_TICKED = frozenset({FieldKind.CHOICE, FieldKind.FLAG, FieldKind.REFERENCE})
_RANGED = frozenset({FieldKind.INTEGER, FieldKind.NUMBER, FieldKind.DATE})
_PAUSE = 150
_WIDTH = 240


class ConditionPopover(Popover):
    """Asks which values of a column to show.

    Signals:
        chosen: Emitted with the `Condition`, or None, whenever it changes.
    """

    chosen = Signal(object)

    def __init__(self, owner: QWidget, model: RecordModel, column: int) -> None:
        super().__init__(owner)
        described = model.columns[column]
        self._field = _ends(described)
        self._current = model.filter.conditions.get(described.name)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._tell)
        self.body.addWidget(PlainLabel(_(described.label), "strong", self))
        if described.kind in _TICKED:
            self._build_ticks(model, column, described)
        elif described.kind in _RANGED and self._field is not None:
            self._build_range(self._field)
        else:
            self._build_words()
        clear = LinkButton(_("Clear this filter"), self._clear, self)
        self.body.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_ticks(self, model: RecordModel, column: int, described: Column) -> None:
        self._ticks = QListWidget(self)
        self._ticks.setAccessibleName(_(described.label))
        sized(self._ticks, width=_WIDTH)
        ticked = self._current.values if isinstance(self._current, OneOf) else None
        for value, text in _offered(model, column, described):
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, value)
            on = ticked is None or value in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self._ticks.addItem(item)
        rows = min(max(self._ticks.count(), 2), 9)
        self._ticks.setFixedHeight(rows * max(self._ticks.sizeHintForRow(0), 24) + 8)
        self._ticks.itemChanged.connect(lambda _item: self._timer.start())
        both = spaced(QHBoxLayout(), 0, 4)
        both.addWidget(LinkButton(_("All"), lambda: self._tick(on=True), self))
        both.addWidget(LinkButton(_("None"), lambda: self._tick(on=False), self))
        both.addStretch(1)
        self.body.addWidget(self._ticks)
        self.body.addLayout(both)
        self._read = self._ticked

    def _build_range(self, field: Field) -> None:
        current = self._current if isinstance(self._current, Between) else Between()
        self._ends: list[LineInput] = []
        for label, value in ((_("From"), current.low), (_("To"), current.high)):
            end = make_input(field, {}, self)
            end.setAccessibleName(label)
            end.show_typed(typed_text(field, value, {}))
            sized(end, width=_WIDTH)
            self.body.addWidget(PlainLabel(label, "field", self))
            self.body.addWidget(end)
            if isinstance(end, LineInput):
                end.textChanged.connect(lambda _text: self._timer.start())
                self._ends.append(end)
        self._read = self._range

    def _build_words(self) -> None:
        self._words = SearchField(_("Contains…"), self)
        self._words.setText(self._current.words if isinstance(self._current, Contains) else "")
        sized(self._words, width=_WIDTH)
        self._words.searched.connect(lambda _text: self._tell())
        self.body.addWidget(self._words)
        self._read = self._contained

    def _tick(self, *, on: bool) -> None:
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        for row in range(self._ticks.count()):
            self._ticks.item(row).setCheckState(state)

    def _ticked(self) -> Condition | None:
        items = [self._ticks.item(row) for row in range(self._ticks.count())]
        on = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        if len(on) == len(items):
            return None
        return OneOf(frozenset(item.data(Qt.ItemDataRole.UserRole) for item in on))

    def _range(self) -> Condition | None:
        low, high = (self._end(end) for end in self._ends)
        return None if low is None and high is None else Between(low, high)

    def _end(self, end: LineInput) -> Any:  # noqa: ANN401  # a number or a date
        if self._field is None:
            return None
        try:
            return read_typed(self._field, end.typed(), {})
        except InvalidValueError:
            return None  # not yet finished; the end stays open until it is

    def _contained(self) -> Condition | None:
        words = self._words.text().strip()
        return Contains(words) if words else None

    def _tell(self) -> None:
        self._timer.stop()
        condition = self._read()
        if condition != self._current:
            self._current = condition
            self.chosen.emit(condition)

    def _clear(self) -> None:
        self._timer.stop()
        self._read = lambda: None
        self._tell()
        self.accept()


def _offered(model: RecordModel, column: int, described: Column) -> list[tuple[Any, str]]:
    """Return the values one may tick, with their words; a blank comes last."""
    present = {None if value == "" else value for value in model.values_of(column)}
    if described.derived is not None:
        return _groups(present)
    field = described.field
    if field is not None and field.kind is FieldKind.CHOICE:
        known = [value for value in field.choices or {} if value in present]
    else:
        known = [value for value in present if value is not None]
    labels = model.labels.get(described.target, {})
    words = (
        [(value, one_line(typed_text(field, value, labels))) for value in known] if field else []
    )
    if field is not None and field.kind is FieldKind.REFERENCE:
        words.sort(key=lambda pair: sort_key(pair[1]))
    return [*words, *([(None, _("(blank)"))] if None in present else [])]


def _groups(present: set[Any]) -> list[tuple[Any, str]]:
    """Return the groups of what is worked out, in the order it sorts in."""
    worked = sorted((value for value in present if value), key=lambda value: value.rank)
    groups = list(dict.fromkeys(value.group for value in worked))
    blank = [(None, _("(blank)"))] if None in present else []
    return [*((group, one_line(group)) for group in groups), *blank]


def _ends(described: Column) -> Field | None:
    """Return what reads the ends of a range typed for a column."""
    derived = described.derived
    return Field(derived.name, derived.label, derived.kind) if derived else described.field
