"""What the risks pane and each of its views know of each other."""

from entente_ui.pane_view import ReadingView


class RisksView(ReadingView):
    """One way to look at the risks."""
