"""What forms call an answer, and the columns that say who gave it.

In the languages forms are made in around us, whichever the questionnaire is in.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from entente.domain.climate.survey import Scale
from entente.domain.text import heading_key

#: Words for 1 to 5, as LimeSurvey, Google Forms and Microsoft Forms suggest them.
_AGREEMENT: Final = (
    (
        *("pas du tout d’accord", "fortement en désaccord", "tout à fait en désaccord"),
        *("strongly disagree", "stimme überhaupt nicht zu", "stimme gar nicht zu"),
        *("trifft überhaupt nicht zu", "totalmente en desacuerdo", "muy en desacuerdo"),
        *("totalmente in disaccordo", "completamente in disaccordo", "per niente d’accordo"),
        *("discordo totalmente", "helemaal mee oneens", "zeer mee oneens"),
    ),
    (
        *("plutôt pas d’accord", "pas d’accord", "en désaccord", "disagree", "somewhat disagree"),
        *("stimme nicht zu", "stimme eher nicht zu", "trifft eher nicht zu", "en desacuerdo"),
        *("in disaccordo", "poco d’accordo", "discordo", "mee oneens", "oneens"),
    ),
    (
        *("ni d’accord ni pas d’accord", "ni d’accord ni en désaccord", "neutre", "moyennement"),
        *("neither agree nor disagree", "neutral", "undecided", "teils teils", "weder noch"),
        *("ni de acuerdo ni en desacuerdo", "neutro", "né d’accordo né in disaccordo"),
        *("neutrale", "nem concordo nem discordo", "niet mee eens niet mee oneens", "neutraal"),
    ),
    (
        *("plutôt d’accord", "d’accord", "agree", "somewhat agree", "stimme zu"),
        *("stimme eher zu", "trifft eher zu", "de acuerdo", "d’accordo", "abbastanza d’accordo"),
        *("concordo", "mee eens", "eens"),
    ),
    (
        *("tout à fait d’accord", "fortement d’accord", "strongly agree", "stimme voll zu"),
        *("stimme voll und ganz zu", "trifft voll zu", "trifft voll und ganz zu"),
        *("totalmente de acuerdo", "muy de acuerdo", "completamente d’accordo"),
        *("totalmente d’accordo", "concordo totalmente", "helemaal mee eens", "zeer mee eens"),
    ),
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
#: What LimeSurvey writes for the first answer of a list, when it is asked for codes.
_CODE: Final = re.compile(r"\s*AO?0*([1-5])\s*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\s*(\d{1,2})(?:[.,]0+)?(?:\s*[-–—=:.()/].*|\s+\D.*)?", re.DOTALL)

#: Columns that tell a person: what is in them is compared, to see who answered twice. Not names:
#: two people may have the same.
_PERSON: Final = frozenset(
    heading_key(text)
    for text in (
        *("email", "e-mail", "email address", "adresse e-mail", "adresse de messagerie", "mail"),
        *("courriel", "nom d’utilisateur", "username", "token", "code d’accès"),
        *("jeton", "invitation", "adresse mail", "nombre de usuario", "correo electrónico"),
        *("dirección de correo electrónico", "e-mail-adresse", "nutzername", "posta elettronica"),
        *("indirizzo email", "endereço de e-mail", "e-mailadres", "gebruikersnaam"),
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
        *("zeitstempel", "startzeit", "fertigstellungszeit", "nachname", "vorname", "punktzahl"),
        *("marca temporal", "hora de inicio", "hora de finalización", "nombre", "apellido"),
        *("informazioni cronologiche", "ora di inizio", "ora di completamento", "nome", "cognome"),
        *("carimbo de data/hora", "hora de início", "hora de conclusão", "tijdstempel"),
        *("begintijd", "tijd van voltooien", "naam", "sprache", "idioma", "lingua", "taal"),
    )
)
#: Columns that tell the group.
GROUP: Final = frozenset({"group", "groupe", "gruppe", "grupo", "gruppo", "groep"})
_ADDRESS: Final = re.compile(r"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*")


def tells_person(heading: str) -> bool:
    """Return whether a column says who answered."""
    return _is_called(heading, _PERSON)


def are_addresses(cells: Iterable[object]) -> bool:
    """Return whether a column is of e-mail addresses, whatever it is called."""
    filled = [str(cell) for cell in cells if cell not in {None, ""}]
    return bool(filled) and all(_ADDRESS.fullmatch(text) for text in filled)


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


def code_of(text: str, scale: str) -> int | None:
    """Return the answer a code of LimeSurvey stands for, the first being the lowest."""
    match = _CODE.fullmatch(text) if scale in _WORDS else None
    return int(match[1]) if match else None
