"""The Edit menu: undo and redo, toasts, the clipboard, and what is handed to the pane."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from entente.i18n import _
from entente_ui.shell.history import History
from entente_ui.shell.places import HOME
from entente_ui.shell.shell import Shell

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet

_CLIPBOARD: Final = {
    "cut": ("cut", QKeySequence.StandardKey.Cut),
    "copy": ("copy", QKeySequence.StandardKey.Copy),
    "paste": ("paste", QKeySequence.StandardKey.Paste),
    "select_all": ("selectAll", QKeySequence.StandardKey.SelectAll),
}


class EditCommands(QObject):
    """Carries out the commands of the Edit menu."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._replaying = ""
        shell.actions.connect_all(
            {
                "undo": self.undo,
                "redo": self.redo,
                "history": self.show_history,
                "add": self._add,
                "arrangement": lambda: shell.open_tab(HOME, "mission", "assistant"),
                "filter": self._filter,
                "print": self._print,
            }
        )
        for name in _CLIPBOARD:
            shell.actions[name].triggered.connect(lambda _on=False, what=name: self._edit(what))
        shell.changed.connect(self._on_changed)
        shell.toast_wanted.connect(self.toast)
        shell.opened.connect(self._on_opened)
        shell.rebuilt.connect(self.name_steps)

    def undo(self) -> None:
        """Take back the last step."""
        if self._shell.document is not None:
            self._replay(_("Undone: {step}"), self._shell.document.undo)

    def redo(self) -> None:
        """Make the last undone step again."""
        if self._shell.document is not None:
            self._replay(_("Done again: {step}"), self._shell.document.redo)

    def toast(self, text: str, undoable: bool) -> None:
        """Show a sentence for some seconds.

        Args:
            text: What happened.
            undoable: Whether to offer to undo the last step.
        """
        workspace = self._shell.workspace
        if workspace is None:
            return
        if undoable:
            self._withdraw_offers()
            workspace.toaster.say(text, _("Undo"), self.undo)
        else:
            workspace.toaster.say(text)

    def name_steps(self) -> None:
        """Say in the menu what undo and redo would do; not while others look."""
        document = self._shell.document
        labels = ("", "") if document is None else (document.undo_label, document.redo_label)
        concealed = self._shell.is_presenting
        writable = self._shell.file is not None and not self._shell.file.read_only
        for name, label, named, bare in (
            ("undo", labels[0], _("Undo: {step}"), _("Undo")),
            ("redo", labels[1], _("Redo: {step}"), _("Redo")),
        ):
            action = self._shell.actions[name]
            text = bare if concealed or not label else named.format(step=label)
            action.setText(text.replace("&", "&&"))
            action.setEnabled(writable and bool(label))

    def show_history(self) -> None:
        """Show the steps of the mission."""
        document, host = self._shell.document, self._shell.window.pages
        if document is not None:
            History(host, document, self.replay_quietly).open()

    def replay_quietly(self, count: int) -> None:
        """Undo `count` steps, or redo −`count`, with one message at the end."""
        document = self._shell.document
        if document is None:
            return
        self._withdraw_offers()
        self._replaying = "quietly"
        for _step in range(abs(count)):
            (document.undo if count > 0 else document.redo)()
        self._replaying = ""
        self.toast(_("The mission is as it was after the chosen step."), False)

    def _replay(self, sentence: str, replay: Callable[[], None]) -> None:
        self._replaying = sentence
        try:
            replay()
        finally:
            self._replaying = ""

    def _on_opened(self) -> None:
        if self._shell.document is not None:
            self._shell.document.viewer_changed.connect(self.name_steps)
        self.name_steps()

    def _on_changed(self, change_set: "ChangeSet") -> None:
        self.name_steps()
        if self._replaying == "quietly":
            return
        if self._shell.document is not None and self._shell.document.is_quiet:
            self._withdraw_offers()
            return
        concealed = self._shell.is_presenting
        if self._replaying:
            self._withdraw_offers()
            text = _("Done.") if concealed else self._replaying.format(step=change_set.label)
            self.toast(text, False)
        else:
            self.toast(_("Saved.") if concealed else change_set.label, True)

    def _withdraw_offers(self) -> None:
        """Take back older messages: they would undo another step than the one they name."""
        if self._shell.workspace is not None:
            self._shell.workspace.toaster.clear()

    def _add(self) -> None:
        if self._shell.workspace is not None and self._shell.workspace.pane is not None:
            self._shell.workspace.pane.add_record()

    def _filter(self) -> None:
        if self._shell.workspace is not None and self._shell.workspace.pane is not None:
            self._shell.workspace.pane.focus_filter()

    def _print(self) -> None:
        if self._shell.workspace is not None and self._shell.workspace.pane is not None:
            self._shell.workspace.pane.print_out()

    def _edit(self, name: str) -> None:
        """Cut, copy, paste or select in whatever has the focus."""
        slot, key = _CLIPBOARD[name]
        focus = QApplication.focusWidget()
        if isinstance(focus, (QLineEdit, QPlainTextEdit)):
            getattr(focus, slot)()
            return
        action = _action_of(focus, QKeySequence(key))
        if action is not None:
            action.trigger()


def _action_of(widget: QWidget | None, key: QKeySequence) -> QAction | None:
    """Return the action that listens to `key` where the focus is."""
    while widget is not None:
        for action in widget.actions():
            if key in action.shortcuts() and action.isEnabled():
                return action
        widget = widget.parentWidget()
    return None
