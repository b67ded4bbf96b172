"""One risk, large enough for a room: its words, its readings, what is done about it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.risk import STRATEGY_LABELS
from entente.i18n import _
from entente.services.risk_edits import RiskSheet
from entente_ui.formats import labelled, long_date, money
from entente_ui.kit import FlowLayout, LinkButton, PlainLabel, spaced
from entente_ui.risks.card import pills_of
from entente_ui.risks.review.actions import ActionList
from entente_ui.risks.review.readings import Readings
from entente_ui.risks.seen import Seen
from entente_ui.risks.wording import PARTS

_EVENT: Final = "event"


class ReviewSheet(QWidget):
    """The risk that is looked at.

    Attributes:
        readings, action_list: Where it stands, and what is to be done.
        reword, respond: Buttons that ask for other words, and for another response.

    Signals:
        reword_asked, respond_asked: Emitted when other words, or another response, are wanted.
    """

    reword_asked = Signal()
    respond_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ref = PlainLabel("", "strong", self)
        self._pills = spaced(FlowLayout(), 0, 6)
        self._leads: dict[str, PlainLabel] = {}
        self._parts: dict[str, PlainLabel] = {}
        self.reword = LinkButton(_("Reword (E)"), self.reword_asked.emit, self, icon_name="pencil")
        self.readings = Readings(self)
        self._response = PlainLabel("", "body", self, wrap=True)
        self.respond = LinkButton(
            _("Change the response (R)"), self.respond_asked.emit, self, icon_name="pencil"
        )
        self._owner = PlainLabel("", "body", self, wrap=True)
        self._next = PlainLabel("", "body", self, wrap=True)
        self._worth = PlainLabel("", "body", self, wrap=True)
        self.action_list = ActionList(self)
        self._build()

    @property
    def texts(self) -> dict[str, str]:
        """What it says, by part."""
        labels = {**self._parts, "ref": self._ref, "response": self._response}
        labels |= {"owner": self._owner, "next": self._next, "worth": self._worth}
        return {name: label.text() for name, label in labels.items() if not label.isHidden()}

    def show_sheet(self, seen: Seen, sheet: RiskSheet, *, read_only: bool) -> None:
        """Show a risk."""
        view, record = sheet.view, sheet.record
        self._ref.setText(view.ref)
        self._show_pills(sheet)
        for name, label in self._parts.items():
            text = record[name] or ""
            label.setText(text)
            label.setVisible(bool(text))
            self._leads[name].setVisible(bool(text))
        self._leads[_EVENT].setVisible(bool(record["cause"] or record["effect"]))
        self.readings.show_risk(seen, view, read_only=read_only)
        strategy = _(STRATEGY_LABELS[view.strategy]) if view.strategy in STRATEGY_LABELS else ""
        said = " – ".join(filter(None, (strategy, record["response"] or "")))
        self._response.setText(said or _("No response yet."))
        self._owner.setText(labelled(_("Owner"), view.owner or _("nobody yet")))
        due = long_date(view.review_on) if view.review_on else _("not planned")
        self._next.setText(labelled(_("Next review"), due))
        worth = "" if view.amount is None else labelled(_("Impact in money"), money(view.amount))
        self._worth.setText(worth)
        self._worth.setVisible(bool(worth))
        self.action_list.show_actions(sheet.actions, sheet.owners, read_only=read_only)
        self.reword.setVisible(not read_only)
        self.respond.setVisible(not read_only)

    def _build(self) -> None:
        layout = spaced(QVBoxLayout(self), (2, 4, 14, 16), 6)
        head = spaced(QHBoxLayout(), 0, 10)
        head.addWidget(self._ref, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self._pills, 1)
        head.addWidget(self.reword, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addLayout(self._words())
        layout.addSpacing(8)
        layout.addWidget(self.readings)
        layout.addSpacing(10)
        below = spaced(QHBoxLayout(), 0, 28)
        below.addLayout(self._answer(), 2)
        right = spaced(QVBoxLayout(), 0, 4)
        right.addWidget(self.action_list)
        right.addStretch(1)
        below.addLayout(right, 3)
        layout.addLayout(below)
        layout.addStretch(1)

    def _words(self) -> QGridLayout:
        """What leads into each part at the left, the part beside it."""
        grid = spaced(QGridLayout(), 0, 6)
        grid.setColumnStretch(1, 1)
        for row, (name, (lead, _example)) in enumerate(PARTS.items()):
            self._leads[name] = PlainLabel(_(lead), "muted", self)
            variant = "title" if name == _EVENT else "section"
            self._parts[name] = PlainLabel("", variant, self, wrap=True)
            grid.addWidget(self._leads[name], row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._parts[name], row, 1)
        return grid

    def _answer(self) -> QVBoxLayout:
        column = spaced(QVBoxLayout(), 0, 6)
        column.addWidget(PlainLabel(_("Response"), "section", self))
        column.addWidget(self._response)
        column.addWidget(self.respond, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        for label in (self._owner, self._next, self._worth):
            column.addWidget(label)
        column.addStretch(1)
        return column

    def _show_pills(self, sheet: RiskSheet) -> None:
        while item := self._pills.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for pill in pills_of(sheet, self):
            self._pills.addWidget(pill)
            pill.show()
