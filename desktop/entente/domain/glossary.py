"""The cross glossary: one word, what each trade means by it, what was agreed."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from entente.domain.fields import date_field, notes_field, status_field
from entente.domain.records import Field, FieldKind, RecordType, level_field, part_of
from entente.domain.text import fold
from entente.i18n import N_


class TermStatus(StrEnum):
    """How far people have come towards one meaning."""

    DIVERGING = "diverging"
    DISCUSSED = "discussed"
    SHARED = "shared"


TERM_LABELS: Final = {
    TermStatus.DIVERGING: N_("diverging"),
    TermStatus.DISCUSSED: N_("under discussion"),
    TermStatus.SHARED: N_("shared"),
}

TERM: Final = RecordType(
    "term",
    N_("Term"),
    N_("Terms"),
    (
        Field("word", N_("Term"), required=True, headings=("terme", "mot", "word")),
        status_field(TERM_LABELS),
        Field(
            "definition",
            N_("Agreed definition"),
            FieldKind.LONG_TEXT,
            headings=("définition",),
        ),
        date_field("agreed_on", N_("Agreed on")),
        Field("validated_by", N_("Validated by"), help=N_("A person, or the group that did.")),
        notes_field(),
        level_field(),
    ),
    title="word",
    prefix="G",
)

MEANING: Final = RecordType(
    "meaning",
    N_("Meaning"),
    N_("Meanings"),
    (
        part_of("term_id", N_("Term"), "term"),
        Field(
            "discipline",
            N_("Trade"),
            required=True,
            headings=("discipline", "métier"),
            help=N_("The trade or group that understands it so."),
        ),
        Field("text", N_("Meaning"), FieldKind.LONG_TEXT, required=True),
        Field("source", N_("Source"), help=N_("A document or a person.")),
        level_field(),
    ),
    title="text",
)

TERM_LINK: Final = RecordType(
    "term_link",
    N_("Term in a difficulty"),
    N_("Terms in difficulties"),
    (
        part_of("term_id", N_("Term"), "term"),
        part_of("difficulty_id", N_("Difficulty"), "difficulty"),
    ),
    title="term_id",
    unique=("term_id", "difficulty_id"),
    inner=True,
)


def differing(meanings: Iterable[str]) -> int:
    """Return how many different things a word means; case, accents and signs do not count.

    A trade that does not use the word (a dash, an empty text) means nothing by it.
    """
    said = {re.sub(r"\W+", " ", fold(text)).strip() for text in meanings}
    return len(said - {""})
