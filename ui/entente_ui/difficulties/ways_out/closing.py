"""Suspending, ending and taking up a difficulty again, from a menu and the palette."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from entente.domain.closing import ENDING_LABELS, Ending, remarks, said
from entente.domain.difficulty import DIFFICULTY
from entente.domain.records import level_field
from entente.i18n import N_, _
from entente.services import closing, records
from entente_ui.formats import date_hint
from entente_ui.kit import (
    DateField,
    Menu,
    Panel,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    make_action,
    sized,
    spaced,
)
from entente_ui.pane import Context, paper
from entente_ui.registers import work
from entente_ui.registers.levels import LevelInput

_ICONS: Final = {
    Ending.SUSPEND: "player-pause",
    Ending.RESUME: "player-play",
    Ending.INTERRUPT: "circle-x",
    Ending.CLOSE: "archive",
    Ending.REOPEN: "restore",
}
_EXPLAINED: Final = {
    Ending.SUSPEND: N_("Nothing is lost; the difficulty waits until it is resumed."),
    Ending.RESUME: N_("The difficulty goes on where it was suspended."),
    Ending.INTERRUPT: N_(
        "The mediation ends without agreement. The finding says that, and nothing else."
    ),
    Ending.CLOSE: N_("Nothing more is done about it. It can be reopened at any time."),
    Ending.REOPEN: N_("The difficulty goes back to mediation."),
}


def closing_menu(context: Context, key: str, parent: QWidget | None = None) -> Menu:
    """Return a menu with what can be done about the course of a difficulty.

    Args:
        context: What the shell gives.
        key: Key of the difficulty.
        parent: The button it opens from; dialogs stand over its window.
    """
    menu = Menu(_("Course of the difficulty"), parent)
    menu.addActions(closing_actions(context, key, menu, over=parent))
    return menu


def closing_actions(
    context: Context, key: str, owner: QWidget, *, over: QWidget | None = None
) -> Sequence[QAction]:
    """Return the commands a difficulty can be suspended, ended or taken up again with.

    Args:
        context: What the shell gives.
        key: Key of the difficulty.
        owner: Keeps the commands.
        over: Dialogs stand over its window; by default over that of the owner.
    """
    if context.document.is_presenting:
        return ()
    ways = context.document.read(lambda s: closing.ways(s, key))
    situation = context.document.read(lambda s: closing.situation(s, key))
    actions = [
        make_action(
            owner,
            f"{_(ENDING_LABELS[way])}…",
            partial(ask_ending, context, key, way, over or owner),
            _ICONS[way],
        )
        for way in ways
    ]
    if situation.has_settlement or Ending.SUSPEND in ways or Ending.RESUME in ways:
        return actions
    finding = make_action(
        owner,
        _("Prepare the finding of no agreement"),
        partial(context.reveal, paper("finding"), key),
        "file-text",
    )
    return (*actions, finding)


def ask_ending(context: Context, key: str, ending: Ending, owner: QWidget) -> None:
    """Ask for the reason of an ending and carry it out."""
    dialog = EndingDialog(context, key, ending, owner.window())
    dialog.exec()
    dialog.deleteLater()


class EndingDialog(QDialog):
    """What to think of, the day, the reason, and who may read it."""

    def __init__(
        self, context: Context, key: str, ending: Ending, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._key = key
        self._ending = ending
        document = context.document
        situation = document.read(lambda s: closing.situation(s, key))
        self._ref = str(document.read(lambda s: records.get(s, DIFFICULTY, key))["ref"])
        self.setWindowTitle(f"{_(ENDING_LABELS[ending])} — {self._ref}")
        self.setModal(True)
        today = document.read(lambda s: s.today)
        self.day = DateField(_("Day"), lambda: today, self)
        self.day.set_value(today)
        self.day.setPlaceholderText(date_hint())
        self.reason = QPlainTextEdit(self)
        self.reason.setAccessibleName(_("Reason"))
        self.reason.setTabChangesFocus(True)
        self.level = LevelInput(level_field(), self)
        self.problem = PlainLabel("", "error", self, wrap=True)
        self.problem.hide()
        self.remarks = [said(each, situation) for each in remarks(ending, situation)]
        self._build()
        self.reason.setFocus()

    def _build(self) -> None:
        column = spaced(QVBoxLayout(self), (24, 24, 24, 20), 12)
        heading = PlainLabel(self.windowTitle(), "heading", self, wrap=True)
        explained = PlainLabel(_(_EXPLAINED[self._ending]), "body", self, wrap=True)
        for label in (heading, explained):
            sized(label, width=440)
            column.addWidget(label)
        if self.remarks:
            column.addWidget(self._remarks())
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(PlainLabel(_("Reason"), "field", self))
        line.addStretch(1)
        line.addWidget(self.level)
        column.addLayout(line)
        sized(self.reason, width=440, height=96)
        column.addWidget(self.reason)
        day = spaced(QHBoxLayout(), 0, 8)
        day.addWidget(PlainLabel(_("Day"), "field", self))
        day.addWidget(self.day)
        day.addStretch(1)
        column.addLayout(day)
        column.addWidget(self.problem)
        column.addLayout(self._buttons())
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _remarks(self) -> Panel:
        panel = Panel("soft", "left", self)
        inside = spaced(QVBoxLayout(panel), (12, 8, 12, 8), 4)
        words = "\n".join((*self.remarks, _("You can go on all the same.")))
        label = PlainLabel(words, "body", panel, wrap=True)
        sized(label, width=416)
        inside.addWidget(label)
        return panel

    def _buttons(self) -> QHBoxLayout:
        row = spaced(QHBoxLayout(), 0, 8)
        row.addStretch(1)
        row.addWidget(SecondaryButton(_("Cancel"), self.reject, self))
        do = PrimaryButton(_(ENDING_LABELS[self._ending]), self.carry_out, self)
        do.setDefault(True)
        row.addWidget(do)
        return row

    def carry_out(self) -> None:
        """Do it, and say why not where it cannot be done."""
        if not self.day.settle():
            self._say(_("This is not a day."))
            return
        day = self.day.value
        label = _("{deed} {ref}").format(deed=_(ENDING_LABELS[self._ending]), ref=self._ref)
        problem = work.attempt(
            self._context.document,
            label,
            lambda s: closing.carry_out(
                s,
                self._key,
                self._ending,
                reason=self.reason.document().toRawText().replace("\u2029", "\n").strip(),
                level=self.level.typed(),
                on=day,
            ),
        )
        if problem:
            self._say(problem)
        else:
            self._context.toast(label, True)
            self.accept()

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.show()
