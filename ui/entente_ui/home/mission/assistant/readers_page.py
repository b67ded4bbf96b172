"""Who reads what, from when to when; and what will be written."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _, ngettext
from entente.services.arrangement import Draft
from entente_ui.formats import number
from entente_ui.home.mission.assistant.page import DraftPage, paragraphs
from entente_ui.kit import Card, DateField, PlainLabel, sized, spaced


class ReadersPage(DraftPage):
    """The last step."""

    def __init__(
        self,
        draft: Draft,
        today: dt.date,
        recap: Callable[[], tuple[Draft, int]],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with what a draft says.

        Args:
            draft: What is proposed.
            today: The day.
            recap: Tells the whole draft as it stands, and how many waves would be planned.
            parent: Its widget.
        """
        super().__init__(parent)
        self.title = _("Who reads what")
        self.sentence = _("What is agreed here stands in the document that everybody signs.")
        self._recap = recap
        self.readers = paragraphs(draft.who_reads, self, 130)
        self.starts = DateField(_("Start"), lambda: today, self)
        self.ends = DateField(_("End"), lambda: today, self)
        self.mediator = QLineEdit(draft.mediator, self)
        self.sponsor = QLineEdit(draft.sponsor, self)
        self.starts.set_value(draft.starts_on)
        self.ends.set_value(draft.ends_on)
        for line in (self.mediator, self.sponsor):
            line.setCursorPosition(0)
        for day in (self.starts, self.ends):
            sized(day, width=150)
            day.value_changed.connect(lambda _day: self._tell())
        self.add(_("Who reads what"), self.readers)
        row = spaced(QHBoxLayout(), 0, 16)
        for label, field in self._fields():
            column = spaced(QVBoxLayout(), 0, 4)
            column.addWidget(PlainLabel(label, "field", self))
            column.addWidget(field)
            field.setAccessibleName(label)
            row.addLayout(column)
        self.column.addLayout(row)
        card = Card(_("What will be written, in one step"), self)
        self._told = PlainLabel("", "body", card, wrap=True)
        card.body.addWidget(self._told)
        self.column.addSpacing(6)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.setFocusProxy(self.readers)

    def _fields(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            (_("Start"), self.starts),
            (_("End"), self.ends),
            (_("Mediator"), self.mediator),
            (_("Sponsor"), self.sponsor),
        )

    @override
    def enter(self) -> None:
        self._tell()

    @override
    def problem(self) -> str:
        if not self.starts.settle() or self.starts.value is None:
            return _("Say from when on it holds.")
        if not self.ends.settle():
            return self.ends.toolTip()
        if self.ends.value is not None and self.ends.value < self.starts.value:
            return _("It cannot end before it begins.")
        return ""

    @override
    def filled(self, draft: Draft) -> Draft:
        return replace(
            draft,
            starts_on=self.starts.value or draft.starts_on,
            ends_on=self.ends.value,
            who_reads=self.readers.toPlainText().strip(),
            mediator=self.mediator.text().strip(),
            sponsor=self.sponsor.text().strip(),
        )

    def _tell(self) -> None:
        draft, waves = self._recap()
        signs = sum(seat.signs for seat in draft.seats)
        new = sum(not seat.actor_id for seat in draft.seats)
        lines = [
            ngettext(
                "{count} person concerned, of whom {signs} sign",
                "{count} people concerned, of whom {signs} sign",
                len(draft.seats),
            ).format(count=number(len(draft.seats)), signs=number(signs)),
            ngettext("{count} new actor", "{count} new actors", new).format(count=number(new)),
            ngettext(
                "{count} step in the ladder", "{count} steps in the ladder", len(draft.rungs)
            ).format(count=number(len(draft.rungs))),
            ngettext("{count} wave planned", "{count} waves planned", waves).format(
                count=number(waves)
            ),
        ]
        self._told.setText("\n".join(lines if new else (lines[0], *lines[2:])))
