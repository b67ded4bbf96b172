"""Words in the notes of a session that ask for somebody else than a mediator.

French and English are looked for together: a note may hold both. A word only proposes a
referral; whether there is need for one is for the mediator and the person to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from entente.domain.lint import found_words, word_pattern

#: By danger, patterns over folded text as those of `lint`: no capitals, no accents.
MENTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "harassment": (
            "harcel(?:e|es|ee|ees|er|ement|ements|eur|eurs|euse|euses)|brimades?|humiliations?"
            "|humilie(?:e|s|es)?|mise? au placard|placardise(?:e|r|s|es)?|attouchements?"
            "|propos sexistes?|avances deplacees|souffre-douleur"
            "|harass(?:ed|es|ing|ment)?|bull(?:y|ied|ying)|humiliat(?:ed|ion|ions|ing)|groped"
            "|sexual advances|scapegoat"
        ),
        "danger": (
            "suicid(?:e|es|er|aire|aires)|en finir avec la vie|envie de mourir|mettre fin a mes "
            "jours|mettre fin a ses jours|me tuer|se tuer|scarifi(?:e|er|cation|cations)"
            "|menaces? de mort|menace(?:e|s|es)? physiquement|coups et blessures|m'a frappe(?:e)?"
            "|l'a frappe(?:e)?|violences? (?:physiques?|conjugales?)|droit de retrait|peur pour sa "
            "(?:vie|securite)|peur pour ma (?:vie|securite)"
            "|suicid(?:e|al)|end (?:my|his|her|their) life|kill (?:myself|himself|herself)"
            "|want to die|self-harm|death threats?|threatened physically|hit me|physical violence"
            "|afraid for (?:my|his|her|their) (?:life|safety)"
        ),
        "health": (
            "burn-?out|epuisement(?: professionnel)?|depressi(?:f|fs|ve|ves)|depression"
            "|arret(?:s)? (?:de travail|maladie)|(?:conge|conges) maladie|antidepresseurs?"
            "|anxiolytiques?|insomnies?|ne dor(?:s|t) plus|crises? d'angoisse|attaques? de panique"
            "|hospitalis(?:e|ee|ation)|addictions?|alcool(?:ique|isme)?|cancers?|grossesse"
            "|souffrance au travail|maux de ventre"
            "|exhaust(?:ed|ion)|depress(?:ed|ion|ive)|sick leave|antidepressants?|insomnia"
            "|no longer sleeps?|panic attacks?|in hospital|alcoholi(?:c|sm)|pregnan(?:t|cy)"
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A word that may ask for a referral.

    Attributes:
        danger: What about, as safety checks call it.
        word: As it was written.
    """

    danger: str
    word: str


def mentions(*texts: str) -> tuple[Mention, ...]:
    """Return what some texts mention, each word once, in the order they stand."""
    pattern = word_pattern(MENTIONS)
    found = (
        Mention(danger, word)
        for text in texts
        for _start, _end, word, danger in found_words(text, pattern)
    )
    return tuple({(each.danger, each.word.lower()): each for each in found}.values())
