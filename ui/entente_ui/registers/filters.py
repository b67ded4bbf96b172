"""What a register shows of its rows: words anywhere, and a condition for each column."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Final, Protocol

from entente.domain.records import FieldKind
from entente.domain.text import fold
from entente_ui.registers.columns import Column, LabelsByKind, shower
from entente_ui.registers.order import SLICE, Row, Sliced, chunks

#: Kinds whose values a person searches by words; numbers and dates have ranges.
_WORDED: Final = frozenset(
    {
        FieldKind.TEXT,
        FieldKind.LONG_TEXT,
        FieldKind.TAGS,
        FieldKind.CHOICE,
        FieldKind.REFERENCE,
    }
)
_NOTHING: Final[Mapping[str, "Condition"]] = MappingProxyType({})


class Condition(Protocol):
    """What the values of one column must be like."""

    def admits(self, value: Any) -> bool:  # noqa: ANN401  # a value of any kind of field
        """Return whether a row with this value is shown."""


@dataclass(frozen=True, slots=True)
class Contains:
    """The text holds these words, blind to case and accents."""

    words: str

    def admits(self, value: Any) -> bool:  # noqa: ANN401  # see Condition
        """Return whether every word occurs."""
        text = fold(value) if value else ""
        return all(word in text for word in fold(self.words).split())


@dataclass(frozen=True, slots=True)
class OneOf:
    """The value is one of these; None among them stands for a blank."""

    values: frozenset[Any]

    def admits(self, value: Any) -> bool:  # noqa: ANN401  # see Condition
        """Return whether the value is among them."""
        return (None if value == "" else value) in self.values


@dataclass(frozen=True, slots=True)
class Between:
    """The number or date lies in a range, ends included; None leaves an end open."""

    low: Any = None
    high: Any = None

    def admits(self, value: Any) -> bool:  # noqa: ANN401  # see Condition
        """Return whether the value is in the range; a blank never is."""
        if value is None:
            return False
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows are shown.

    Attributes:
        words: Words that must occur anywhere in the record.
        conditions: What single columns must be like, by the name of the column.
    """

    words: str = ""
    conditions: Mapping[str, Condition] = field(default_factory=lambda: _NOTHING)

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.words.strip() or self.conditions)

    def with_words(self, words: str) -> "Filter":
        """Return the same filter looking for other words."""
        return replace(self, words=words)

    def with_condition(self, column: str, condition: Condition | None) -> "Filter":
        """Return the same filter with another condition on a column, or none."""
        others = {name: old for name, old in self.conditions.items() if name != column}
        if condition is not None:
            others[column] = condition
        return replace(self, conditions=MappingProxyType(others))


class Haystack:
    """The words of every row in one folded text each, made when first searched."""

    def __init__(self, columns: Sequence[Column], labels: LabelsByKind) -> None:
        worded = [column for column in columns if column.kind in _WORDED]
        named = {FieldKind.CHOICE, FieldKind.REFERENCE}
        written = [c.place for c in worded if c.kind not in named and c.derived is None]
        self._written = _picker(written)
        #: Choices and names are few: folded once, then looked up.
        self._named = [
            (column.place, _Folded(shower(column, labels.get(column.target, {}))))
            for column in worded
            if column.place not in written
        ]
        self._texts: list[str] = []

    def fill(self, rows: Sequence[Row]) -> Sliced[list[str]]:
        """Return the text of every row, working out those not yet known."""
        for piece in chunks(rows[len(self._texts) :], SLICE):
            self._texts += map(self._text, piece)
            yield
        return self._texts

    def renew(self, place: int, row: Row) -> None:
        """Take over the new words of a row."""
        if place < len(self._texts):
            self._texts[place] = self._text(row)

    def _text(self, row: Row) -> str:
        words = [text for text in self._written(row) if text]
        folded = fold("\n".join(words))
        return "\n".join((folded, *(names[row[place]] for place, names in self._named)))


class _Folded(dict[Any, str]):
    """What each of a few values reads like, folded."""

    def __init__(self, show: Callable[[Any], str]) -> None:
        super().__init__()
        self._show = show

    def __missing__(self, value: object) -> str:
        self[value] = fold(self._show(value))
        return self[value]


def _picker(places: Sequence[int]) -> Callable[[Row], tuple[Any, ...]]:
    match places:
        case []:
            return lambda _row: ()
        case [place]:
            return lambda row: (row[place],)
        case _:
            return itemgetter(*places)


def admitted(
    chosen: Filter,
    order: Sequence[int],
    rows: Sequence[Row],
    columns: Mapping[str, Column],
    haystack: Haystack,
) -> Sliced[list[int]]:
    """Return the rows of `order` that a filter shows."""
    kept = list(order)
    words = fold(chosen.words).split()
    if words:
        texts = yield from haystack.fill(rows)
        for word in words:
            kept = yield from _having(kept, texts, word)
    for name, condition in chosen.conditions.items():
        if name in columns:
            kept = yield from _admitting(kept, rows, columns[name], condition)
    return kept


def _having(order: Sequence[int], texts: Sequence[str], word: str) -> Sliced[list[int]]:
    kept: list[int] = []
    for piece in chunks(order, SLICE * 10):
        kept += [place for place in piece if word in texts[place]]
        yield
    return kept


def _admitting(
    order: Sequence[int], rows: Sequence[Row], column: Column, condition: Condition
) -> Sliced[list[int]]:
    kept: list[int] = []
    at, admits = column.place, condition.admits
    for piece in chunks(order, SLICE):
        if column.derived is None:
            kept += [place for place in piece if admits(rows[place][at])]
        else:
            kept += [place for place in piece if admits(column.filtered(rows[place][at]))]
        yield
    return kept
