"""What the mission is: its sheet, changed in the inspector beside it."""

from typing import Any

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.confidentiality import PUBLIC
from entente.domain.mission import HAT_LABELS, MISSION, MISSION_LABELS, PHASE_LABELS
from entente.i18n import _
from entente.services import mission
from entente_ui import formats
from entente_ui.kit import Card, Pill, PlainLabel, ScrollArea, SecondaryButton, spaced
from entente_ui.look.icons import IconName
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.registers.inspecting import focus_inspector


class SheetPage(ReadingView):
    """The sheet of the mission.

    Attributes:
        hat: As what the mediator works, for all to see.
    """

    name = "sheet"
    tables = frozenset({MISSION.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._key = ""
        content = QWidget(self)
        content.setProperty("page", "true")
        self.column = spaced(QVBoxLayout(content), (0, 0, 0, 20), 14)
        self.hat = Pill("", "info", content)
        self._name = PlainLabel("", "heading", content, wrap=True)
        self._facts = QFormLayout()
        self._edit = SecondaryButton(
            _("Change the sheet"), self.edit, content, icon_name=IconName.PENCIL
        )
        self.column.addWidget(self._sheet(content))
        self.column.addStretch(1)
        area = ScrollArea(content, self, name=_("Mission sheet"))
        spaced(QVBoxLayout(self), 0, 0).addWidget(area)

    def _sheet(self, content: QWidget) -> Card:
        card = Card("", content)
        head = spaced(QHBoxLayout(), 0, 12)
        head.addWidget(self._name, 1)
        head.addWidget(self.hat)
        head.addWidget(self._edit)
        card.body.addLayout(head)
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

    def edit(self) -> None:
        """Have the sheet changed in the inspector."""
        self.read_now()
        if self._key and not self.context.document.is_presenting:
            self.selected.emit(Selection(MISSION, (self._key,)))
        focus_inspector(self.window())

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != MISSION.name:
            return False
        self.selected.emit(Selection(MISSION, (key,)))
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
        (_("Nature"), formats.listing(natures)),
        (_("Phase"), _word(PHASE_LABELS, values["phase"])),
        (_("Dates"), period),
        (_("Mediator"), values["mediator"]),
    ]
    return [(label, str(words)) for label, words in told if words]


def _word(labels: Any, key: Any) -> str:  # noqa: ANN401  # a choice, or none
    found = labels.get(key or "", "")
    return _(found) if found else ""
