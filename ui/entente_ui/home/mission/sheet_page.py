"""What the mission is: its sheet, changed in the inspector beside it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import PUBLIC
from entente.domain.guard_rails import DECLARATION
from entente.domain.mission import HAT_LABELS, MISSION, MISSION_LABELS, PHASE_LABELS
from entente.domain.start.context import PRESSURE, PRESSURE_LABELS
from entente.i18n import _
from entente.services import context, mission
from entente_ui import formats
from entente_ui.home.mission.pressures_card import PressuresCard
from entente_ui.home.mission.ties_card import TiesCard
from entente_ui.kit import Card, Pill, PlainLabel, ScrollArea, SecondaryButton, spaced
from entente_ui.look.icons import IconName
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.registers import work
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.registers.question import NewRecord
from entente_ui.writing import do


class SheetPage(ReadingView):
    """The sheet of the mission.

    Attributes:
        hat: As what the mediator works, for all to see.
        pressures: What presses from outside.
        ties: What was declared.
    """

    name = "sheet"
    tables = frozenset({MISSION.name, PRESSURE.name, DECLARATION.name, ACTOR.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._key = ""
        content = QWidget(self)
        content.setProperty("page", "true")
        self.column = spaced(QVBoxLayout(content), (0, 0, 0, 20), 14)
        self.hat = Pill("", "info", content)
        self._name = PlainLabel("", "heading", content, wrap=True)
        self._facts = spaced(QFormLayout(), 0, 6)
        self._facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._edit = SecondaryButton(
            _("Change the sheet"), self.edit, content, icon_name=IconName.PENCIL
        )
        self.pressures = PressuresCard(content)
        self.ties = TiesCard(self._declare, content)
        for card in (self._sheet(content), self.pressures, self.ties):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.pressures.weighed.connect(self._weigh)
        self.pressures.asked.connect(self._say_more)
        area = ScrollArea(content, self, name=_("Mission sheet"))
        spaced(QVBoxLayout(self), 0, 0).addWidget(area)

    def _sheet(self, content: QWidget) -> Card:
        card = Card("", content)
        head = spaced(QHBoxLayout(), 0, 12)
        head.addWidget(self._name, 1)
        head.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        card.body.addWidget(self.hat, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addLayout(self._facts)
        return card

    @override
    def refresh(self) -> None:
        document = self.context.document
        values = document.read(mission.read)
        if document.viewer == PUBLIC:
            # Its names are nobody's business in a presentation.
            shown = {"id", "phase", "kind", "hat", "starts_on", "ends_on"}
            values = {name: each if name in shown else None for name, each in values.items()}
            self.selected.emit(None)
        self._key = str(values["id"] or "")
        self._name.setText(values["name"] or _("Mission"))
        hat = HAT_LABELS.get(values["hat"] or "", "")
        self.hat.setVisible(bool(hat))
        self.hat.setText(_("Working as: {hat}").format(hat=_(hat)) if hat else "")
        self._edit.setVisible(bool(self._key) and not document.is_presenting)
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for label, words in _facts(values):
            self._facts.addRow(PlainLabel(label, "muted"), PlainLabel(words, "body", wrap=True))

        is_written, viewer = not document.is_presenting, document.viewer
        weighed = document.read(lambda s: context.pressures(s, viewer))
        self.pressures.show_pressures(weighed, is_written=is_written)
        declared = document.table(DECLARATION).dicts()
        declared.sort(key=lambda row: str(row["declared_on"]), reverse=True)
        names = document.labels(ACTOR)
        self.ties.show_ties(declared, names, self.context.reveal, is_written=is_written)

    @Slot(str, object)
    def _weigh(self, kind: str, intensity: int | None) -> None:
        words = _(PRESSURE_LABELS[kind])
        told = _("left open") if intensity is None else formats.number(intensity)
        label = _("Weigh a pressure: {what}, {weight}").format(what=words, weight=told)
        do(self.context, label, lambda s: context.weigh(s, kind, intensity))
        # A weight that was refused is not shown as if it held.
        self.expire()

    @Slot(str)
    def _say_more(self, kind: str) -> None:
        """Have a pressure described in the inspector; one nobody looked at begins there."""
        found = self._pressure(kind)
        if not found:
            label = _("Note a pressure: {what}").format(what=_(PRESSURE_LABELS[kind]))
            do(self.context, label, lambda s: context.weigh(s, kind, None))
            found = self._pressure(kind)
        if found:
            self.selected.emit(Selection(PRESSURE, (found,)))
            focus_inspector(self.window())

    def _pressure(self, kind: str) -> str:
        weighed = self.context.document.read(context.pressures)
        return next(each.id for each in weighed if each.kind == kind)

    def _declare(self) -> None:
        """Ask what is declared, today."""
        document = self.context.document
        given = {"declared_on": document.read(lambda s: s.today)}
        labels = {ACTOR.name: document.labels(ACTOR)}

        def create(values: Mapping[str, Any]) -> str:
            return work.create(document, DECLARATION, values)[1]

        button = self.ties.declare
        NewRecord(button, DECLARATION, labels, create, given).open_at(button.rect())

    def edit(self) -> None:
        """Have the sheet changed in the inspector."""
        self.read_now()
        if self._key and not self.context.document.is_presenting:
            self.selected.emit(Selection(MISSION, (self._key,)))
        focus_inspector(self.window())

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        kinds = {kind.name: kind for kind in (MISSION, PRESSURE)}
        if record_type not in kinds:
            return False
        if not self.context.document.is_presenting:
            self.selected.emit(Selection(kinds[record_type], (key,)))
        return True


def _facts(values: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what the sheet says, in words; what is not known is left out."""
    natures = [
        _(MISSION.field(name).label)
        for name in ("technical", "operational", "normative")
        if values[name]
    ]
    period = " – ".join(
        formats.long_date(day) for day in (values["starts_on"], values["ends_on"]) if day
    )
    told = [
        (_("Client organisation"), values["organisation"]),
        (_("Project"), values["project"]),
        (_("Sponsor"), values["sponsor"]),
        (_("Kind of mission"), _word(MISSION_LABELS, values["kind"])),
        (_("Nature"), " · ".join(natures)),
        (_("Phase"), _word(PHASE_LABELS, values["phase"])),
        (_("Dates"), period),
        (_("Mediator"), values["mediator"]),
    ]
    return [(label, str(words)) for label, words in told if words]


def _word(labels: Any, key: Any) -> str:  # noqa: ANN401  # a choice, or none
    found = labels.get(key or "", "")
    return _(found) if found else ""
