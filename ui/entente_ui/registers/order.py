"""Sorting and filtering of many rows in slices, each short enough not to be felt.

The work is a generator that yields between slices and returns its result; whoever runs it
decides whether to take all slices at once or to let the window breathe in between.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")
Row: TypeAlias = tuple[Any, ...]
#: Work in slices that ends with a result.
Sliced: TypeAlias = Generator[None, None, T]

#: Rows sorted at a time; Python merges the sorted runs of a list faster than it sorts one.
SORT_SLICE: int = 10_000
#: Rows looked at in one go otherwise.
SLICE: int = 2_000


def chunks(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Yield `items` in pieces of `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def sort_keys(rows: Sequence[Row], place: int, key: Callable[[Any], Any]) -> Sliced[list[Any]]:
    """Return the key each row is sorted by; equal values are worked out once."""
    known: dict[Any, Any] = {None: None}
    keys: list[Any] = []
    for piece in chunks(rows, SLICE):
        for row in piece:
            value = row[place]
            try:
                keys.append(known[value])
            except KeyError:
                found = known[value] = key(value)
                keys.append(found)
        yield
    return keys


def sort_order(order: Sequence[int], keys: Sequence[Any], *, descending: bool) -> Sliced[list[int]]:
    """Return the rows of `order` sorted by `keys`; rows without one come last either way."""
    blank = [place for place in order if keys[place] is None]
    full = [place for place in order if keys[place] is not None] if blank else list(order)
    runs = []
    for piece in chunks(full, SORT_SLICE):
        runs.append(sorted(piece, key=keys.__getitem__, reverse=descending))
        yield
    while len(runs) > 1:
        merged = []
        for pair in chunks(runs, 2):
            run = [place for part in pair for place in part]
            if len(pair) > 1:
                run.sort(key=keys.__getitem__, reverse=descending)
            merged.append(run)
            yield
        runs = merged
    return [*(runs[0] if runs else []), *blank]


def finish(work: Sliced[T]) -> T:
    """Take all slices at once and return the result."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: T = stop.value
            return result
