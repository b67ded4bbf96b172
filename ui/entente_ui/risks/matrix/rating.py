"""Rating risks where they stand on the matrix: by hand, by a drop, by a question, by typing."""

from collections.abc import Callable, Sequence
from functools import partial

from entente.domain.risk import READING_LABELS, Reading
from entente.domain.risk_layout import Cell, Mark
from entente.i18n import _
from entente.services.risks import RiskView
from entente_ui.risks.asking import RatePopover, ask_why
from entente_ui.risks.deeds import Deeds
from entente_ui.risks.matrix.chart import MatrixChart
from entente_ui.risks.matrix.lists import UnratedList
from entente_ui.risks.matrix.plan import ARROWS
from entente_ui.risks.seen import cell_of
from entente_ui.risks.words import scored_words


class RatingWork:
    """Writes the ratings, and asks for the fact behind each."""

    def __init__(
        self,
        deeds: Deeds,
        chart: MatrixChart,
        unrated: UnratedList,
        moved: Callable[[], None],
        tell: Callable[[str], None],
    ) -> None:
        """Listen to the drawing and to the list of those not rated yet.

        Args:
            deeds: What is written.
            chart: The drawing.
            unrated: The list.
            moved: Called when the risk that is picked stands elsewhere.
            tell: Called with the key of a risk that others shall hear of.
        """
        self._deeds = deeds
        self._chart = chart
        self._unrated = unrated
        self._moved = moved
        self._tell = tell
        self._moved_by_keys: tuple[RiskView, str, Cell] | None = None
        chart.rated.connect(self._on_rated)
        chart.let_go.connect(self._on_let_go)
        chart.placed.connect(self._on_placed)
        unrated.asked.connect(self._ask)

    def type_in(self, view: RiskView, reading: str, cell: Cell) -> bool:
        """Write what was typed into the table; say whether it was taken."""
        return bool(self._deeds.rate(view, reading, cell))

    @property
    def _placing(self) -> str:
        """The reading that is meant by a place on the matrix."""
        return Reading.INHERENT.value if self._chart.mode == ARROWS else self._chart.mode

    def _on_rated(self, mark: Mark, cell: Cell, ask: bool) -> None:
        view = self._chart.seen.by_key.get(mark.risk)
        rating = self._rate(view, mark.reading, cell) if view is not None else ""
        if view is None or not rating:
            return
        if ask:
            self._ask_why(view, rating, cell)
        else:
            self._moved_by_keys = (view, rating, cell)

    def _on_placed(self, keys: Sequence[str], cell: Cell) -> None:
        known = self._chart.seen.by_key
        views = [known[key] for key in keys if key in known]
        for view in views:
            rating = self._rate(view, self._placing, cell)
            if rating and len(views) == 1:
                self._ask_why(view, rating, cell)
            elif rating:
                self._tell(view.id)

    def _rate(self, view: RiskView, reading: str, cell: Cell) -> str:
        """Rate a risk and follow it; return the key of the rating, empty if there is none."""
        rating = self._deeds.rate(view, reading, cell)
        if not rating:
            return ""
        chart = self._chart
        chart.pick(view.id)
        mark = Mark(view.id, reading)
        if mark in chart.plan.cells:
            chart.go(chart.visible_stop(mark))
        self._moved()
        return rating

    def _on_let_go(self) -> None:
        """Ask once, however many steps a mark went by the keyboard."""
        moved, self._moved_by_keys = self._moved_by_keys, None
        if moved is not None:
            self._ask_why(*moved)

    def _ask_why(self, view: RiskView, rating: str, cell: Cell) -> None:
        chart = self._chart
        popover = ask_why(
            chart,
            chart.rect_around(chart.stop or cell),
            view.ref,
            scored_words(chart.seen.scales, cell),
            partial(self._deeds.note_fact, view, rating),
        )
        # Not before: the inspector that opens would move what the question points at.
        popover.closed.connect(lambda: self._tell(view.id))

    def _ask(self, key: str) -> None:
        view = self._chart.seen.by_key.get(key)
        if view is None or self._chart.is_locked:
            return
        reading, scales = self._placing, self._chart.seen.scales
        title = f"{view.ref} · {_(READING_LABELS[reading])}"
        popover = RatePopover(self._unrated, title, scales, cell_of(view, reading))
        popover.ask(
            self._unrated.rect(), lambda cell, fact: self._deeds.rate(view, reading, cell, fact)
        )
