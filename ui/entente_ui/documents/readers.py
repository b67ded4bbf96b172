"""Whom a document can be made for."""

from collections.abc import Sequence
from dataclasses import dataclass

from entente.briefs.kinds import Offered, Readers
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience, party
from entente.i18n import _

#: A party without a key stands for what all of them may read.
ALL_PARTIES = party("")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody a document can be made for.

    Attributes:
        code: What stands for the reader in a file name: `A02`, `sponsor`.
        name: What the list says.
        hint: What this reader's copy holds.
    """

    audience: Audience
    code: str
    name: str
    hint: str


def readers(kind: Offered, parties: Sequence[tuple[str, str, str]]) -> tuple[Reader, ...]:
    """Return whom a kind of document can be made for, the likeliest first.

    Args:
        kind: The kind of document.
        parties: Key, reference and name of those who sit at the table it is about.
    """
    together = Reader(
        ALL_PARTIES,
        "parties",
        _("The parties together"),
        _("What all the parties may read: no caucus."),
    )
    mediator = Reader(
        MEDIATOR, "mediator", _("Mediator"), _("Everything, each text with its level.")
    )
    others = (
        Reader(SPONSOR, "sponsor", _("Sponsor"), _("What is for the sponsor or public.")),
        Reader(PUBLIC, "public", _("Public"), _("Only what everybody may read.")),
    )
    if kind.first is Readers.ROOM:
        return (together,)
    if kind.first is Readers.PARTIES:
        return (together, mediator, *others)
    return (
        mediator,
        *(
            Reader(
                party(key),
                ref,
                _("Party {ref} {name}").format(ref=ref, name=name),
                _("Its own caucus, and what is for the parties or public."),
            )
            for key, ref, name in parties
        ),
        together,
        *others,
    )
