"""What would be done about a difficulty in proportion to it, beside what is being done.

The rule is one table. How far the conflict has gone chooses the row, after what helps at
each of Glasl's stages: up to the second a word that puts the facts back in their place,
at the third a meeting of its own with rules, from the fourth mediation, from the seventh
the authority alone, for project mediation ends there. What the project may lose chooses
the column: watching is enough where little is at stake. Between organisations a contract
and two chains of command stand behind what is said, which weighs like one point of stake.
"""

from types import MappingProxyType
from typing import Final

from entente.domain.difficulty import STAKE_MAX, STAKE_MIN, Response, Scope

_W, _R = Response.WATCH, Response.REFRAME
_T, _M, _A = Response.MEETING, Response.MEDIATION, Response.AUTHORITY

#: For each stage, 0 where it was never rated: what a stake of 1, 2, 3, 4, 5 calls for.
PROPORTION: Final = MappingProxyType(
    {
        0: (_W, _W, _R, _R, _T),
        1: (_W, _R, _R, _R, _T),
        2: (_W, _R, _R, _T, _T),
        3: (_R, _R, _T, _T, _M),
        4: (_T, _M, _M, _M, _M),
        5: (_M, _M, _M, _M, _M),
        6: (_M, _M, _M, _M, _A),
        7: (_A, _A, _A, _A, _A),
        8: (_A, _A, _A, _A, _A),
        9: (_A, _A, _A, _A, _A),
    }
)
#: How many points of stake a scope weighs by itself.
SCOPE_WEIGHT: Final = MappingProxyType({Scope.INTER_ORGANISATION: 1})


def proposed_response(stake: int | None, scope: Scope | None, stage: int | None) -> Response | None:
    """Return the response in proportion to a difficulty.

    Args:
        stake: From 1 to 5; None where nobody has rated it.
        scope: Between whom it lies; None where it is not known.
        stage: From 1 to 9; None where nobody has rated it.

    Returns:
        None without a stake, unless the stage alone decides.
    """
    row = PROPORTION[stage or 0]
    if stake is None:
        return row[0] if len(set(row)) == 1 else None
    weighed = stake + (SCOPE_WEIGHT.get(scope, 0) if scope else 0)
    return row[min(max(weighed, STAKE_MIN), STAKE_MAX) - STAKE_MIN]


def response_gap(proposed: Response | None, engaged: Response | None) -> int | None:
    """Return by how many steps what is done is heavier than what would be in proportion.

    Returns:
        Below zero where it is lighter; None where one of the two is not known.
    """
    if proposed is None or engaged is None:
        return None
    order = list(Response)
    return order.index(engaged) - order.index(proposed)
