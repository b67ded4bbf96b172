"""What a bow-tie is tied of, taken from what its reader is told."""

from collections.abc import Iterator
from dataclasses import dataclass

from entente.briefs.parts import Words
from entente.briefs.risk_book.book import Book
from entente.briefs.told import Entry
from entente.briefs.voice import joined, said
from entente.domain.risk import READING_LABELS, RISK_CAUSE, Reading
from entente.i18n import _
from entente.services.bowtie import CONTINGENCY, PREVENTIVE, lines

_DONE = "done"
_DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Barrier:
    """Something done about a risk, before it occurs or in case it does.

    Attributes:
        status, due, owner: In words; empty where unknown or not for the reader.
    """

    ref: str
    title: str
    status: str
    due: str
    owner: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Tied:
    """Everything a bow-tie shows, in words.

    Attributes:
        ref, event, kind: Of the risk.
        chips: Each reading that is rated: its name, its score and level, the step of its heat.
        owner: Who answers for it.
    """

    ref: str
    event: str
    kind: str
    chips: tuple[tuple[str, str, int | None], ...]
    owner: str
    causes: tuple[str, ...]
    effects: tuple[str, ...]
    preventive: tuple[Barrier, ...]
    contingency: tuple[Barrier, ...]

    @property
    def rated(self) -> str:
        """The ratings on one line."""
        return joined(*(f"{name} {words}" for name, words, _heat in self.chips))


def tied(book: Book, entry: Entry) -> Tied:
    """Return what leads to a risk, what follows from it, and what stands in between."""
    named = (said(each, "cause") for each in book.of_risk(RISK_CAUSE, entry))
    return Tied(
        ref=entry.ref,
        event=entry.text("event"),
        kind=said(entry, "kind"),
        chips=tuple(_chips(book, entry)),
        owner=said(entry, "owner_id"),
        causes=(*lines(entry.text("cause")), *named),
        effects=lines(entry.text("effect")),
        # What nobody has sorted is done beforehand: that is what most actions are for.
        preventive=_barriers(book.actions(entry, (PREVENTIVE, ""))),
        contingency=_barriers(book.actions(entry, (CONTINGENCY,))),
    )


def _chips(book: Book, entry: Entry) -> Iterator[tuple[str, str, int | None]]:
    view = book.view(entry)
    for reading in Reading:
        rated = view.readings[reading]
        if rated.score is None:
            continue
        (words,) = book.chip(rated, whole=True)
        if isinstance(words, Words):
            yield _(READING_LABELS[reading]), words.text, words.heat


def _barriers(actions: tuple[Entry, ...]) -> tuple[Barrier, ...]:
    return tuple(
        Barrier(
            ref=each.ref,
            title=each.text("title"),
            status=said(each, "status"),
            due=said(each, "due_on"),
            owner=said(each, "owner_id"),
            is_done=each.text("status") == _DONE,
        )
        for each in actions
        if each.text("title") and each.text("status") != _DROPPED
    )
