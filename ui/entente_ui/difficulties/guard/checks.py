"""The seven things that stop a mediation: what was looked for, what was found."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.guard_rails import DANGER_LABELS, SAFETY_CHECK
from entente.domain.records import Field
from entente.errors import InvalidValueError
from entente.i18n import _, ngettext
from entente.messages import sentence
from entente.services import guard_rails
from entente.services.guard_rails import Check
from entente_ui.difficulties.guard import deeds
from entente_ui.formats import number
from entente_ui.kit import (
    Card,
    FlowLayout,
    PlainLabel,
    QuietButton,
    SecondaryButton,
    headline,
    sized,
    spaced,
)
from entente_ui.pane import Context
from entente_ui.registers.box import FieldBox
from entente_ui.registers.typed import read_typed

_FINDINGS: Final = SAFETY_CHECK.field("finding").choices or {}
_ASKED: Final = ("checked_on", "referred_to", "fact")
_QUIET: Final = "none"


class Finding(QWidget):
    """What was found, one of three, or nothing yet; pressed once more it is taken back.

    Signals:
        chosen: Emitted with the finding, or "" when it was taken back.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = ""
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._names = list(_FINDINGS)
        row = spaced(FlowLayout(self), 0, 6)
        for place, label in enumerate(_FINDINGS.values()):
            button = SecondaryButton(_(label), None, self)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}, {_(label)}")
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def current(self) -> str:
        """What is shown, empty for nothing yet."""
        return self._current

    def show_finding(self, finding: str) -> None:
        """Show what was found without telling anybody."""
        self._current = finding
        for place, name in enumerate(self._names):
            self._group.button(place).setChecked(name == finding)

    def press(self, finding: str) -> None:
        """Press one as the user does."""
        self._group.button(self._names.index(finding)).click()

    def _on_clicked(self, place: int) -> None:
        pressed = self._names[place]
        wanted = "" if pressed == self._current else pressed
        self.show_finding(self._current)  # as it is until it is written
        self.chosen.emit(wanted)


class CheckCard(Card):
    """One danger: what was found, and what to do where something was."""

    def __init__(self, context: Context, danger: str, parent: QWidget | None = None) -> None:
        name = _(DANGER_LABELS[danger])
        super().__init__(name[:1].upper() + name[1:], parent)
        self._context = context
        self._danger = danger
        self._difficulty = self._key = ""
        self.finding = Finding(name, self)
        self.boxes: dict[str, FieldBox] = {}
        self._more = QWidget(self)
        self._guidance = PlainLabel("", "small", self._more, wrap=True)
        self._build()
        self.finding.chosen.connect(self._choose)

    def _build(self) -> None:
        self.body.addWidget(self.finding)
        more = spaced(QVBoxLayout(self._more), (0, 4, 0, 0), 8)
        more.addWidget(self._guidance)
        line = spaced(QHBoxLayout(), 0, 8)
        for name in _ASKED:
            box = FieldBox(SAFETY_CHECK.field(name), None, self)
            box.committed.connect(partial(self._commit, box))
            self.boxes[name] = box
        sized(self.boxes["checked_on"], width=140)
        line.addWidget(self.boxes["checked_on"])
        line.addWidget(self.boxes["referred_to"], 1)
        more.addLayout(line)
        more.addWidget(self.boxes["fact"])
        self.body.addWidget(self._more)

    def show_check(self, difficulty: str, check: Check) -> None:
        """Show what was found; what is being typed stays."""
        self._difficulty, self._key = difficulty, check.id
        self.finding.show_finding(check.finding)
        values: dict[str, Any] = {
            "checked_on": check.checked_on,
            "referred_to": check.referred_to or None,
            "fact": check.fact or None,
        }
        for name, box in self.boxes.items():
            box.show_value(values[name])
        self._guidance.setText(guard_rails.guidance(self._danger))
        self._more.setVisible(check.finding not in {"", _QUIET})

    def _choose(self, finding: str) -> None:
        document = self._context.document
        if finding:
            problem = deeds.note(document, self._difficulty, self._danger, {"finding": finding})
        else:
            problem = deeds.forget(document, self._key)
        self._context.taken(problem)

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        try:
            value = read_typed(field, typed, {})
        except InvalidValueError as error:
            box.refuse(sentence(error))
            return
        values = {field.name: value}
        problem = deeds.note(self._context.document, self._difficulty, self._danger, values)
        if problem:
            box.refuse(problem)
        else:
            box.forgive()


class Checks(QWidget):
    """All seven, and how many have been looked at.

    Attributes:
        cards: One for each danger.
    """

    def __init__(
        self, context: Context, rest: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """Make the list.

        Args:
            context: What the shell gives.
            rest: Called when nothing was seen of whatever is left.
            parent: Its widget.
        """
        super().__init__(parent)
        self.cards = {danger: CheckCard(context, danger, self) for danger in DANGER_LABELS}
        self._count = PlainLabel("", "muted", self, wrap=True)
        self._rest = QuietButton(_("Nothing seen of the rest"), rest, self, icon_name="check")
        head = spaced(FlowLayout(), 0, 8)
        head.addWidget(headline(_("Safety stop"), self))
        head.addWidget(self._rest)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(head)
        layout.addWidget(self._count)
        for card in self.cards.values():
            layout.addWidget(card)

    def show_checks(self, difficulty: str, checks: Sequence[Check]) -> None:
        """Show what was found about each danger."""
        for check in checks:
            self.cards[check.danger].show_check(difficulty, check)
        seen = sum(bool(check.finding) for check in checks)
        words = ngettext(
            "{count} of {total} looked at. One “stop and refer” is enough to stop.",
            "{count} of {total} looked at. One “stop and refer” is enough to stop.",
            seen,
        )
        self._count.setText(words.format(count=number(seen), total=number(len(checks))))
        self._rest.setVisible(seen < len(checks))
