"""What lies between two actors: how they get on, who needs whom, how far they have come."""

from types import MappingProxyType
from typing import Final

from entente.domain.fields import choice_field, notes_field
from entente.domain.records import Field, FieldKind, RecordType, level_field
from entente.i18n import N_

QUALITY_MIN: Final = -2
QUALITY_MAX: Final = 2
#: From this dependence on, one of the two cannot do without the other.
STRONG: Final = 2

KIND_LABELS: Final = MappingProxyType(
    {
        "hierarchical": N_("hierarchical"),
        "functional": N_("functional"),
        "contractual": N_("contractual"),
        "informal": N_("informal"),
        "social": N_("social dialogue"),
    }
)
FREQUENCY_LABELS: Final = MappingProxyType(
    {
        "daily": N_("daily"),
        "weekly": N_("weekly"),
        "monthly": N_("monthly"),
        "seldom": N_("a few times a year"),
        "never": N_("never"),
    }
)
DEPENDENCE_LABELS: Final = (N_("none"), N_("weak"), N_("strong"))
#: The ladder of connection: what has grown between two people, from 0 to 6.
CONNECTION_LABELS: Final = (
    N_("unknown to each other"),
    N_("have met"),
    N_("exchange ideas"),
    N_("changed an intention"),
    N_("took on a commitment"),
    N_("acted together"),
    N_("lasting action"),
)


def _end(name: str, label: str, headings: tuple[str, ...]) -> Field:
    return Field(
        name,
        label,
        FieldKind.REFERENCE,
        target="actor",
        required=True,
        owned=True,
        headings=headings,
    )


def _dated(name: str, label: str, limits: tuple[int, int], help_: str, *headings: str) -> Field:
    return Field(
        name,
        label,
        FieldKind.INTEGER,
        minimum=limits[0],
        maximum=limits[1],
        dated=True,
        shown=name == "quality",
        help=help_,
        headings=headings,
    )


RELATION: Final = RecordType(
    "relation",
    N_("Relation"),
    N_("Relations"),
    (
        _end("from_id", N_("From"), ("de", "source")),
        _end("to_id", N_("To"), ("à", "vers", "target")),
        choice_field("kind", N_("Nature"), KIND_LABELS, headings=("type",)),
        _dated(
            "quality",
            N_("Quality"),
            (QUALITY_MIN, QUALITY_MAX),
            N_("From −2 (broken) to +2 (trusting)."),
            "qualité",
            "strength",
        ),
        _dated(
            "connection",
            N_("Connection"),
            (0, len(CONNECTION_LABELS) - 1),
            N_("How far they have come together, from 0 (unknown) to 6 (lasting action)."),
            "connexion",
        ),
        _dated(
            "dependence",
            N_("The first depends on the second"),
            (0, STRONG),
            N_("0 not at all, 1 weakly, 2 strongly."),
            "dépendance",
        ),
        _dated(
            "dependence_back",
            N_("The second depends on the first"),
            (0, STRONG),
            N_("0 not at all, 1 weakly, 2 strongly."),
        ),
        Field(
            "need",
            N_("Depend on each other for"),
            shown=False,
            help=N_("What one needs from the other: data, a decision, a delivery."),
        ),
        choice_field(
            "frequency",
            N_("Contact"),
            FREQUENCY_LABELS,
            shown=False,
            headings=("fréquence", "frequency"),
        ),
        Field(
            "one_way",
            N_("One way only"),
            FieldKind.FLAG,
            shown=False,
            help=N_("Whether it goes from the first to the second alone."),
        ),
        notes_field(),
        level_field(),
    ),
    title="kind",
    prefix="L",
    digits=2,
    rating_help=N_("What was seen or heard between them?"),
)
