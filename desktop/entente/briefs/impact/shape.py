"""The shape of one group as a drawing: ten spokes, broken where nobody looked."""

from collections.abc import Sequence

from entente.briefs import radar
from entente.briefs.picture import Picture
from entente.domain.change.impact import DEPTH_MAX
from entente.domain.change.impact_figures import DIMENSIONS
from entente.services.impact_words import dimension_words


def draw(depths: Sequence[int | None], room: float) -> Picture:
    """Return the shape in the middle of some width, in points."""
    net = radar.Net([dimension_words(name) for name in DIMENSIONS], DEPTH_MAX)
    return radar.draw(net, [depths], room)
