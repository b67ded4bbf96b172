"""Beside the map of partners: allies and opponents, and what each attitude asks of us."""

import datetime as dt
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from entente.domain.attitudes import ADVICE, Attitude, Balance
from entente.i18n import _, ngettext
from entente.services import attitudes
from entente.services.attitudes import Reading, TimeShare
from entente_ui import formats
from entente_ui.document import Document
from entente_ui.kit import Panel, PlainLabel, spaced
from entente_ui.look.theme import theme

_WIDTH: Final = 232


class AttitudeSummary(Panel):
    """Counts, balance, strategy and time, attitude by attitude."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__("window", "left", parent)
        self._document = document
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(_("Attitudes and strategies"))
        self._scroll.viewport().setAutoFillBackground(False)
        spaced(QVBoxLayout(self), (12, 0, 0, 0), 0).addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._fit)
        self._fit()

    def refresh(self, day: dt.date | None = None) -> None:
        """Show the mission as it is, or was on a day."""
        document = self._document
        reading = document.read(partial(attitudes.read, audience=document.viewer, on=day))
        sheet = QWidget()
        sheet.setAutoFillBackground(False)
        body = spaced(QVBoxLayout(sheet), (0, 0, 10, 8), 4)
        self._add_balance(body, reading, sheet)
        for attitude, count in reading.counts.items():
            if count:
                share = reading.time.get(attitude, TimeShare(0.0, None, 0.0))
                self._add_attitude(body, sheet, (attitude, count), share)
        body.addStretch(1)
        self._scroll.setWidget(sheet)

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

    def _fit(self) -> None:
        self.setFixedWidth(theme().px(_WIDTH))


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
