"""Why two had better meet, said in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.matchmaking import Gap, GroundKind, Match
from entente.i18n import N_, _

_GAPS: Final = {
    Gap.BROKEN: N_("their relation is broken"),
    Gap.STRAINED: N_("their relation is strained"),
    Gap.ABSENT: N_("nothing ties them yet"),
    Gap.NEUTRAL: N_("their relation is still to be built"),
}
_GROUNDS: Final = {
    GroundKind.CAUSE: N_("the cause “{name}”"),
    GroundKind.FOR: N_("the objective “{name}”"),
    GroundKind.AGAINST: N_("the same reserve about “{name}”"),
    GroundKind.APART: N_("the need to agree on {name}"),
}


@dataclass(frozen=True, slots=True)
class Shared:
    """Something two actors have in common, by its name."""

    kind: GroundKind
    key: str
    name: str


def reason(match: Match, first: str, second: str, shared: Sequence[Shared]) -> str:
    """Return in one sentence why two had better meet, in the language in use."""
    if match.gap is None:
        return invitation(match, first, second, shared)
    need = _need(match, first, second)
    is_bad = match.gap in {Gap.BROKEN, Gap.STRAINED}
    gap = _(_GAPS[match.gap])
    if need and shared:
        said = (
            _("{need}, {ground} brings them together, and {gap}.")
            if is_bad
            else _("{need}, {ground} brings them together, but {gap}.")
        )
        return said.format(need=need, ground=_ground(shared), gap=gap)
    if need:
        said = _("{need}, and {gap}.") if is_bad else _("{need}, but {gap}.")
        return said.format(need=need, gap=gap)
    if not shared:
        return invitation(match, first, second, shared)
    said = (
        _("{ground} brings {first} and {second} together, and {gap}.")
        if is_bad
        else _("{ground} brings {first} and {second} together, but {gap}.")
    )
    return _begun(said.format(ground=_ground(shared), first=first, second=second, gap=gap))


def invitation(match: Match, first: str, second: str, shared: Sequence[Shared]) -> str:
    """Return the same without a word on how they get on: what anybody may be told."""
    need = _need(match, first, second)
    if need and shared:
        said = _("{need}, and {ground} brings them together.")
        return said.format(need=need, ground=_ground(shared))
    if need:
        return f"{need}."
    if shared:
        said = _("{ground} brings {first} and {second} together.")
        return _begun(said.format(ground=_ground(shared), first=first, second=second))
    return _("The mediator proposes a meeting between {first} and {second}.").format(
        first=first, second=second
    )


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _need(match: Match, first: str, second: str) -> str:
    one, other = (first, second) if match.dependence else (second, first)
    if match.is_mutual:
        strong = _("{first} and {second} depend strongly on each other")
        said = strong if match.is_strong else _("{first} and {second} depend on each other")
        return said.format(first=first, second=second)
    if not (match.dependence or match.dependence_back):
        return ""
    said = (
        _("{one} depends strongly on {other}") if match.is_strong else _("{one} depends on {other}")
    )
    return said.format(one=one, other=other)


def _ground(shared: Sequence[Shared]) -> str:
    """Return what brings two together: the first of what they have in common."""
    return _(_GROUNDS[shared[0].kind]).format(name=shared[0].name)
