"""How registers of risks head their columns: `Impact résiduel`, `Évaluation brute – Impact`."""

import re
from collections.abc import Sequence
from typing import Final

from entente.domain.risk import Reading, impact_of, probability_of
from entente.domain.text import fold, heading_key
from entente.exchange.heads import JOINT

AMOUNT: Final = "amount"

_PROBABILITY: Final = frozenset(
    {"probabilite", "proba", "vraisemblance", "frequence", "occurrence", "probability"}
    | {"likelihood", "frequency"}
)
_IMPACT: Final = frozenset(
    {"impact", "gravite", "severite", "consequence", "severity", "gravity", "magnitude"}
)
_READINGS: Final = {
    Reading.TARGET: frozenset(
        {"residuel", "residuelle", "cible", "net", "nette", "apres", "vise", "visee", "final"}
        | {"finale", "residual", "target", "after"}
    ),
    Reading.CURRENT: frozenset(
        {"actuel", "actuelle", "courant", "courante", "current", "today", "actual"}
    ),
    Reading.INHERENT: frozenset(
        {"brut", "brute", "inherent", "inherente", "initial", "initiale", "avant", "before"}
        | {"gross", "intrinseque", "origine"}
    ),
}
#: Words that may stand beside and change nothing.
_BESIDE: Final = frozenset(
    {"de", "du", "des", "d", "la", "le", "les", "l", "en", "of", "the", "a", "p", "g", "i", "s"}
    | {"niveau", "level", "note", "cotation", "evaluation", "rating", "score", "valeur", "value"}
    | {"estime", "estimee", "estimated", "risque", "risk", "sur", "1", "5", "mesure", "mesures"}
    | {"maitrise", "traitement", "treatment", "action", "actions", "reponse", "response"}
    | {"survenance", "apparition", "realisation"}
)
_MONEY: Final = re.compile(
    r"[€$£]|\b(?:[km]?eur|[km]?euros?|chf|usd|gbp|financier\w*|financial|money|monetaire|cout\w*)\b"
)
_FINANCIAL: Final = frozenset(
    {"financier", "financiere", "financial", "money", "monetaire", "cout", "couts"}
)
_CURRENCIES: Final = frozenset(
    {"eur", "euro", "euros", "keur", "keuros", "k", "m", "meur", "chf", "usd", "gbp"}
)


def targets(headings: Sequence[str]) -> list[str]:
    """Return for each heading the field of a risk it says beyond doubt, or an empty text.

    A heading without a word for the reading is left to what is usual.
    """
    found = [_target(heading) for heading in headings]
    # Two columns that say the same say nothing.
    return [name if found.count(name) == 1 else "" for name in found]


def _target(heading: str) -> str:
    group, __, own = heading.rpartition(JOINT)
    words = heading_key(own).split()
    axis = _axis(words)
    if axis is None:
        return ""
    if axis is _IMPACT and _MONEY.search(fold(own)):
        return AMOUNT if _rest(words, _IMPACT | _FINANCIAL | _CURRENCIES) == [] else ""
    reading = _reading(words) or _reading(heading_key(group).split())
    if reading is None or _rest(words, axis | _READINGS[reading]):
        return ""
    return probability_of(reading) if axis is _PROBABILITY else impact_of(reading)


def _axis(words: Sequence[str]) -> frozenset[str] | None:
    found = [axis for axis in (_PROBABILITY, _IMPACT) if not axis.isdisjoint(words)]
    return found[0] if len(found) == 1 else None


def _reading(words: Sequence[str]) -> Reading | None:
    found = [reading for reading, known in _READINGS.items() if not known.isdisjoint(words)]
    return found[0] if len(found) == 1 else None


def _rest(words: Sequence[str], known: frozenset[str]) -> list[str]:
    return [word for word in words if word not in known | _BESIDE]
