"""A view that leads to other places."""

from PySide6.QtCore import Signal

from entente_ui.pane_view import PaneView


class LeadingView(PaneView):
    """A view one goes on from.

    Signals:
        wanted: Emitted with the name of a place or command one wants to go to.
    """

    wanted = Signal(str)
