"""What stands around the preview: the form at its side, the bar above, what replaces it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.briefs.kinds import KINDS
from entente.i18n import N_, _
from entente_ui import formats
from entente_ui.documents.choice import Choice
from entente_ui.documents.left_out import LeftOut
from entente_ui.kit import (
    EmptyState,
    IconButton,
    Panel,
    PlainLabel,
    PrimaryButton,
    ScrollArea,
    SecondaryButton,
    sized,
    spaced,
    tooltip,
)
from entente_ui.look.theme import theme
from entente_ui.paper.pages import Pages

_BESIDE: Final = QBoxLayout.Direction.LeftToRight
_BELOW: Final = QBoxLayout.Direction.TopToBottom
#: Px at 100 % of the edges of the bar and the gap within.
_SIDES: Final = 48
#: Why a kind of document cannot be made yet.
_NOTHING = {
    "convention": N_("No agreement to mediate has been written yet."),
    "agreement": N_("No settlement agreement has been written yet."),
    "finding": N_("No mediation is over yet."),
    "arrangement": N_("No arrangement has been put in place yet."),
    "minutes": N_("No session has been planned yet."),
    "bowtie": N_("No risk has been noted yet."),
    "interview-guide": N_("No interview guide has been written yet."),
    "coaching-agreement": N_("Nobody is supported yet."),
    "coaching": N_("Nobody is supported yet."),
}


class Bar(Panel):
    """Which page one is at, how large it is shown, and what can be done with it.

    Attributes:
        notice: Says which page one is at.
        scale: Says how large it is shown; nothing while there is no page.
        print_button: Prints.
    """

    def __init__(
        self,
        pages: Pages,
        commands: tuple[Callable[[], None], Callable[[], None], Callable[[], None]],
        parent: QWidget | None = None,
    ) -> None:
        """Take what saves as PDF, saves for Word, and prints."""
        super().__init__("window", "bottom", parent)
        save, save_word, print_out = commands
        self.notice = PlainLabel("", "muted", self)
        self.scale = PlainLabel("", "small", self)
        self._pages = pages
        smaller = IconButton("zoom-out", _("Smaller"), lambda: pages.zoom(-1), self)
        larger = IconButton("zoom-in", _("Larger"), lambda: pages.zoom(1), self)
        whole = IconButton("arrows-maximize", _("Page width"), lambda: pages.zoom(0), self)
        self._zooms = (smaller, larger, whole)
        looking = spaced(QHBoxLayout(), 0, 8)
        looking.addWidget(self.notice, 1)
        for widget in (smaller, self.scale, larger, whole):
            looking.addWidget(widget)
        taking = spaced(QHBoxLayout(), 0, 8)
        self.print_button = PrimaryButton(_("Print…"), print_out, self, icon_name="printer")
        # Only told: a key that the window has as well would do nothing at all.
        tooltip(self.print_button, _("Print…"), "Ctrl+P")
        as_pdf = SecondaryButton(_("PDF…"), save, self)
        as_word = SecondaryButton(_("Word…"), save_word, self)
        tooltip(as_pdf, _("Save as PDF…"))
        tooltip(as_word, _("Save for Word…"))
        self._buttons = (as_pdf, as_word, self.print_button)
        taking.addStretch(1)
        for button in self._buttons:
            taking.addWidget(button)
        self._halves = (looking, taking)
        self._both = spaced(QBoxLayout(_BESIDE, self), (16, 10, 16, 10), 8)
        self._both.addLayout(looking, 1)
        self._both.addLayout(taking)

        pages.scale_changed.connect(self._show_scale)
        self._show_scale(pages.percent)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Below each other where side by side would cut words short.
        needed = sum(half.sizeHint().width() for half in self._halves) + theme().px(_SIDES)
        self._both.setDirection(_BESIDE if needed <= self.width() else _BELOW)

    def _show_scale(self, percent: int) -> None:
        has_pages = self._pages.page_count > 0
        self.scale.setText(formats.percent(percent / 100) if has_pages else "")
        for button in self._zooms:
            button.setEnabled(has_pages)

    def set_ready(self, *, on: bool) -> None:
        """Let the document leave, or not."""
        for button in self._buttons:
            button.setEnabled(on)


def side_panel(choice: Choice, left_out: LeftOut, parent: QWidget) -> QWidget:
    """Return the column with the form and what is left out."""
    side = Panel("window", "right", parent)
    inside = QWidget(parent)
    layout = spaced(QVBoxLayout(inside), (20, 16, 16, 16), 8)
    layout.addWidget(PlainLabel(_("Documents"), "title", inside))
    layout.addSpacing(8)
    layout.addWidget(choice)
    layout.addSpacing(12)
    layout.addWidget(left_out)
    layout.addStretch(1)
    scroll = ScrollArea(inside, side)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus
    spaced(QVBoxLayout(side), 0, 0).addWidget(scroll)
    sized(side, width=324)
    return side


def missing_states(parent: QWidget) -> dict[str, EmptyState]:
    """Return what is said of each kind of document that cannot be made yet."""
    plain = N_("Nothing that it could be about has been noted yet.")
    return {
        name: EmptyState("documents", _(_NOTHING.get(name, plain)), parent=parent)
        for name, kind in KINDS.items()
        if kind.about is not None
    }
