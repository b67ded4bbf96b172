"""Words that judge, for whoever wants to write what was seen and heard.

French and English are looked for together: a note may hold both. A word found is told with
what makes it worth another look; nothing is ever refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from entente.domain.text import fold_in_place
from entente.i18n import N_


class Doubt(StrEnum):
    """Why a word is worth another look."""

    GENERAL = "general"
    MEASURE = "measure"
    DUTY = "duty"
    INTENT = "intent"
    PERSON = "person"
    BLAME = "blame"
    PRIVATE = "private"


DOUBT_ADVICE: Final[Mapping[Doubt, str]] = MappingProxyType(
    {
        Doubt.GENERAL: N_("a generalisation: say when, and how often"),
        Doubt.MEASURE: N_("a measure of one’s own: say how much, and compared with what"),
        Doubt.DUTY: N_("a duty laid upon somebody: say what is asked for, and by whom"),
        Doubt.INTENT: N_("an intention nobody can see: say what was done"),
        Doubt.PERSON: N_("a judgement on a person or their work: say what was seen or heard"),
        Doubt.BLAME: N_("says what the other did rather than what is felt"),
        Doubt.PRIVATE: N_("a private matter: keep it only if the mission cannot do without"),
    }
)

#: Patterns over folded text: no capitals, no accents; a blank stands for any blanks.
_WORDS: Final[Mapping[Doubt, str]] = MappingProxyType(
    {
        Doubt.GENERAL: (
            "toujours|jamais|tout le temps|a chaque fois|chaque fois|sans arret|sans cesse"
            "|systematiquement|constamment|en permanence|perpetuellement|continuellement"
            r"|tout le monde|personne n(?:e|'\w+)|aucun d'entre eux|comme d'habitude"
            "|always|never|every time|all the time|constantly|systematically|everyone|everybody"
            "|nobody|as usual"
        ),
        Doubt.MEASURE: (
            "trop|excessi(?:f|fs|ve|ves|vement)|exager(?:e|es|ee|ees|er|ement)|enormement"
            "|evidemment|manifestement|visiblement"
            "|too (?:much|many|often|late|slow|little)|far too|excessive(?:ly)?|obviously|of course"
        ),
        Doubt.DUTY: (
            "il (?:ne |n')?faut|il (?:ne |n')?faudrait|il (?:n')?aurait fallu|faut que"
            "|on (?:ne )?doit|on devrait|(?:il|elle|ils|elles|vous|tu) (?:ne )?(?:devrai(?:t|s|ent)"
            r"|devriez)|(?:aurais|aurait|auriez|auraient) du(?= \w+(?:er|ir|oir|re)\b)"
            "|c'est a (?:lui|elle|eux) de"
            "|you must|you should|(?:they|he|she) should|should have|ought to|has got to"
        ),
        Doubt.INTENT: (
            "expres|fait semblant|faire semblant|font semblant|de mauvaise foi|mauvaise foi"
            "|mauvaise volonte|volontairement|deliberement|sciemment|s'en fiche|s'en fichent"
            "|s'en moque|s'en moquent|on purpose|deliberately|in bad faith|bad faith"
            "|pretends?|does not care|doesn't care"
        ),
        Doubt.PERSON: (
            "incompetent(?:e|s|es)?|incapables?|nuls?|nulles?(?! part)|paresseu(?:x|se|ses)"
            "|faineant(?:e|s|es)?|menteu(?:r|rs|se|ses)|mensonges?|ridicules?|stupides?"
            "|idiot(?:e|s|es)?|betes?|arrogant(?:e|s|es)?|agressi(?:f|fs|ve|ves)|toxiques?"
            "|manipulat(?:eur|eurs|rice|rices)|pervers(?:e|es)?|hysteriques?|caracteriel(?:s|le|les)?"
            "|ingerables?|desinvoltes?|irresponsables?|inadmissibles?|inacceptables?"
            "|scandaleu(?:x|se|ses)|absurdes?|n'importe quoi|de mauvaise humeur|rigides?|bornee?s?"
            "|incompetence|lazy|liars?|lying|ridiculous|stupid|idiots?|fools?|aggressive|toxic"
            "|manipulative|hysterical|unmanageable|irresponsible|unacceptable|scandalous|useless"
        ),
        Doubt.PRIVATE: (
            "depressi(?:f|fs|ve|ves)|depression|burn-?out|(?:arret|conge)s? (?:de )?maladie"
            "|cancers?|grossesse|alcoolique|religion|religieu(?:x|se)|croyances?|syndique(?:e|s|es)?"
            "|orientation sexuelle|origine ethnique|vie privee"
            "|sick leave|depressed|pregnant|pregnancy|alcoholic|religious|trade unionist"
            "|sexual orientation|ethnic origin|private life"
        ),
    }
)
#: Feelings that hold a reproach; only doubted where a feeling is asked for.
_BLAMING: Final = (
    "trahi(?:e|s|es)?|manipule(?:e|s|es)?|rejete(?:e|s|es)?|abandonne(?:e|s|es)?"
    "|ignore(?:e|s|es)?|humilie(?:e|s|es)?|exploite(?:e|s|es)?|meprise(?:e|s|es)?"
    "|agresse(?:e|s|es)?|attaque(?:e|s|es)?|juge(?:e|s|es)?"
    "|incompris(?:e|es)?|persecute(?:e|s|es)?|harcele(?:e|s|es)?|menace(?:e|s|es)?"
    "|dedaigne(?:e|s|es)?|accuse(?:e|s|es)?|trompe(?:e|s|es)?"
    "|betrayed|manipulated|rejected|abandoned|ignored|humiliated|exploited|despised"
    "|attacked|judged|misunderstood|persecuted|harassed|threatened|accused|cheated"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A word worth another look.

    Attributes:
        start, end: Where it stands in the text.
        word: As it was written.
    """

    start: int
    end: int
    word: str
    doubt: Doubt


def lint(text: str, *, is_feeling: bool = False) -> tuple[Finding, ...]:
    """Return the words of a text that judge, in the order they stand; they never overlap.

    Args:
        text: As somebody wrote it.
        is_feeling: Whether it is to say a feeling, where words of reproach count as well.
    """
    return tuple(
        Finding(start, end, word, Doubt(name))
        for start, end, word, name in found_words(text, _pattern(is_feeling))
    )


def found_words(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str, str]]:
    """Yield the words of a text a pattern finds: where, as they were written, and which group.

    Args:
        text: As somebody wrote it.
        pattern: From `word_pattern`.
    """
    folded, places = fold_in_place(text)
    for match in pattern.finditer(folded):
        start, end = places[match.start()], places[match.end() - 1] + 1
        yield start, end, text[start:end], match.lastgroup or ""


def word_pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    """Return what finds whole words in folded text.

    Args:
        words: By the name of a group, what it looks for; a blank stands for any blanks.
    """
    # People type one blank or several, and no-break ones.
    loose = {name: listed.replace(" ", r"\s+") for name, listed in words.items()}
    whole = "|".join(f"(?P<{name}>{listed})" for name, listed in loose.items())
    return re.compile(rf"(?<![\w-])(?:{whole})(?![\w-])")


@cache
def _pattern(is_feeling: bool) -> re.Pattern[str]:
    groups = {doubt.value: words for doubt, words in _WORDS.items()}
    if is_feeling:
        groups[Doubt.BLAME.value] = _BLAMING
    return word_pattern(groups)
