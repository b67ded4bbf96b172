"""How a party was seen to deal with the conflict, day by day; never what the person is."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.party import PARTY
from entente.domain.records import Field
from entente.domain.values import show
from entente.errors import InvalidValueError
from entente.i18n import _
from entente.messages import sentence
from entente.services import records
from entente.services.records import Rating
from entente.store.session import Session
from entente_ui.difficulties.dating import Asked, ask_day_and_fact
from entente_ui.difficulties.past import FieldTrail
from entente_ui.formats import day_month
from entente_ui.kit import IconButton, PlainLabel, spaced
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.box import FieldBox
from entente_ui.registers.typed import read_typed

_MODE: Final = "mode"
#: Observations in the line below the field; all of them are in the trail.
_SHOWN: Final = 4


class ModeCell(QWidget):
    """What was observed last, the way that led there, and all of it on demand."""

    def __init__(self, context: Context, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = key
        self._modes: Sequence[Rating] = ()
        self._read_only = False
        self.box = FieldBox(PARTY.field(_MODE), None, self)
        self.box.committed.connect(self._commit)
        self._way = PlainLabel("", "small", self, wrap=True)
        self._more = IconButton(
            "history", _("Show what was observed, day by day"), self._unfold, self, checkable=True
        )
        self.trail: FieldTrail | None = None
        line = spaced(QHBoxLayout(), 0, 4)
        line.addWidget(self._way, 1)
        line.addWidget(self._more)
        self._layout = spaced(QVBoxLayout(self), 0, 4)
        self._layout.addWidget(self.box)
        self._layout.addLayout(line)

    def show_modes(self, mode: str | None, modes: Sequence[Rating], *, read_only: bool) -> None:
        """Show the observations, oldest first."""
        self._modes, self._read_only = modes, read_only
        since = day_month(modes[-1].dated_on) if modes else ""
        self.box.show_value(mode, note=since)
        self.box.set_read_only(read_only)
        self._way.setText(" → ".join(_observed(rating) for rating in modes[-_SHOWN:]))
        self._way.setVisible(len(modes) > 1)
        self._more.setVisible(bool(modes))
        self.setVisible(not read_only or bool(mode))
        self._show_trail()

    def _unfold(self) -> None:
        if self.trail is None:
            self.trail = FieldTrail(self._context, PARTY, _MODE, self)
            self._layout.addWidget(self.trail)
        self._show_trail()

    def _show_trail(self) -> None:
        if self.trail is not None:
            self.trail.show_past(self._key, self._modes, read_only=self._read_only)
            self.trail.setVisible(self._more.isChecked() and bool(self._modes))

    def _commit(self, field: Field, typed: object) -> None:
        try:
            mode = read_typed(field, typed, {})
        except InvalidValueError as error:
            self.box.refuse(sentence(error))
            return
        if mode is None:
            self.box.refuse(_("What was observed stays; take an observation back in its trail."))
            return
        made: list[str] = []

        def rate(session: Session) -> None:
            made.append(records.rate(session, PARTY, self._key, {_MODE: mode}))

        name = work.name_of(self._context.document, PARTY, self._key)
        label = _("Note an observed way of dealing: {party}").format(party=name)
        problem = work.attempt(self._context.document, label, rate)
        if problem:
            self.box.refuse(problem)
            return
        asked = Asked(PARTY, made[0], _("Note the fact behind it"))
        ask_day_and_fact(self._context, self.box, self.box.rect(), asked)


def _observed(rating: Rating) -> str:
    return f"{show(PARTY.field(_MODE), rating.values[_MODE])} ({day_month(rating.dated_on)})"
