"""How the person rated themselves at first and last, laid over each other."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.coaching.figures import elements
from entente.domain.coaching.records import ELEMENT_LABELS, MARK_MAX
from entente.domain.records import Values
from entente.i18n import _
from entente.services.coaching import Track
from entente_ui.change.coaching import words
from entente_ui.charts.card import ChartCard
from entente_ui.charts.overlay import OverlayRadar, Shape, ShapesLegend
from entente_ui.formats import long_date
from entente_ui.kit import spaced

_HEIGHT: Final = 270


class ShapeCard(ChartCard):
    """The five elements: the latest self-rating filled, the first one dashed.

    Attributes:
        radar: The drawing.
    """

    def __init__(self, say: Callable[[str], object], parent: QWidget | None = None) -> None:
        whole = QWidget()
        title = _("First and last")
        self.radar = OverlayRadar(title, whole, height=_HEIGHT, rings=MARK_MAX)
        self._legend = ShapesLegend(whole)
        column = spaced(QVBoxLayout(whole), 0, 6)
        column.addWidget(self.radar)
        column.addWidget(self._legend)
        super().__init__(title, whole, say, parent)

    def show_track(self, track: Track) -> None:
        """Show the self-ratings of a support; nothing while there is none."""
        self.setVisible(bool(track.ratings))
        if not track.ratings:
            return
        shapes = [_shape(track.ratings[-1])]
        if len(track.ratings) > 1:
            shapes.append(_shape(track.ratings[0]))
        sentence = words.shape_words(track)
        self.radar.show_shapes(elements({}), shapes, sentence)
        self._legend.show_names([shape.name for shape in shapes])
        self.show_figures(sentence, words.shape_figures(track))


def _shape(rating: Values) -> Shape:
    marks = tuple(rating[name] for name in ELEMENT_LABELS)
    return Shape(long_date(rating["rated_on"]), marks)
