"""Until when the file of the mission may be kept, and what to do then."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.mission import MISSION
from entente.domain.records import Field
from entente.domain.retention import Retention
from entente.errors import InvalidValueError
from entente.i18n import _, ngettext
from entente.messages import sentence
from entente_ui.difficulties.guard import deeds
from entente_ui.formats import long_date, number
from entente_ui.kit import FlowLayout, PlainLabel, sized, spaced
from entente_ui.pane import Context
from entente_ui.registers.box import FieldBox
from entente_ui.registers.typed import read_typed

_FIELDS: Final = {"ends_on": 150, "retention_months": 170}


class Keeping(QWidget):
    """The rule of the mission, and the day that follows from it.

    Attributes:
        boxes: End of the mission, and months after it.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._said = PlainLabel("", "body", self, wrap=True)
        self._todo = PlainLabel(
            _(
                "What to do that day: give each what is theirs, keep what the law has you keep "
                "elsewhere, then delete this file and its copies, those in backups included. "
                "Tell the parties the rule when the mediation begins."
            ),
            "small",
            self,
            wrap=True,
        )
        self.boxes: dict[str, FieldBox] = {}
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addWidget(PlainLabel(_("How long the file is kept"), "section", self))
        layout.addWidget(self._said)
        across = spaced(FlowLayout(), 0, 8)
        for name, width in _FIELDS.items():
            box = FieldBox(MISSION.field(name), None, self)
            box.committed.connect(partial(self._commit, box))
            sized(box, width=width)
            self.boxes[name] = box
            across.addWidget(box)
        layout.addLayout(across)
        layout.addWidget(self._todo)

    @property
    def text(self) -> str:
        """What is said of the day."""
        return self._said.text()

    def show_retention(self, found: Retention) -> None:
        """Show the rule and the day; what is being typed stays."""
        self.boxes["ends_on"].show_value(found.ends_on)
        self.boxes["retention_months"].show_value(found.months)
        self._said.setText(retention_text(found))
        self._said.set_variant("error" if found.is_due else "body")

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        try:
            value = read_typed(field, typed, {})
        except InvalidValueError as error:
            box.refuse(sentence(error))
            return
        problem = deeds.keep(self._context.document, {field.name: value})
        if problem:
            box.refuse(problem)
        else:
            box.forgive()


def retention_text(found: Retention) -> str:
    """Return in one sentence until when a file may be kept."""
    if found.erase_on is None or found.days is None:
        return _("Say when the mission ends and for how many months the file may be kept after.")
    day = long_date(found.erase_on)
    if found.days < 0:
        late = ngettext("{count} day ago", "{count} days ago", -found.days)
        return _("The file should have been erased on {date}, {late}.").format(
            date=day, late=late.format(count=number(-found.days))
        )
    if found.days == 0:
        return _("The file should be erased today, {date}.").format(date=day)
    return _("The file should be erased by {date}.").format(date=day)
