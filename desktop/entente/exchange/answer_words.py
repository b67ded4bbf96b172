"""What forms call an answer, and the columns that say who gave it, in French and English."""

import re
from collections.abc import Mapping
from typing import Final

from entente.domain.climate.survey import Scale
from entente.domain.text import heading_key

#: Words for 1 to 5, as LimeSurvey, Google Forms and Microsoft Forms suggest them.
_AGREEMENT: Final = (
    ("pas du tout d’accord", "fortement en désaccord", "strongly disagree"),
    ("plutôt pas d’accord", "pas d’accord", "en désaccord", "disagree", "somewhat disagree"),
    (
        *("ni d’accord ni pas d’accord", "ni d’accord ni en désaccord", "neutre", "moyennement"),
        *("neither agree nor disagree", "neutral", "undecided"),
    ),
    ("plutôt d’accord", "d’accord", "agree", "somewhat agree"),
    ("tout à fait d’accord", "fortement d’accord", "strongly agree"),
)
_WEATHER: Final = (
    ("orage", "orageux", "storm", "stormy"),
    ("pluie", "pluvieux", "rain", "rainy"),
    ("nuages", "nuageux", "couvert", "clouds", "cloudy"),
    ("éclaircies", "belles éclaircies", "bright spells", "partly sunny"),
    ("soleil", "ensoleillé", "grand soleil", "sun", "sunny"),
)
_NONE: Final = frozenset(
    heading_key(text)
    for text in (
        *("", "n/a", "na", "sans réponse", "pas de réponse", "ne sait pas", "je ne sais pas"),
        *("sans opinion", "non concerné", "no answer", "don’t know", "i don’t know", "no opinion"),
        *("not applicable", "-", "–"),
    )
)
_WORDS: Final[Mapping[str, Mapping[str, int]]] = {
    scale: {heading_key(word): number for number, words in enumerate(levels, 1) for word in words}
    for scale, levels in (
        (Scale.AGREEMENT.value, _AGREEMENT),
        (Scale.WEATHER.value, _WEATHER),
    )
}
_NUMBER: Final = re.compile(r"\s*(\d{1,2})(?:[.,]0+)?(?:\s*[-–—=:.()/].*|\s+\D.*)?", re.DOTALL)

#: Columns that tell a person: what is in them is compared, to see who answered twice. Not names:
#: two people may have the same.
_PERSON: Final = frozenset(
    heading_key(text)
    for text in (
        *("email", "e-mail", "email address", "adresse e-mail", "adresse de messagerie", "mail"),
        *("courriel", "nom d’utilisateur", "username", "token", "code d’accès"),
        *("jeton", "invitation", "adresse mail"),
    )
)
#: Columns that tell when or where, or number the answers.
_TRACE: Final = frozenset(
    heading_key(text)
    for text in (
        *("nom", "name", "last name", "lastname", "attribute_1"),
        *("id", "response id", "id de la réponse", "horodateur", "timestamp", "start time"),
        *("heure de début", "completion time", "heure de fin", "submitdate", "date submitted"),
        *("date de soumission", "startdate", "date started", "date de lancement", "datestamp"),
        *("date last action", "date de la dernière action", "lastpage", "last page"),
        *("dernière page", "startlanguage", "start language", "langue de départ", "seed"),
        *("tête de série", "ipaddr", "ip address", "adresse ip", "refurl", "url de référence"),
        *("heure de la dernière modification", "last modified time", "prénom", "first name"),
        *("firstname", "total time", "temps total", "score", "langue", "language"),
    )
)
#: Columns that tell the group.
GROUP: Final = frozenset({"group", "groupe"})


def tells_person(heading: str) -> bool:
    """Return whether a column says who answered."""
    return _is_called(heading, _PERSON)


def person_of(cell: object) -> str:
    """Return what a cell of such a column tells a person by; empty if it tells nobody."""
    text = heading_key(str(cell or ""))
    return "" if text in {"anonymous", "anonyme"} else text


def leaves_trace(heading: str) -> bool:
    """Return whether a column says who answered, when or from where."""
    return tells_person(heading) or _is_called(heading, _TRACE)


def _is_called(heading: str, names: frozenset[str]) -> bool:
    # LimeSurvey writes both: « submitdate. Date de soumission ».
    code, __, rest = heading.partition(".")
    return bool({heading_key(heading), heading_key(code), heading_key(rest)} & names - {""})


def is_none(text: str) -> bool:
    """Return whether a cell says that a question was not answered."""
    return heading_key(text) in _NONE


def number_of(text: str, scale: str) -> int | None:
    """Return the answer a cell stands for, None if its words are not known."""
    known = _WORDS.get(scale, {}).get(heading_key(text))
    if known is not None:
        return known
    match = _NUMBER.fullmatch(text)
    return int(match[1]) if match else None
