"""Beside the sheet: what each attitude asks of us, and what choices say of a group."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from entente.domain.attitudes import ADVICE, Attitude, Balance
from entente.domain.sociogram import Sociogram
from entente.i18n import _, ngettext
from entente.services import attitudes
from entente.services.attitudes import Reading, TimeShare
from entente.services.sociogram import Reading as Answers
from entente_ui import formats
from entente_ui.actors.lenses.choices import asked_words
from entente_ui.document import Document
from entente_ui.kit import Panel, PlainLabel, ScrollArea, spaced
from entente_ui.look.theme import theme

_WIDTH: Final = 232
#: Names listed of one shape.
_LISTED: Final = 8


class Summary(Panel):
    """Words beside the sheet, scrolled where there are many."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty panel.

        Args:
            name: What a screen reader calls it.
            parent: Holds it.
        """
        super().__init__("window", "left", parent)
        self._scroll = ScrollArea(None, self, name=name)
        self._scroll.viewport().setAutoFillBackground(False)
        spaced(QVBoxLayout(self), (12, 0, 0, 0), 0).addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._fit)
        self._fit()

    def begin(self) -> tuple[QWidget, QVBoxLayout]:
        """Return a new sheet to write on; `finish` shows it."""
        sheet = QWidget()
        sheet.setAutoFillBackground(False)
        return sheet, spaced(QVBoxLayout(sheet), (0, 0, 10, 8), 4)

    def finish(self, sheet: QWidget, body: QVBoxLayout) -> None:
        """Show what was written."""
        body.addStretch(1)
        self._scroll.setWidget(sheet)

    def _fit(self) -> None:
        self.setFixedWidth(theme().px(_WIDTH))


class ChoicesSummary(Summary):
    """What the answers to a question say of the group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What the choices say"), parent)

    def show_answers(self, reading: Answers, names: Mapping[str, str]) -> None:
        """Show what the answers to a question say.

        Args:
            reading: The answers.
            names: Of the members, by key.
        """
        sheet, body = self.begin()
        group = reading.group
        if reading.question is None:
            text = _("Ask a first question, then drag from who answers to who is chosen.")
            body.addWidget(PlainLabel(text, "small", sheet, wrap=True))
        else:
            if asked := asked_words(reading):
                body.addWidget(PlainLabel(asked, "small", sheet, wrap=True))
            self._add_figures(body, sheet, group)
            for title, lines in _shapes(group, names):
                body.addWidget(_spaced_label(title, "small-strong", sheet))
                body.addWidget(PlainLabel("\n".join(lines), "small", sheet, wrap=True))
        hint = _("Only you see this. Nobody’s rejections are ever printed.")
        body.addWidget(_spaced_label(hint, "small", sheet))
        self.finish(sheet, body)

    def _add_figures(self, body: QVBoxLayout, sheet: QWidget, group: Sociogram) -> None:
        cohesion = _("Cohesion {share}").format(share=formats.percent(group.cohesion))
        body.addWidget(PlainLabel(cohesion, "strong", sheet, wrap=True))
        if group.mutuality is not None:
            returned = _("{share} of the choices are returned").format(
                share=formats.percent(group.mutuality)
            )
            body.addWidget(PlainLabel(returned, "small", sheet, wrap=True))
        keys = _("Drag chooses, with Shift it sets aside. Drag again to take back.")
        body.addWidget(PlainLabel(keys, "small", sheet, wrap=True))


class AttitudeSummary(Summary):
    """Counts, balance, strategy and time, attitude by attitude."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(_("Attitudes and strategies"), parent)
        self._document = document

    def refresh(self, day: dt.date | None = None) -> None:
        """Show the mission as it is, or was on a day."""
        document = self._document
        reading = document.read(partial(attitudes.read, audience=document.viewer, on=day))
        sheet, body = self.begin()
        self._add_balance(body, reading, sheet)
        for attitude, count in reading.counts.items():
            if count:
                share = reading.time.get(attitude, TimeShare(0.0, None, 0.0))
                self._add_attitude(body, sheet, (attitude, count), share)
        self.finish(sheet, body)

    def _add_balance(self, body: QVBoxLayout, reading: Reading, parent: QWidget) -> None:
        if not any(reading.counts.values()):
            body.addWidget(PlainLabel(_("Nobody was judged yet."), "small", parent, wrap=True))
            return
        heads, power = reading.heads, reading.power
        title = _("{allies} allies, {opponents} opponents").format(
            allies=formats.number(heads.allies), opponents=formats.number(heads.opponents)
        )
        body.addWidget(PlainLabel(title, "strong", parent, wrap=True))
        if heads.ratio is not None:
            lines = _("{ratio} allies for each opponent; weighed by power {weighed}").format(
                ratio=formats.decimal(heads.ratio, 1), weighed=_ratio_word(power)
            )
            body.addWidget(PlainLabel(lines, "small", parent, wrap=True))

    def _add_attitude(
        self,
        body: QVBoxLayout,
        parent: QWidget,
        counted: tuple[Attitude, int],
        share: TimeShare,
    ) -> None:
        attitude, count = counted
        advice = ADVICE[attitude]
        name = _(advice.neutral if self._document.is_presenting else advice.name)
        row = spaced(QHBoxLayout(), (0, 6, 0, 0), 6)
        row.addWidget(PlainLabel(name[:1].upper() + name[1:], "small-strong", parent), 1)
        row.addWidget(PlainLabel(formats.number(count), "small-strong", parent))
        body.addLayout(row)
        body.addWidget(PlainLabel(_(advice.strategy), "small", parent, wrap=True))
        body.addWidget(PlainLabel(_time_words(share), "small", parent, wrap=True))


def _spaced_label(text: str, variant: str, parent: QWidget) -> PlainLabel:
    label = PlainLabel(text, variant, parent, wrap=True)
    label.setContentsMargins(0, theme().px(6), 0, 0)
    return label


def _shapes(group: Sociogram, names: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Return the shapes there are in a group, each with who makes it."""

    def listed(keys: Iterable[str]) -> str:
        return formats.listing([names.get(key, "") for key in keys])

    cliques = [listed(each) for each in group.cliques]
    inside = [set(each) for each in group.cliques]
    pairs = [listed(each) for each in group.pairs if not any(set(each) <= one for one in inside)]
    found = [
        (_("Often chosen"), [names.get(key, "") for key in group.stars]),
        (_("Groups in which all choose each other"), cliques),
        (_("Pairs"), pairs),
        (_("Tensions: they set each other aside"), [listed(each) for each in group.tensions]),
        (_("Chosen by nobody"), [names.get(key, "") for key in group.forgotten]),
        (_("Alone: neither chooses nor is chosen"), [names.get(key, "") for key in group.isolates]),
    ]
    return [
        (title, [*lines[:_LISTED], *(["…"] if len(lines) > _LISTED else [])])
        for title, lines in found
        if lines
    ]


def _ratio_word(balance: Balance) -> str:
    return "–" if balance.ratio is None else formats.decimal(balance.ratio, 1)


def _time_words(share: TimeShare) -> str:
    recommended = _("time: about {share} recommended").format(
        share=formats.percent(share.recommended)
    )
    if share.given is None:
        return recommended
    minutes = ngettext("{count} minute", "{count} minutes", round(share.minutes))
    given = _("given {share} ({minutes})").format(
        share=formats.percent(share.given),
        minutes=minutes.format(count=formats.number(round(share.minutes))),
    )
    return f"{recommended} · {given}"
