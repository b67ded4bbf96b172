"""Saving a document for Word: asked for a name first, then made and written off the screen."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtWidgets import QFileDialog, QWidget

from entente.i18n import _
from entente_ui.background import Report, was_cancelled
from entente_ui.pane import Context

_Maker: TypeAlias = Callable[[Report], bytes]
_SUFFIX = ".docx"


def save_for_word(
    make: _Maker,
    suggested: Path,
    context: Context,
    parent: QWidget,
    saved: Callable[[Path], None],
) -> None:
    """Ask for a name, make the file and write it there.

    Args:
        make: Makes the file, audited; for a worker thread.
        suggested: The name offered.
        context: What the pane works with.
        parent: Whose dialog it is.
        saved: Hears of it once the file is on the disk.
    """
    name, _filter = QFileDialog.getSaveFileName(
        parent, _("Save the document"), str(suggested), _("Word documents (*.docx)")
    )
    if not name:
        return
    path = Path(name) if name.casefold().endswith(_SUFFIX) else Path(f"{name}{_SUFFIX}")
    context.background.start(
        _("Saving…"),
        lambda report: write(make, path, report),
        done=lambda _none: saved(path),
        failed=lambda error: None if was_cancelled(error) else context.tell(error),
    )


def write(make: _Maker, path: Path, report: Report) -> None:
    """Make a file and write it; nothing is written unless it passed the audit."""
    from entente.briefs.output import save  # noqa: PLC0415  # when first needed

    save(make(report), path)
