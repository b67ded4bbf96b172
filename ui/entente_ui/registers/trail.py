"""How the dated values of a record came about: one rating in full, all of them in lines."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.records import LEVEL_FIELD, RATING_FIELDS, Field, RecordType, Values
from entente.domain.values import show
from entente.i18n import _
from entente.services.records import Rating
from entente_ui.formats import long_date, short_date
from entente_ui.kit import IconButton, PlainLabel, spaced
from entente_ui.registers.box import FieldBox
from entente_ui.registers.columns import clipped, inside
from entente_ui.registers.form import FieldGrid
from entente_ui.registers.line import Line, empty_layout

_FACT: Final = 60
#: Ratings shown until more are asked for.
_LISTED: Final = 8


class Trail(QWidget):
    """The ratings of a record, the latest in full; any other can be looked at and completed.

    Signals:
        annotated: Emitted with the key of a rating, a field of it and what was typed.
        drop_asked: Emitted with the key of a rating to take away.
    """

    annotated = Signal(str, object, object)
    drop_asked = Signal(str)

    def __init__(self, record_type: RecordType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record_type = record_type
        self._ratings: Sequence[Rating] = ()
        self._chosen = ""
        self._read_only = False
        fields = {field.name: field for field in RATING_FIELDS}
        self._detail = QWidget(self)
        grid = FieldGrid((), self._detail)
        self.boxes = {
            name: FieldBox(fields[name], fields[LEVEL_FIELD] if name == "fact" else None, grid)
            for name in ("fact", "dated_on", "confidence", "author")
        }
        for box in self.boxes.values():
            box.committed.connect(self._on_committed)
        if record_type.rating_help:
            self.boxes["fact"].explain(_(record_type.rating_help))
        self._about = PlainLabel("", "small", self, wrap=True)
        self._drop = IconButton("trash", _("Remove this rating"), self._ask_drop, self)
        about = spaced(QHBoxLayout(), 0, 4)
        about.addWidget(self._about, 1)
        about.addWidget(self._drop)
        detail = spaced(QVBoxLayout(self._detail), 0, 8)
        detail.addLayout(about)
        grid.fill(list(self.boxes.values()))
        detail.addWidget(grid)
        self._lines = spaced(QVBoxLayout(), 0, 0)
        self._heading = PlainLabel(_("Trail"), "field", self)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addWidget(self._detail)
        layout.addWidget(self._heading)
        layout.addLayout(self._lines)

    def show_ratings(self, ratings: Sequence[Rating], *, read_only: bool) -> None:
        """Show other ratings, oldest first."""
        new_latest = bool(ratings) and (not self._ratings or ratings[-1].id != self._ratings[-1].id)
        self._ratings, self._read_only = ratings, read_only
        known = {rating.id for rating in ratings}
        if new_latest or self._chosen not in known:
            self._chosen = ratings[-1].id if ratings else ""
        self.setVisible(bool(ratings))
        self._show_chosen()
        self._show_lines()

    def box_of(self, field: Field) -> FieldBox:
        """Return where a field of a rating is changed."""
        return self.boxes.get(field.name, self.boxes["fact"])

    def forgive(self) -> None:
        """Forget what was typed and not taken."""
        for box in self.boxes.values():
            box.forgive()

    def commit_typed(self) -> None:
        """Take what is being typed, as if the focus had left."""
        for box in self.boxes.values():
            box.commit_typed()

    def _show_chosen(self) -> None:
        rating = next((r for r in self._ratings if r.id == self._chosen), None)
        if rating is None:
            return
        is_latest = rating is self._ratings[-1]
        since = _("Since {date}") if is_latest else _("On {date}: {values}")
        self._about.setText(
            since.format(date=long_date(rating.dated_on), values=self._values(rating.values))
        )
        for name, box in self.boxes.items():
            box.show_value(getattr(rating, name) or None, rating.confidentiality)
            box.set_read_only(self._read_only)
        self._drop.setVisible(not self._read_only)

    def _show_lines(self) -> None:
        empty_layout(self._lines)
        self._heading.setVisible(len(self._ratings) > 1)
        if len(self._ratings) < 2:
            return
        before: Values = {}
        lines = []
        for rating in self._ratings:
            after = rating.values
            if self._record_type.sparse:  # what was not rated that day goes on holding
                after = {**before, **{k: v for k, v in after.items() if v is not None}}
            lines.append((rating, self._step(before, after)))
            before = after
        for rating, step in reversed(lines[-_LISTED:]):
            fact = clipped(rating.fact, _FACT) if rating.fact else ""
            text = f"{short_date(rating.dated_on)}  {step}" + (f" — {fact}" if fact else "")
            line = Line(text, partial(self._choose, rating.id), self, level=rating.confidentiality)
            line.set_current(rating.id == self._chosen)
            self._lines.addWidget(line)

    def _step(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
        """What a rating changed, in words: `power 3 → 4`."""
        parts = []
        for field in self._record_type.dated:
            old, new = before.get(field.name), after.get(field.name)
            if old != new:
                shown = f"{inside(_(field.label))} "
                shown += f"{show(field, old)} → " if old is not None else ""
                parts.append(shown + (show(field, new) or "—"))
        return ", ".join(parts) or _("unchanged")

    def _values(self, values: Values) -> str:
        return self._step({}, {name: value for name, value in values.items() if value is not None})

    def _choose(self, rating_id: str) -> None:
        self.commit_typed()
        self._chosen = rating_id
        self._show_chosen()
        self._show_lines()

    def _on_committed(self, field: Field, typed: Any) -> None:  # noqa: ANN401  # any kind
        self.annotated.emit(self._chosen, field, typed)

    def _ask_drop(self) -> None:
        self.drop_asked.emit(self._chosen)
