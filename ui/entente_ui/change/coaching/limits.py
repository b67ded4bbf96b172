"""The limits of the role, one click away."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.coaching.mentions import MENTIONS
from entente.domain.guard_rails import DANGER_LABELS
from entente.i18n import _
from entente.services import coaching, guard_rails
from entente_ui.kit import PlainLabel, PrimaryButton, ScrollArea, sized, spaced

_WIDTH = 560
_HEIGHT = 520


class LimitsDialog(QDialog):
    """Says what whoever supports a person does not do, and where to turn instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Limits of the role"))
        self.setModal(True)
        page = QWidget(self)
        column = spaced(QVBoxLayout(page), (0, 0, 12, 0), 10)
        for sentence in coaching.limits():
            column.addWidget(PlainLabel(f"•\u00a0{sentence}", "body", page, wrap=True))
        column.addWidget(PlainLabel(_("Where to turn"), "section", page))
        for danger in MENTIONS:
            name = _(DANGER_LABELS[danger])
            column.addWidget(PlainLabel(name[:1].upper() + name[1:], "strong", page))
            column.addWidget(PlainLabel(guard_rails.guidance(danger), "small", page, wrap=True))
        column.addStretch(1)
        layout = spaced(QVBoxLayout(self), (24, 20, 24, 20), 16)
        layout.addWidget(PlainLabel(_("Limits of the role"), "heading", self))
        layout.addWidget(ScrollArea(page, self, name=_("Limits of the role")), 1)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addStretch(1)
        foot.addWidget(PrimaryButton(_("Close"), self.accept, self))
        layout.addLayout(foot)
        sized(self, width=_WIDTH, height=_HEIGHT)
