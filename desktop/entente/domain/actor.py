"""Actors, their organisations, and the power/interest grid."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from entente.domain.confidentiality import Level
from entente.domain.cooperation.factors import factor_fields, maturity_fields
from entente.domain.fields import choice_field, date_field, notes_field, reference
from entente.domain.records import Field, FieldKind, RecordType, level_field
from entente.i18n import N_

SCALE_MIN: Final = 1.0
SCALE_MAX: Final = 5.0
#: Scores snap to half points.
SCALE_STEP: Final = 0.5
#: From this score on, power or interest counts as high (Mendelow's grid cut at 4 of 5).
HIGH: Final = 4.0


class Camp(StrEnum):
    """The side of the project an actor speaks from."""

    DIRECTION = "direction"
    DIGITAL = "digital"
    BUSINESS = "business"
    VENDOR = "vendor"
    SUPPORT = "support"
    FUNDER = "funder"
    ADVISER = "adviser"
    USER = "user"


CAMP_LABELS: Final = {
    Camp.DIRECTION: N_("management"),
    Camp.DIGITAL: N_("IT"),
    Camp.BUSINESS: N_("business"),
    Camp.VENDOR: N_("vendor"),
    Camp.SUPPORT: N_("support"),
    Camp.FUNDER: N_("funder"),
    Camp.ADVISER: N_("project owner's adviser"),
    Camp.USER: N_("user"),
}

SECTOR_LABELS: Final = {
    "public": N_("public"),
    "private": N_("private"),
    "education": N_("education"),
    "research": N_("research"),
    "incubator": N_("incubator"),
    "finance": N_("finance"),
}
REACH_LABELS: Final = {
    "expert": N_("expert"),
    "local": N_("local"),
    "national": N_("national"),
    "international": N_("international"),
}

#: How an organisation belongs to a cooperation.
MEMBERSHIP_LABELS: Final = {
    "member": N_("member"),
    "joining": N_("about to join"),
    "partner": N_("partner"),
    "left": N_("has left"),
}

ORGANISATION: Final = RecordType(
    "organisation",
    N_("Organisation"),
    N_("Organisations"),
    (
        Field(
            "name", N_("Name"), required=True, headings=("organisation", "entreprise", "company")
        ),
        Field("short_name", N_("Short name"), headings=("sigle", "acronym")),
        choice_field("sector", N_("Sector"), SECTOR_LABELS, headings=("secteur",)),
        *maturity_fields(),
        choice_field("membership", N_("Membership"), MEMBERSHIP_LABELS, shown=False),
        date_field("left_on", N_("Left on"), shown=False),
        *factor_fields(),
        notes_field(),
        level_field(),
    ),
    title="name",
    prefix="ORG",
    rating_help=N_("What shows it: a document, a budget line, what people say."),
    sparse=True,
)

ACTOR: Final = RecordType(
    "actor",
    N_("Actor"),
    N_("Actors"),
    (
        Field(
            "name",
            N_("Name"),
            required=True,
            headings=("label", "full name", "nom complet", "nom et prénom", "contact", "fn"),
        ),
        Field(
            "role",
            N_("Role"),
            headings=("fonction", "title", "job title", "poste", "position", "titre"),
        ),
        reference(
            "organisation_id",
            N_("Organisation"),
            "organisation",
            headings=("structure", "entreprise", "company", "société", "établissement", "org"),
        ),
        choice_field(
            "camp",
            N_("Camp"),
            CAMP_LABELS,
            headings=("type", "side"),
            help=N_("The side of the project this person speaks from."),
        ),
        Field(
            "power",
            N_("Power"),
            FieldKind.NUMBER,
            minimum=SCALE_MIN,
            maximum=SCALE_MAX,
            step=SCALE_STEP,
            dated=True,
            headings=("influence", "p"),
            help=N_("Weight on the project's decisions, from 1 to 5."),
        ),
        Field(
            "interest",
            N_("Interest"),
            FieldKind.NUMBER,
            minimum=SCALE_MIN,
            maximum=SCALE_MAX,
            step=SCALE_STEP,
            dated=True,
            headings=("i",),
            help=N_("How much the project matters to this person, from 1 to 5."),
        ),
        Field(
            "legitimacy",
            N_("Legitimacy"),
            FieldKind.FLAG,
            dated=True,
            shown=False,
            help=N_("Whether the others accept that this person has a say."),
        ),
        Field(
            "urgency",
            N_("Urgency"),
            FieldKind.FLAG,
            dated=True,
            shown=False,
            help=N_("Whether this person's demand cannot wait."),
        ),
        Field(
            "synergy",
            N_("Synergy"),
            FieldKind.INTEGER,
            minimum=1,
            maximum=4,
            dated=True,
            shown=False,
            help=N_("Observed energy for the project, from 1 to 4."),
        ),
        Field(
            "antagonism",
            N_("Antagonism"),
            FieldKind.INTEGER,
            minimum=1,
            maximum=4,
            dated=True,
            shown=False,
            help=N_("Observed energy against the project, from 1 to 4."),
        ),
        Field("discipline", N_("Discipline"), FieldKind.TAGS, shown=False),
        Field("culture", N_("Professional culture"), FieldKind.TAGS, shown=False),
        choice_field("sector", N_("Sector"), SECTOR_LABELS, shown=False),
        choice_field("reach", N_("Reach"), REACH_LABELS, shown=False, headings=("portée",)),
        Field("expertise", N_("Expertise"), FieldKind.TAGS, headings=("tags", "compétences")),
        Field(
            "maturity",
            N_("IT maturity"),
            FieldKind.INTEGER,
            minimum=1,
            maximum=5,
            shown=False,
            help=N_("From 1 (beginning) to 5 (mastered)."),
        ),
        reference("group_id", N_("Functional group"), "functional_group", shown=False),
        Field(
            "email",
            N_("Email"),
            shown=False,
            personal=True,
            fixed_level=Level.MEDIATOR,
            headings=("e-mail", "mail", "courriel", "e-mail address", "adresse e-mail"),
        ),
        Field(
            "phone",
            N_("Telephone"),
            shown=False,
            personal=True,
            fixed_level=Level.MEDIATOR,
            headings=("tel", "téléphone", "tél", "mobile", "portable", "phone"),
        ),
        notes_field(
            headings=("description", "remarques", "commentaires"),
            help=N_("Facts that help the mission. The person may ask to read them."),
        ),
        level_field(),
    ),
    title="name",
    prefix="A",
    digits=2,
    rating_help=N_("What was seen or heard that explains this score?"),
)


class Quadrant(StrEnum):
    """The four strategies of the power/interest grid (Mendelow)."""

    COLLABORATE = "collaborate"
    SATISFY = "satisfy"
    INFORM = "inform"
    MONITOR = "monitor"


@dataclass(frozen=True, slots=True)
class Strategy:
    """What a quadrant advises, in English; translated when shown."""

    name: str
    advice: str


STRATEGIES: Final = {
    Quadrant.COLLABORATE: Strategy(N_("Collaborate"), N_("involve closely")),
    Quadrant.SATISFY: Strategy(N_("Satisfy"), N_("keep informed of decisions")),
    Quadrant.INFORM: Strategy(N_("Inform"), N_("listen, give meaning")),
    Quadrant.MONITOR: Strategy(N_("Monitor"), N_("observe, ask for little")),
}


def quadrant(power: float, interest: float) -> Quadrant:
    """Return the quadrant of a position; `HIGH` and above counts as high.

    Args:
        power: From 1 to 5.
        interest: From 1 to 5.
    """
    if power >= HIGH:
        return Quadrant.COLLABORATE if interest >= HIGH else Quadrant.SATISFY
    return Quadrant.INFORM if interest >= HIGH else Quadrant.MONITOR


def snap(score: float) -> float:
    """Return `score` brought into 1 to 5 and to the nearest half point."""
    inside = min(max(score, SCALE_MIN), SCALE_MAX)
    return round(inside / SCALE_STEP) * SCALE_STEP


def initials(name: str) -> str:
    """Return one or two capitals that stand for a name; `?` for an empty one."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    if not words:
        return "?"
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()
