"""How questions stand on paper: scale by scale, and if asked for in one of a few orders.

Orders are there so that it is not always the last question that finds people tired. There are
few, each on many ballots: an order of one's own would be a name.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Final, TypeVar

from entente.domain.climate.survey import Scale

_T = TypeVar("_T")

#: What each order is called, on paper and by whoever keys a ballot in; none is as asked.
ORDERS: Final = "ABCDEF"
#: Scales that are answered with a number, in the order they stand on paper.
SCALES: Final = (Scale.AGREEMENT, Scale.WEATHER, Scale.RECOMMENDATION)
#: Those of which the questions are put in another order.
_SHUFFLED: Final = frozenset({Scale.AGREEMENT, Scale.WEATHER})


def of_scale(
    questions: Iterable[_T],
    scale: str,
    order: str,
    scale_of: Callable[[_T], str],
    code_of: Callable[[_T], str],
) -> tuple[_T, ...]:
    """Return the questions of one scale as they stand on paper.

    An order is always the same, and that of two questions whichever others there are.

    Args:
        questions: As they are asked.
        scale: Which of them.
        order: A letter of `ORDERS`; empty leaves them as they are asked.
        scale_of: Returns the scale of a question.
        code_of: Returns its code.
    """
    own = tuple(each for each in questions if scale_of(each) == scale)
    if not order or scale not in _SHUFFLED:
        return own
    return tuple(sorted(own, key=lambda each: _place(order, code_of(each))))


def _place(order: str, code: str) -> tuple[bytes, str]:
    return sha256(f"{order}:{code}".encode()).digest(), code
