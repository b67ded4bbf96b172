"""What registers of risks say instead of the steps and words of a mission."""

from collections.abc import Mapping
from typing import Final

from entente.domain.risk_levels import IMPACT_NAMES, PROBABILITY_NAMES, Scales
from entente.domain.text import heading_key
from entente.i18n import LANGUAGES, in_language

PROBABILITY: Final = "probability"
IMPACT: Final = "impact"

#: Of each scale, words for its five steps, in any register.
_USUAL: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    PROBABILITY: (
        ("très faible", "rare", "exceptionnel", "exceptionnelle", "very low", "remote"),
        ("faible", "peu probable", "low"),
        ("moyen", "moyenne", "modéré", "modérée", "occasionnel", "medium", "moderate"),
        ("élevé", "élevée", "fort", "forte", "fréquent", "fréquente", "high", "probable"),
        (
            *("très élevé", "très élevée", "très fort", "très forte", "certain", "certaine"),
            *("quasi certain", "quasi certaine", "très probable", "very high", "very likely"),
        ),
    ),
    IMPACT: (
        ("très faible", "minime", "insignifiant", "insignifiante", "very low", "insignificant"),
        ("faible", "mineur", "mineure", "low", "minor"),
        (
            *("moyen", "moyenne", "modéré", "modérée", "significatif", "significative"),
            *("medium", "moderate", "significant"),
        ),
        (
            *("élevé", "élevée", "fort", "forte", "majeur", "majeure", "important"),
            *("importante", "sévère", "high", "major", "severe"),
        ),
        (
            *("très élevé", "très élevée", "très fort", "très forte", "critique"),
            *("catastrophique", "very high", "critical", "catastrophic"),
        ),
    ),
}
#: Other words for the choices of a risk.
CHOICES: Final[Mapping[str, Mapping[str, str]]] = {
    "strategy": {
        **dict.fromkeys(("éviter", "évitement", "supprimer", "avoid", "avoidance"), "avoid"),
        **dict.fromkeys(
            ("atténuer", "atténuation", "réduction", "mitigate", "mitigation", "maîtriser"),
            "reduce",
        ),
        **dict.fromkeys(
            ("partager", "transférer", "transfert", "partage", "transfer", "share"), "share"
        ),
        **dict.fromkeys(("acceptation", "assumer", "maintenir", "acceptance"), "accept"),
        **dict.fromkeys(("escalader", "escalade", "escalation"), "escalate"),
    },
    "status": {
        **dict.fromkeys(("nouveau", "ouvert", "à évaluer", "new", "open"), "identified"),
        **dict.fromkeys(("évalué", "analysé", "analysed", "analyzed"), "assessed"),
        **dict.fromkeys(
            ("en cours", "actif", "en surveillance", "suivi", "active", "in progress"),
            "monitored",
        ),
        **dict.fromkeys(("survenu", "avéré", "réalisé", "materialised", "issue"), "occurred"),
        **dict.fromkeys(("fermé", "clos", "clôturé", "terminé", "levé", "done"), "closed"),
    },
    "kind": {
        **dict.fromkeys(("négatif", "risque", "negative", "risk"), "threat"),
        **dict.fromkeys(("positif", "chance", "positive"), "opportunity"),
    },
}


def steps_by_word(scales: Scales, axis: str) -> tuple[dict[str, int], dict[str, int]]:
    """Return the steps of a scale by folded word.

    Returns:
        The words of the mission, with ours for its steps; and those of any register.
    """
    steps = scales.probability if axis == PROBABILITY else scales.impact
    ours = PROBABILITY_NAMES if axis == PROBABILITY else IMPACT_NAMES
    own = {heading_key(step.name): step.step for step in steps}
    for step, name in zip(steps, ours, strict=True):
        for code in LANGUAGES:
            own.setdefault(heading_key(in_language(code, name)), step.step)
    usual: dict[str, int] = {}
    for step, words in zip(steps, _USUAL[axis], strict=True):
        for word in words:
            usual.setdefault(heading_key(word), step.step)
    return own, {word: step for word, step in usual.items() if word not in own}
