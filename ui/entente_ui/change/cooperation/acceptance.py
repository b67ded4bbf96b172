"""Who accepts a common trigger: an answer of each organisation."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from entente.domain.cooperation.records import TRIGGER_ACCEPTANCE
from entente.i18n import _
from entente.services.cooperation import Accepted, Cooperation
from entente_ui.change.cooperation.words import trigger_words
from entente_ui.kit import Card, PlainLabel, spaced


class AcceptanceCard(Card):
    """One line a trigger, one box an organisation.

    Attributes:
        boxes: By trigger and organisation.
    """

    def __init__(
        self, answered: Callable[[str, str, str], object], parent: QWidget | None = None
    ) -> None:
        """Make a card.

        Args:
            answered: Called with the keys of a trigger and an organisation, and the answer.
            parent: Its widget.
        """
        super().__init__(_("Who accepts which trigger"), parent)
        self._answered = answered
        self.boxes: dict[tuple[str, str], QComboBox] = {}
        self._table = QWidget(self)
        self._grid = spaced(QGridLayout(self._table), 0, 8)
        self._shown: object = None
        self.body.addWidget(self._table)

    def show_cooperation(self, found: Cooperation, *, read_only: bool) -> None:
        """Show what each organisation answers."""
        self.setVisible(bool(found.triggers and found.present))
        shape = (
            [(each.id, each.title) for each in found.triggers],
            [(each.id, each.name) for each in found.present],
        )
        if shape != self._shown:
            self._shown = shape
            self._build(found)
        for trigger in found.triggers:
            self._fill(trigger, read_only=read_only)

    def _build(self, found: Cooperation) -> None:
        self.boxes = {}
        self._sums: dict[str, PlainLabel] = {}
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for column, partner in enumerate(found.present, 1):
            self._grid.addWidget(PlainLabel(partner.name, "field", self._table), 0, column)
        choices: Mapping[str, str] = TRIGGER_ACCEPTANCE.field("answer").choices or {}
        for row, trigger in enumerate(found.triggers, 1):
            name = PlainLabel(f"{trigger.ref} · {trigger.title}", "body", self._table, wrap=True)
            self._grid.addWidget(name, 2 * row - 1, 0)
            self._sums[trigger.id] = PlainLabel("", "small", self._table, wrap=True)
            self._grid.addWidget(self._sums[trigger.id], 2 * row, 0, 1, -1)
            for column, partner in enumerate(found.present, 1):
                box = QComboBox(self._table)
                box.addItem("–", "")
                for value, words in choices.items():
                    box.addItem(_(words), value)
                box.setAccessibleName(f"{trigger.title}, {partner.name}")
                box.activated.connect(partial(self._on_answer, box, trigger.id, partner.id))
                self.boxes[trigger.id, partner.id] = box
                self._grid.addWidget(box, 2 * row - 1, column)
        self._grid.setColumnStretch(0, 1)

    def _fill(self, trigger: Accepted, *, read_only: bool) -> None:
        self._sums[trigger.id].setText(trigger_words(trigger))
        for (key, organisation), box in self.boxes.items():
            if key == trigger.id:
                place = box.findData(trigger.answers.get(organisation, ""))
                box.setCurrentIndex(max(0, place))
                box.setEnabled(not read_only)

    def _on_answer(self, box: QComboBox, trigger: str, organisation: str, _place: int) -> None:
        self._answered(trigger, organisation, str(box.currentData()))
