"""Promoting or demoting a difficulty: to what, since when, and why."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from entente.domain.difficulty import NATURE_LABELS, Nature
from entente.i18n import _
from entente.services import natures
from entente.services.difficulties import Overview
from entente_ui.difficulties.log.words import step_words, tension_words
from entente_ui.kit import DateField, PlainLabel, Popover, Segments, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.registers import work

_WIDTH: Final = 420
_MOST: Final = 6


class NaturePopover(Popover):
    """Asks what a difficulty has become; below stands what it was before.

    Attributes:
        natures: The five, the one proposed pressed.
        reason, day: Why and since when.
    """

    def __init__(
        self, context: Context, owner: QWidget, row: Overview, wanted: Nature | None = None
    ) -> None:
        """Ask beside `owner`.

        Args:
            context: What the shell gives.
            owner: The widget it is about.
            row: The difficulty.
            wanted: What it is to become; None to begin with what it is.
        """
        super().__init__(owner)
        self._context = context
        self._row = row
        choices = [(nature.value, _(NATURE_LABELS[nature])) for nature in Nature]
        self.natures = Segments(choices, wanted or row.nature, self)
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName(_("Why? What was seen or heard?"))
        self.reason.setMinimumWidth(theme().px(_WIDTH))
        today = context.document.read(lambda s: s.today)
        self._today = today
        self.day = DateField(_("Since"), lambda: today, self)
        self.day.set_value(today)
        self._build()
        self.accepted.connect(self._write)

    def _build(self) -> None:
        since = spaced(QHBoxLayout(), 0, 8)
        since.addWidget(PlainLabel(_("Since"), "field", self))
        since.addWidget(self.day)
        since.addStretch(1)
        self.body.addWidget(PlainLabel(_("What is it now?"), "strong", self))
        if gap := tension_words(self._row):
            self.body.addWidget(PlainLabel(gap, "muted", self, wrap=True))
        self.body.addWidget(self.natures)
        self.body.addWidget(PlainLabel(_("Why? What was seen or heard?"), "field", self))
        self.body.addWidget(self.reason)
        self.body.addLayout(since)
        past = self._context.document.read(lambda s: natures.history(s, self._row.id))
        for step in reversed(past[-_MOST:]):
            self.body.addWidget(PlainLabel(step_words(step), "small", self, wrap=True))
        self.body.addWidget(PlainLabel(_("Enter keeps it, Esc skips"), "small", self))

    def ask(self, target: QRect) -> None:
        """Show it beside `target`, with the cursor in the reason."""
        self.open_at(target)
        self.reason.setFocus(Qt.FocusReason.PopupFocusReason)

    def _write(self) -> None:
        nature = Nature(self.natures.current)
        if nature == self._row.nature:
            return
        self.day.settle()
        day = self.day.value if self.day.is_sound else None
        label = _("{ref} becomes: {nature}").format(
            ref=self._row.ref, nature=_(NATURE_LABELS[nature])
        )
        become = partial(
            natures.become,
            difficulty_id=self._row.id,
            nature=nature,
            reason=self.reason.text(),
            on=None if day == self._today else day,
        )
        work.attempt(self._context.document, label, become)
