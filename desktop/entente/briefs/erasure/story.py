"""What a certificate of erasure says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from entente.briefs.dates import long_date
from entente.briefs.layout_words import by_mediator
from entente.briefs.parts import EMPTY, Page, Part, Row, Table, Together, Tone, Words, cell, section
from entente.domain.catalogue import RECORD_TYPES
from entente.i18n import _, language, ngettext
from entente.services.disclosure import NO_TEXTS, Head, Texts
from entente.services.erasure import Certificate
from entente.store.schema import RECORD_TABLES

_ROOM: Final = 56.0
_COUNT: Final = 70.0


@dataclass(frozen=True, slots=True)
class Certified:
    """A certificate as a document is made from."""

    head: Head
    certificate: Certificate
    texts: Texts = NO_TEXTS


def gather(certificate: Certificate) -> Certified:
    """Return what the paper is made from; nothing of what was erased is left to be told."""
    return Certified(certificate.head, certificate)


def emptied(told: Certified) -> Certified:
    """Return the same without anybody's words."""
    return replace(told, head=told.head.emptied())


def tell(told: Certified) -> Page:
    """Return the certificate, in the language in use."""
    return Page(
        title=_("Certificate of erasure"),
        parts=tuple(_parts(told)),
        note=_("Says what was erased and where, and nothing of what it said."),
        recipient=_("For the person concerned and the mediator"),
    )


def _parts(told: Certified) -> Iterator[Part]:
    made = told.certificate
    kind = _(RECORD_TYPES[made.kind].label)
    yield Words(_("Certificate of erasure"), Tone.TITLE)
    day = long_date(made.made_at.date(), language())
    line = _("{kind} {ref} · erased on {day} at {time}")
    clock = made.made_at.strftime("%H:%M")
    yield Words(line.format(kind=kind, ref=made.ref, day=day, time=clock), Tone.SUBTITLE)
    yield from section(_("Out of the mission"), _rows(made))
    yield from section(_("Out of its history"), Words(_past(made)))
    yield from section(_("Out of the backups"), *_backups(made))
    yield from section(
        _("Beyond reach"),
        Words(
            _(
                "Copies of the file made by hand, papers that were printed and files that were "
                "exported are not known to the program. Whoever holds any destroys it."
            )
        ),
    )
    yield Together(tuple(_signature(told)))


def _rows(made: Certificate) -> Table:
    rows = tuple(
        Row((cell(_table(name)), (Words(str(count), Tone.CELL, is_number=True),)))
        for name, count in made.rows
    )
    return Table((0, _COUNT), rows, (_("What"), _("Records")))


def _table(name: str) -> str:
    """Return what the rows of a table are called; its ratings go by its own name."""
    kind = RECORD_TABLES[name]
    if name == kind.name:
        return _(kind.plural)
    return _("{kind}: dated ratings").format(kind=_(kind.plural))


def _past(made: Certificate) -> str:
    told = ngettext(
        "{count} change was struck out of the history, and the search was built anew. The pages "
        "of the file were written anew, so that nothing is left between them. No step before the "
        "erasure can be undone.",
        "{count} changes were struck out of the history, and the search was built anew. The pages "
        "of the file were written anew, so that nothing is left between them. No step before the "
        "erasure can be undone.",
        made.past,
    )
    return told.format(count=made.past)


def _backups(made: Certificate) -> Iterator[Part]:
    removed = ngettext("{count} backup was deleted.", "{count} backups were deleted.", made.removed)
    yield Words(removed.format(count=made.removed))
    if made.sealed:
        told = ngettext(
            "{count} of them had an older passphrase, so that nobody could look into it.",
            "{count} of them had an older passphrase, so that nobody could look into them.",
            made.sealed,
        )
        yield Words(told.format(count=made.sealed))
    if made.is_replaced:
        yield Words(_("A new backup was made at once, of the mission as it is since."))
    if made.left:
        told = ngettext(
            "{count} backup with an older passphrase was kept: nobody can say whether it holds it.",
            "{count} backups with an older passphrase were kept: nobody can say whether they hold "
            "it.",
            made.left,
        )
        yield Words(told.format(count=made.left), Tone.STRONG)
    if made.failed:
        told = ngettext(
            "{count} backup could not be deleted and has to be, by hand: {names}",
            "{count} backups could not be deleted and have to be, by hand: {names}",
            len(made.failed),
        )
        names = ", ".join(made.failed)
        yield Words(told.format(count=len(made.failed), names=names), Tone.STRONG)


def _signature(told: Certified) -> Iterator[Part]:
    named = by_mediator(told.head)
    cells = (Words(named, Tone.STRONG), Words(_("Date and signature"), Tone.SMALL))
    yield from section(
        _("Handed over"),
        Table((0, 0), (Row((cells, EMPTY), room=_ROOM),), boxed=True),
    )
