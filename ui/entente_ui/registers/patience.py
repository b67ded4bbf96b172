"""Steps that touch very many records: done beside the screen, which waits and can stop them."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from entente.errors import EntenteError
from entente.i18n import _
from entente.messages import sentence
from entente.store.journal import ChangeSet
from entente_ui.background import Job, Report, was_cancelled
from entente_ui.kit import PlainLabel, SecondaryButton, spaced
from entente_ui.kit.spacing import sized
from entente_ui.pane import Context
from entente_ui.registers.work import Task, attempt

#: Records up to which a step is done at once; it takes a millisecond or two for each.
_AT_ONCE: Final = 100


def carry_out(context: Context, task: Task, parent: QWidget, done: Callable[[str], object]) -> None:
    """Carry out a step.

    Args:
        context: The open mission.
        task: The step.
        parent: The window that waits for a long one.
        done: Called with the sentence that says why it was refused, or an empty one. Not
            called when the user stopped it: then nothing was changed.
    """
    if task.count <= _AT_ONCE:
        done(task.explain(attempt(context.document, task.label, task.at_once)))
    else:
        Patience(context, task, parent, done).open()


class Patience(QDialog):
    """Says what is being done, how far it is, and lets it be stopped."""

    def __init__(
        self, context: Context, task: Task, parent: QWidget, done: Callable[[str], object]
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._task = task
        self._done = done
        self.setModal(True)
        self.setWindowTitle(task.label)
        bar = QProgressBar(self)
        bar.setTextVisible(False)
        bar.setAccessibleName(task.label)
        self.stop = SecondaryButton(_("Cancel"), self.reject, self)
        layout = spaced(QVBoxLayout(self), 24, 16)
        label = PlainLabel(task.label, "body", self, wrap=True)
        sized(label, width=360)
        for widget in (label, bar, self.stop):
            layout.addWidget(widget)
        context.background.progressed.connect(bar.setValue)
        self._job: Job[ChangeSet] = context.background.start(
            task.label, self._work, done=self._on_done, failed=self._on_failed
        )

    def reject(self) -> None:
        """Ask the work to stop; the window goes when it has."""
        self.stop.setEnabled(False)
        self._job.cancel()

    def _work(self, report: Report) -> ChangeSet:
        task = self._task
        return self._context.document.gate.run(
            task.label, lambda session: task.action(session, report)
        )

    def _on_done(self, change_set: ChangeSet) -> None:
        self._context.document.announce(change_set)
        self._leave()
        self._done("")

    def _on_failed(self, error: BaseException) -> None:
        self._leave()
        if was_cancelled(error):
            return
        if isinstance(error, EntenteError):
            self._done(self._task.explain(sentence(error)))
        else:
            self._context.tell(error)

    def _leave(self) -> None:
        super().accept()
        self.deleteLater()
