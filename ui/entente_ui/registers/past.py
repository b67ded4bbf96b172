"""What became of a record, step by step and field by field, in words."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.records import LEVEL_FIELD, RATING_FIELDS, Field, FieldKind, RecordType, Values
from entente.domain.values import show
from entente.i18n import _
from entente.store.journal import PastChange, RowChange
from entente_ui.document import Document
from entente_ui.formats import clock, full_date, labelled, quoted
from entente_ui.kit import PlainLabel, ScrollArea, SecondaryButton, spaced
from entente_ui.kit.spacing import sized
from entente_ui.pane import Context
from entente_ui.registers.columns import LabelsByKind, clipped, inside
from entente_ui.registers.line import empty_layout

#: Steps shown; what is older is in the history of the mission.
_MOST: Final = 200
#: Records whose past is asked for at once.
_RECORDS: Final = 500
_VALUE: Final = 160


@dataclass(frozen=True, slots=True)
class PastStep:
    """One step in the past of a record.

    Attributes:
        made_at: When.
        label: What the step is called.
        lines: What it changed, in words.
        is_undone: Whether it was taken back.
    """

    made_at: dt.datetime
    label: str
    lines: tuple[str, ...]
    is_undone: bool


def past_steps(
    past: Sequence[PastChange], record_type: RecordType, labels: LabelsByKind
) -> list[PastStep]:
    """Return changes as steps in words, newest first."""
    steps = []
    latest: Values = {}  # what a new rating says less than it repeats
    groups = [list(group) for _seq, group in groupby(past, key=lambda one: one.step.seq)]
    for changes in reversed(groups):
        step = changes[0].step
        lines: list[str] = []
        for one in changes:
            lines += in_words(one.change, record_type, labels, latest)
            if one.change.table == record_type.rating_name and one.change.before is None:
                latest = one.change.after or {}
        made_at = dt.datetime.fromisoformat(step.made_at)
        steps.append(PastStep(made_at, step.label, tuple(lines), step.state == "undone"))
    return steps[::-1]


def in_words(
    change: RowChange, record_type: RecordType, labels: LabelsByKind, latest: Values
) -> Iterator[str]:
    """Yield what a change did to a record, a line for each field.

    Args:
        change: The change, of the record or of a rating of it.
        record_type: The kind of record.
        labels: Names of the records that references point to.
        latest: The rating before, which a new one is compared with.
    """
    is_rating = change.table == record_type.rating_name
    fields = (*record_type.dated, *RATING_FIELDS) if is_rating else record_type.stored
    if change.after is None:
        yield _("Rating removed") if is_rating else _("Deleted")
        return
    if change.before is None and not is_rating:
        yield _("Created")
        return
    is_new = change.before is None
    before: Values = latest if is_new else change.before or {}
    for field in fields:
        own = is_new and not field.dated  # fact and author belong to one rating alone
        old, new = None if own else before.get(field.name), change.after.get(field.name)
        if _same(old, new) or (is_new and field.name in _ASSUMED):
            continue
        yield labelled(_(field.label), _changed(field, old, new, labels))


def _same(old: object, new: object) -> bool:
    """Whether two values are alike; a blank is a blank, whichever way it is written."""
    return old == new or (old in (None, "") and new in (None, ""))


#: What every new rating says by itself.
_ASSUMED: Final = frozenset({"dated_on", "confidence", LEVEL_FIELD})


def _changed(field: Field, old: Any, new: Any, labels: LabelsByKind) -> str:  # noqa: ANN401  # any kind
    if old in (None, ""):
        return _said(field, new, labels)
    return f"{_said(field, old, labels)} → {_said(field, new, labels)}"


def _said(field: Field, value: Any, labels: LabelsByKind) -> str:  # noqa: ANN401  # any kind
    if value in (None, ""):
        return _("nothing")
    if field.kind is FieldKind.REFERENCE:
        return labels.get(field.target, {}).get(value, "") or _("a deleted record")
    text = clipped(show(field, value), _VALUE)
    return quoted(text) if field.is_text else text


class PastList(QWidget):
    """The past of records, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = spaced(QVBoxLayout(self), 0, 12)
        self.steps: list[PastStep] = []

    def show_past(self, steps: list[PastStep]) -> None:
        """Show other steps."""
        empty_layout(self._layout)
        self.steps = steps
        for step in steps[:_MOST]:
            self._layout.addWidget(self._entry(step))
        if not steps:
            self._layout.addWidget(PlainLabel(_("Nothing has changed yet."), "muted", self))
        self._layout.addStretch(1)

    def say(self, sentence: str) -> None:
        """Show a sentence in place of the past."""
        empty_layout(self._layout)
        self.steps = []
        self._layout.addWidget(PlainLabel(sentence, "muted", self, wrap=True))
        self._layout.addStretch(1)

    def _entry(self, step: PastStep) -> QWidget:
        entry = QWidget(self)
        layout = spaced(QVBoxLayout(entry), 0, 1)
        when = f"{full_date(step.made_at)}, {clock(step.made_at)}"
        if step.is_undone:
            when += " · " + _("undone")
        layout.addWidget(PlainLabel(when, "small", entry))
        layout.addWidget(PlainLabel(step.label, "strong", entry, wrap=True))
        for line in step.lines:
            layout.addWidget(PlainLabel(line, "body", entry, wrap=True))
        return entry


def read_past(
    document: Document, record_type: RecordType, keys: Sequence[str], labels: LabelsByKind
) -> list[PastStep]:
    """Return the past of records and of their ratings, newest first."""
    ids = list(keys[:_RECORDS])
    if record_type.dated:
        ids += _rating_ids(document, record_type, ids)
    return past_steps(document.past_of(ids), record_type, labels)


def _rating_ids(document: Document, record_type: RecordType, keys: Sequence[str]) -> list[str]:
    from entente.services import records  # noqa: PLC0415  # beside the store it imports

    if len(keys) == 1:
        return [r.id for r in document.read(lambda s: records.ratings(s, record_type, keys[0]))]
    wanted = set(keys)
    ratings = document.read(lambda s: records.ratings(s, record_type))
    return [rating.id for rating in ratings if rating.record_id in wanted]


class HistoryDialog(QDialog):
    """The past of some records, beside the register it was asked from."""

    def __init__(
        self,
        context: Context,
        record_type: RecordType,
        keys: Sequence[str],
        labels: LabelsByKind,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _("History: {records}").format(records=inside(_(record_type.plural)))
        self.setWindowTitle(title)
        self.list = PastList(self)
        area = ScrollArea(self.list, self, name=title)
        layout = spaced(QVBoxLayout(self), 20, 12)
        layout.addWidget(PlainLabel(title, "heading", self))
        layout.addWidget(area, 1)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addStretch(1)
        foot.addWidget(SecondaryButton(_("Close"), self.accept, self))
        layout.addLayout(foot)
        sized(self, width=520, height=560)
        self.list.show_past(read_past(context.document, record_type, keys, labels))
