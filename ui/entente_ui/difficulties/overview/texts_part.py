"""What a difficulty is about, what it taught, and what came of it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.difficulty import DIFFICULTY, Nature
from entente.domain.records import Field
from entente.i18n import _
from entente.services.outcomes import Outcome
from entente_ui.difficulties.linting import watch
from entente_ui.difficulties.overview.seen import Seen
from entente_ui.formats import short_date
from entente_ui.kit import ElidedLabel, LinkButton, PlainLabel, spaced
from entente_ui.pane import Context
from entente_ui.registers.box import FieldBox
from entente_ui.registers.line import empty_layout
from entente_ui.registers.writing import Place, commit


class TextsPart(QWidget):
    """Some fields of a difficulty below a heading, side by side."""

    def __init__(
        self,
        context: Context,
        title: str,
        names: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the fields.

        Args:
            context: What the shell gives.
            title: Heading, in the user's language; empty for none.
            names: Of the fields, two to a line.
            parent: Its widget.
        """
        super().__init__(parent)
        self._context = context
        self._key = ""
        self.boxes = {name: self._box(DIFFICULTY.field(name)) for name in names}
        grid = spaced(QGridLayout(), 0, 12)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        for column in range(min(len(names), 2)):
            grid.setColumnStretch(column, 1)
        layout = spaced(QVBoxLayout(self), 0, 6)
        if title:
            layout.addWidget(PlainLabel(title, "section", self))
        layout.addLayout(grid)

    def _box(self, field: Field) -> FieldBox:
        level = DIFFICULTY.field(field.level_field) if field.level_field else None
        box = FieldBox(field, level, self)
        box.explain(_(field.help))
        box.committed.connect(partial(self._commit, box))
        watch(box)
        return box

    def show_seen(self, seen: Seen) -> None:
        """Show the fields; on a projected screen only those that have something to show."""
        self._key = seen.key
        for name, box in self.boxes.items():
            level = DIFFICULTY.field(name).level_field
            box.show_value(seen.record[name], seen.record[level] if level else None)
            box.set_read_only(seen.is_read_only)
            box.setVisible(not seen.is_read_only or bool(seen.record[name]))
        self.setVisible(not seen.is_read_only or any(seen.record[name] for name in self.boxes))

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        commit(self._context, Place(DIFFICULTY, self._key, {}), box, field, typed)


class GapPart(TextsPart):
    """How it should be and how it is: what a tension is made of."""

    _names: Final = ("desired", "actual")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("The gap"), self._names, parent)

    def show_seen(self, seen: Seen) -> None:
        """Show the gap of a tension, or one that was written down when it was one."""
        super().show_seen(seen)
        is_tension = seen.record["nature"] == Nature.TENSION
        is_written = any(seen.record[name] for name in self._names)
        self.setVisible(is_written or (is_tension and not seen.is_read_only))


class OutcomesPart(QWidget):
    """Agreements, decisions and commitments that belong to the difficulty; each can be opened."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows = spaced(QVBoxLayout(), 0, 2)
        self._nothing = PlainLabel(
            _("No agreement, decision or commitment is tied to it yet."), "muted", self, wrap=True
        )
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addWidget(PlainLabel(_("What came of it"), "section", self))
        layout.addWidget(self._nothing)
        layout.addLayout(self._rows)

    def show_seen(self, seen: Seen) -> None:
        """Show what there is."""
        empty_layout(self._rows)
        for outcome in seen.outcomes:
            self._rows.addWidget(self._line(outcome))
        self._nothing.setVisible(not seen.outcomes)
        self.setVisible(bool(seen.outcomes) or not seen.is_read_only)

    def _line(self, outcome: Outcome) -> QWidget:
        row = QWidget(self)
        line = spaced(QHBoxLayout(row), 0, 8)
        link = LinkButton(outcome.ref, partial(self._open, outcome), row)
        link.setAccessibleName(f"{outcome.ref} {outcome.title}")
        line.addWidget(link)
        line.addWidget(ElidedLabel(outcome.title, "body", row), 1)
        day = short_date(outcome.day) if outcome.day else ""
        said = " · ".join(filter(None, (outcome.state, day)))
        line.addWidget(PlainLabel(said, "muted", row))
        return row

    def _open(self, outcome: Outcome) -> None:
        self._context.reveal(outcome.kind.name, outcome.key)
