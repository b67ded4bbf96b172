"""Whom a document can be made for."""

from collections.abc import Sequence
from dataclasses import dataclass

from entente.briefs.kinds import Offered, Readers
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience, party
from entente.i18n import N_, _

#: A party without a key stands for what all of them may read.
ALL_PARTIES = party("")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody a document can be made for.

    Attributes:
        code: What brings the choice back and says nobody's name: `A02`, `sponsor`.
        name: What the list says.
        hint: What this reader's copy holds.
        stem: What stands for the reader in the name of a file, in English; translated into
            the language of the document.
    """

    audience: Audience
    code: str
    name: str
    hint: str
    stem: str


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
        N_("parties"),
    )
    mediator = Reader(
        MEDIATOR,
        "mediator",
        _("Mediator"),
        _("Everything, each text with its level."),
        N_("mediator"),
    )
    sponsor_hint = _("What is for the sponsor or public.")
    others = (
        Reader(SPONSOR, "sponsor", _("Sponsor"), sponsor_hint, N_("sponsor")),
        Reader(PUBLIC, "public", _("Public"), _("Only what everybody may read."), N_("public")),
    )
    if kind.first is Readers.ROOM:
        return (together,)
    if kind.first is Readers.PARTIES:
        return (together, mediator, *others)
    if kind.first is Readers.SPONSOR:
        return (others[0], mediator, together, *others[1:])
    if kind.first is Readers.PERSON:
        hint = _("What is shared with the person; nobody else ever has a copy.")
        return (mediator, *(_person(each, "{ref} {name}", hint) for each in parties))
    hint = _("Its own caucus, and what is for the parties or public.")
    called = _("Party {ref} {name}")
    return (mediator, *(_person(each, called, hint) for each in parties), together, *others)


def _person(each: tuple[str, str, str], called: str, hint: str) -> Reader:
    key, ref, name = each
    return Reader(party(key), ref, called.format(ref=ref, name=name), hint, ref)
