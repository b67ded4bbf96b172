"""The questionnaires of the mission, and below them those of ours that may be loaded."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.i18n import _
from entente.services.surveys import Bank
from entente_ui.kit import (
    LinkButton,
    PlainLabel,
    PrimaryButton,
    ask_beside,
    sized,
    spaced,
    tooltip,
)
from entente_ui.kit.line_list import LineList

_WIDTH: Final = 320


class QuestionnaireSide(QWidget):
    """Where one chooses, begins and loads.

    Attributes:
        list: The questionnaires of the mission.
        banks: A button for each of ours that the mission does not have.

    Signals:
        begun: Emitted with the name of a questionnaire that is to be begun.
        load_wanted: Emitted with which of ours is to be loaded.
    """

    begun = Signal(str)
    load_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = LineList(_("Questionnaires"), self)
        self._new = PrimaryButton(_("New questionnaire"), self.ask_name, self)
        self.banks: list[LinkButton] = []
        self._ours = QWidget(self)
        self._ours_column = spaced(QVBoxLayout(self._ours), 0, 4)
        sized(self, width=_WIDTH)
        column = spaced(QVBoxLayout(self), 0, 8)
        column.addWidget(self._new)
        column.addWidget(self.list, 1)
        column.addWidget(self._ours)

    def ask_name(self) -> None:
        """Ask what a new questionnaire is called."""
        question, example = _("What is it called?"), _("Barometer of the site")
        place = self._new if self._new.isVisible() else self.window()
        ask_beside(place, place.rect(), question, self.begun.emit, placeholder=example)

    def show_banks(self, banks: Sequence[Bank], *, can_act: bool) -> None:
        """Offer others of ours; nothing while others look."""
        self._new.setVisible(can_act)
        offered = banks if can_act else ()
        for old in self._ours.findChildren(QWidget):
            old.hide()
            self._ours_column.removeWidget(old)
            old.deleteLater()
        self.banks = []
        self._ours.setVisible(bool(offered))
        if offered:
            self._ours_column.addWidget(PlainLabel(_("Ready to load"), "small-strong", self._ours))
        for bank in offered:
            load = partial(self.load_wanted.emit, bank.key)
            button = LinkButton(bank.name, load, self._ours, icon_name="download")
            tooltip(button, bank.purpose)
            self.banks.append(button)
            self._ours_column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
