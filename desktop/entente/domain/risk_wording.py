"""The wording of a risk: cause, event and effect told apart, and what is worth another look."""

import re
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from entente.domain.text import fold
from entente.i18n import N_


class Advice(StrEnum):
    """What is worth another look in a wording. Advice: nothing is refused."""

    NO_CAUSE = "no_cause"
    NO_EFFECT = "no_effect"
    CAUSE_IN_EVENT = "cause_in_event"
    EFFECT_IN_EVENT = "effect_in_event"
    CERTAIN = "certain"
    DOUBTFUL_CAUSE = "doubtful_cause"
    TWICE = "twice"
    LONG = "long"


ADVICE: Final = MappingProxyType(
    {
        Advice.NO_CAUSE: N_("Say what is already so and makes it possible: one acts on the cause."),
        Advice.NO_EFFECT: N_(
            "Say what the project would lose or gain: the effect gives the impact."
        ),
        Advice.CAUSE_IN_EVENT: N_("The event holds its cause: move it to “Because”."),
        Advice.EFFECT_IN_EVENT: N_("The event holds its effect: move it to “So that”."),
        Advice.CERTAIN: N_("What is certain, or has happened, is a difficulty rather than a risk."),
        Advice.DOUBTFUL_CAUSE: N_("The cause is a fact; what is uncertain is the event."),
        Advice.TWICE: N_("Two parts say the same."),
        Advice.LONG: N_("The event fits in a few words."),
    }
)

#: Signs of an event that is still read at a glance.
_LONGEST: Final = 120
_BECAUSE: Final = re.compile(r"\b(because|due to|car|parce qu\w*|a cause d\w*|en raison d\w*)\b")
_SO_THAT: Final = re.compile(
    r"\b(so that|leading to|which causes|de sorte qu\w*|ce qui entrain\w+|entrainant|provoquant)\b"
)
_CERTAIN: Final = re.compile(
    r"\b(has already|certainly|inevitably|a deja|ont deja|certainement|inevitablement)\b"
)
_DOUBT: Final = re.compile(r"\b(might|may|could|perhaps|pourrai\w*|peut-etre|risque de)\b")


def advise(cause: str, event: str, effect: str) -> tuple[Advice, ...]:
    """Return what is worth another look, the weightiest first; nothing for an empty event."""
    parts = [fold(text).strip() for text in (cause, event, effect)]
    folded_cause, folded_event, folded_effect = parts
    if not folded_event:
        return ()
    said = [part for part in parts if part]
    found = {
        Advice.NO_CAUSE: not folded_cause,
        Advice.NO_EFFECT: not folded_effect,
        Advice.CAUSE_IN_EVENT: bool(_BECAUSE.search(folded_event)),
        Advice.EFFECT_IN_EVENT: bool(_SO_THAT.search(folded_event)),
        Advice.CERTAIN: bool(_CERTAIN.search(folded_event)),
        Advice.DOUBTFUL_CAUSE: bool(_DOUBT.search(folded_cause)),
        Advice.TWICE: len(set(said)) < len(said),
        Advice.LONG: len(event.strip()) > _LONGEST,
    }
    return tuple(advice for advice, holds in found.items() if holds)
