"""The head of an agreement: its title, where it stands, the days and the statement."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.agreement import AGREEMENT, KIND_LABELS, STATUS_LABELS
from entente.domain.records import LEVEL_FIELD, Field
from entente.i18n import _
from entente.services import agreements
from entente_ui.difficulties.agreement import deeds
from entente_ui.formats import labelled, long_date
from entente_ui.kit import (
    FlowLayout,
    Menu,
    Pill,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    spaced,
)
from entente_ui.pane import Context, paper
from entente_ui.registers import work
from entente_ui.registers.box import FieldBox
from entente_ui.registers.writing import Place, commit

_SHORT: Final = ("place", "effective_on", "follow_up_on", "homologation")
_ROLES: Final = {
    "draft": "neutral",
    "signed": "good",
    "breached": "critical",
    "reopened": "caution",
    "ended": "info",
}


class Sheet(QWidget):
    """What an agreement is, and what can be done with it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._row: Mapping[str, Any] = {}
        self._line = PlainLabel("", "muted", self, wrap=True)
        self._pills = {
            status: Pill(_(STATUS_LABELS[status]), role, self) for status, role in _ROLES.items()
        }
        self.sign = PrimaryButton(_("Sign"), self._sign, self, icon_name="edit")
        self.document = SecondaryButton(
            _("Prepare the document"), self._reveal, self, icon_name="printer"
        )
        self.reopen = SecondaryButton(_("Reopen"), self._reopen, self, icon_name="restore")
        self.more = QuietButton(_("More"), self._open_more, self, icon_name="dots")
        self.boxes = {
            name: FieldBox(AGREEMENT.field(name), self._level(name), self)
            for name in ("title", "statement", *_SHORT)
        }
        self._build()

    @staticmethod
    def _level(name: str) -> Field | None:
        return AGREEMENT.field(LEVEL_FIELD) if name == "title" else None

    def _build(self) -> None:
        state = spaced(QHBoxLayout(), 0, 8)
        for pill in self._pills.values():
            state.addWidget(pill)
        state.addWidget(self._line, 1)
        buttons = spaced(FlowLayout(), 0, 8)
        for button in (self.sign, self.document, self.reopen, self.more):
            buttons.addWidget(button)
        days = spaced(QGridLayout(), 0, 12)
        for place, name in enumerate(_SHORT):
            days.addWidget(self.boxes[name], place // 2, place % 2, Qt.AlignmentFlag.AlignBottom)
        layout = spaced(QVBoxLayout(self), 0, 10)
        layout.addLayout(state)
        layout.addLayout(buttons)
        layout.addWidget(self.boxes["title"])
        layout.addWidget(self.boxes["statement"])
        layout.addLayout(days)
        for box in self.boxes.values():
            box.committed.connect(partial(self._commit, box))

    def show_agreement(self, row: Mapping[str, Any], *, read_only: bool) -> None:
        """Show an agreement; what is being typed stays."""
        self._row = row
        is_draft = row["status"] == "draft"
        for status, pill in self._pills.items():
            pill.setVisible(status == row["status"])
        signed, kind = row["signed_on"], KIND_LABELS[row["kind"]]
        words = [row["ref"], _(kind)]
        if signed:
            words.append(labelled(_("Signed on"), long_date(signed)))
        self._line.setText(" · ".join(words))
        for name, box in self.boxes.items():
            box.show_value(row[name], row[LEVEL_FIELD])
            box.set_read_only(read_only or (not is_draft and name != "follow_up_on"))
        if self.boxes["title"].level is not None:
            self.boxes["title"].level.setEnabled(not read_only)
        self.sign.setVisible(is_draft and not read_only)
        self.document.setVisible(not read_only)
        self.reopen.setVisible(row["status"] in {"signed", "breached", "ended"} and not read_only)
        self.more.setVisible(not read_only)

    def clear(self) -> None:
        """Show nothing of any agreement."""
        self._line.setText("")
        for box in self.boxes.values():
            box.show_value(None)

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        key = self._row["id"]
        if field.name == LEVEL_FIELD:
            label = _("Change who reads {ref}").format(ref=self._row["ref"])
            level = str(typed)
            document = self._context.document
            problem = work.attempt(document, label, lambda s: agreements.restrict(s, key, level))
            if problem:
                box.refuse(problem)
            return
        commit(self._context, Place(AGREEMENT, key, {}), box, field, typed)

    def _sign(self) -> None:
        deeds.sign(self._context, self._row["id"], self._row["ref"], self.sign)

    def _reveal(self) -> None:
        self._context.reveal(paper(AGREEMENT.name), self._row["id"])

    def _reopen(self) -> None:
        deeds.reopen(self._context, self._row["id"], self._row["ref"], self.reopen)

    def _open_more(self) -> None:
        key, ref, status = self._row["id"], self._row["ref"], self._row["status"]
        menu = Menu("", self)
        if status in {"signed", "breached"}:
            ended = menu.addAction(_("Everything was done: end the agreement"))
            ended.triggered.connect(partial(self._end, key, ref))
        if status != "draft":
            back = menu.addAction(_("Make a draft of it again"))
            back.triggered.connect(partial(self._take_back, key, ref))
        removed = menu.addAction(_("Delete the agreement"))
        removed.triggered.connect(partial(self._remove, key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _end(self, key: str, ref: str, _on: bool = False) -> None:
        deeds.end(self._context, key, ref)

    def _take_back(self, key: str, ref: str, _on: bool = False) -> None:
        deeds.take_back_signature(self._context, key, ref)

    def _remove(self, key: str, _on: bool = False) -> None:
        self._context.taken(work.remove(self._context.document, AGREEMENT, [key]))
