"""What is changed about the scales: each a step that can be undone."""

from collections.abc import Callable, Mapping
from typing import Any

from entente.domain.mission import MISSION
from entente.domain.risk_layout import Cell
from entente.i18n import _
from entente.services import risk_scales
from entente.store.session import Session
from entente_ui.document import Document
from entente_ui.formats import labelled, number


class ScaleDeeds:
    """Writes what probability, impact and levels mean.

    What is refused is shown as it was again.
    """

    def __init__(self, document: Document, show_again: Callable[[], object]) -> None:
        """Make it.

        Args:
            document: The mission.
            show_again: Called when something was not taken.
        """
        self._document = document
        self._show_again = show_again

    def word_step(self, axis: str, step: int, values: Mapping[str, Any]) -> None:
        """Word a step of a scale."""
        name = _("Probability") if axis == "probability" else _("Impact")
        label = _("Word a step: {axis} {number}").format(axis=name, number=number(step))
        self._run(label, lambda s: risk_scales.set_step(s, axis, step, values))

    def usual_steps(self, axis: str) -> None:
        """Bring the usual words of a scale back."""
        name = _("Probability") if axis == "probability" else _("Impact")
        label = labelled(name, _("The usual words"))
        self._run(label, lambda s: risk_scales.usual_steps(s, axis))

    def name_band(self, place: int, name: str) -> None:
        """Call a level otherwise."""
        label = _("Rename level {number}").format(number=number(place + 1))
        self._run(label, lambda s: risk_scales.set_band(s, place, {"name": name}))

    def start_band(self, place: int, score: float | None) -> None:
        """Let a level begin at another score."""
        label = _("Move level {number}").format(number=number(place + 1))
        first = None if score is None else round(score)
        self._run(label, lambda s: risk_scales.set_band(s, place, {"from_score": first}))

    def add_band(self, name: str) -> None:
        """Add a level."""
        self._run(_("Add a level"), lambda s: risk_scales.add_band(s, name))

    def remove_band(self, place: int) -> None:
        """Take a level away."""
        label = _("Remove level {number}").format(number=number(place + 1))
        self._run(label, lambda s: risk_scales.remove_band(s, place))

    def usual_bands(self) -> None:
        """Bring the usual levels back."""
        self._run(_("The usual levels"), risk_scales.usual_bands)

    def set_cell(self, cell: Cell, place: int | None) -> None:
        """Give a cell a level by hand, or let its score decide."""
        label = _("Level of the cell {probability} × {impact}").format(
            probability=number(cell[0]), impact=number(cell[1])
        )
        self._run(label, lambda s: risk_scales.set_cell(s, cell, place))

    def set_limit(self, name: str, score: float | None) -> None:
        """Set the appetite or the tolerance."""
        limit = None if score is None else round(score)
        label = labelled(_(MISSION.field(name).label), number(limit) or "–")
        self._run(label, lambda s: risk_scales.set_limit(s, name, limit))

    def _run(self, label: str, action: Callable[[Session], object]) -> None:
        if self._document.is_presenting or not self._document.run(label, action):
            self._show_again()
