"""The risks weak factors stand for, each noted in one click."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.cooperation.factors import FACTOR_LABELS
from entente.i18n import _
from entente.services.cooperation import Proposed
from entente_ui.formats import listing
from entente_ui.kit import Card, PlainLabel, SecondaryButton, spaced


class RisksCard(Card):
    """One line a weak factor.

    Attributes:
        buttons: By factor, those not noted yet.
    """

    def __init__(self, note: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._note = note
        self.buttons: dict[str, SecondaryButton] = {}
        self.body.addWidget(PlainLabel(_("Risks of weak factors"), "section", self))
        self._lines = QWidget(self)
        self._rows = spaced(QVBoxLayout(self._lines), 0, 6)
        self.body.addWidget(self._lines)

    def show_proposed(self, proposed: Sequence[Proposed], *, read_only: bool) -> None:
        """Show what weak factors stand for; gone where none is weak."""
        self.setVisible(bool(proposed))
        self.buttons = {}
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in proposed:
            self._rows.addWidget(self._line(each, read_only=read_only))

    def _line(self, each: Proposed, *, read_only: bool) -> QWidget:
        line = QWidget(self._lines)
        row = spaced(QHBoxLayout(line), 0, 8)
        said = _("{factor} at {names}: {event}").format(
            factor=_(FACTOR_LABELS[each.factor]), names=listing(each.names), event=each.model.event
        )
        row.addWidget(PlainLabel(said[:1].upper() + said[1:], "body", line, wrap=True), 1)
        if each.is_there:
            row.addWidget(PlainLabel(_("in the register"), "muted", line))
        elif not read_only:
            button = SecondaryButton(
                _("Note the risk"), partial(self._note, each.factor), line, icon_name="plus"
            )
            self.buttons[each.factor] = button
            row.addWidget(button)
        return line
