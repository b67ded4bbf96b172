"""What will last, each figure with a sentence and the records it counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from entente.domain.cause import COMMON_CAUSE
from entente.domain.change.spreading import AMBASSADOR
from entente.domain.text import shorten
from entente.domain.working_group import WORKING_GROUP
from entente.i18n import _, ngettext
from entente.services.ambassadors import Spreading
from entente.services.durability import Durability, Named, Relations
from entente_ui.charts.twin import Figures
from entente_ui.formats import long_date, number, percent

_NONE = "–"
_SENTENCE = 640
#: So much of a cause leaves room for its supporters.
_LENGTH = 28


@dataclass(frozen=True, slots=True)
class Line:
    """One figure.

    Attributes:
        figure: As it is written; a dash where nobody can tell.
        records: What it counts, as far as one can go there.
    """

    title: str
    figure: str
    sentence: str
    records: tuple[Named, ...] = ()


def lines(found: Durability) -> tuple[Line, ...]:
    """Return the figures from what people want to what they do by themselves."""
    return (
        _causes(found),
        _beyond(found),
        _kept(found),
        _relations(found.relations),
        _alone(found),
        _ambassadors(found.spreading),
        _learning(found),
    )


def figures(shown: Sequence[Line]) -> Figures:
    """Return the same as a table."""
    heads = (_("What lasts"), _("Figure"), _("In words"))
    rows = [(each.title, each.figure, each.sentence) for each in shown]
    return Figures(heads, rows, frozenset({1}), {2: _SENTENCE})


def _causes(found: Durability) -> Line:
    count = len(found.causes)
    carried = sum(each.is_carried for each in found.causes)
    sentence = _("No common cause is known yet.")
    if count:
        people = ngettext(
            "{count} person supports one at least",
            "{count} people support one at least",
            found.supporters,
        ).format(count=number(found.supporters))
        sentence = ngettext(
            "{people}; {carried} of {count} is carried by somebody.",
            "{people}; {carried} of {count} are carried by somebody.",
            carried,
        ).format(people=people, carried=number(carried), count=number(count))
    return Line(_(COMMON_CAUSE.plural), number(count), sentence, tuple(_supported(found)))


def _supported(found: Durability) -> Iterator[Named]:
    for each in found.causes:
        words = ngettext(
            "{cause} ({count} supporter)", "{cause} ({count} supporters)", each.supporters
        )
        title = words.format(
            cause=shorten(each.record.title, _LENGTH), count=number(each.supporters)
        )
        yield Named(each.record.kind, each.record.key, each.record.ref, title)


def _beyond(found: Durability) -> Line:
    title = _("Commitments beyond the mission")
    if found.ends_on is None:
        return Line(
            title, _NONE, _("The mission has no end yet: nobody can tell what lasts longer.")
        )
    sentence = _("Under way, and due after the end of the mission on {date}.")
    day = long_date(found.ends_on)
    return Line(title, number(len(found.beyond)), sentence.format(date=day), found.beyond)


def _kept(found: Durability) -> Line:
    sentence = _("What was promised was done: others will rely on it.")
    return Line(_("Commitments kept"), number(len(found.kept)), sentence, found.kept)


def _relations(found: Relations | None) -> Line:
    title = _("Relations that have grown")
    if found is None:
        return Line(title, _NONE, _("The mission has no first day to compare with."))
    if not found.known:
        return Line(title, _NONE, _("Of no pair is it known how far they have come."))
    day = long_date(found.since)
    fresh, acted = len(found.fresh), number(found.acted)
    sentences = (
        _("Higher on the ladder than on {date}.").format(date=day),
        ngettext(
            "Of {count} more nothing was known then.",
            "Of {count} more nothing was known then.",
            fresh,
        ).format(count=number(fresh)),
        ngettext(
            "{count} has acted together by now, {before} had then.",
            "{count} have acted together by now, {before} had then.",
            found.acted,
        ).format(count=acted, before=number(found.acted_before)),
    )
    return Line(title, number(len(found.higher)), " ".join(sentences), found.records)


def _alone(found: Durability) -> Line:
    sentence = _("No action is done yet.")
    if found.done:
        sentence = ngettext("Of {count} action done.", "Of {count} actions done.", found.done)
        sentence = sentence.format(count=number(found.done))
        if found.alone and found.share_alone is not None:
            share = percent(found.share_alone)
            sentence = _("{words} That is {share}.").format(words=sentence, share=share)
    if found.ahead:
        more = ngettext("{count} more is planned.", "{count} more are planned.", len(found.ahead))
        sentence = f"{sentence} {more.format(count=number(len(found.ahead)))}"
    records = (*found.alone, *found.ahead)
    return Line(_("Run without the mediator"), number(len(found.alone)), sentence, records)


def _ambassadors(found: Spreading) -> Line:
    parts = []
    if found.coverage is not None:
        words = _("{share} of the functional groups have one.")
        parts.append(words.format(share=percent(found.coverage)))
    if found.active and found.reach is not None:
        parts.append(_("They reach {share} of the people.").format(share=percent(found.reach)))
    records = tuple(Named(AMBASSADOR.name, each.id, each.ref, each.name) for each in found.active)
    sentence = " ".join(parts) or _("There is no functional group yet.")
    return Line(_("Ambassadors at it"), number(len(found.active)), sentence, records)


def _learning(found: Durability) -> Line:
    count = len(found.learning)
    shared = sum(len(each.sharings) for each in found.learning)
    sentence = _("There is no learning community yet.")
    if count:
        sentence = ngettext(
            "{count} learning community, in which {shared} things were shared.",
            "{count} learning communities, in which {shared} things were shared.",
            count,
        ).format(count=number(count), shared=number(shared))
    records = tuple(
        Named(WORKING_GROUP.name, each.id, str(each.group.row["ref"]), str(each.group.row["name"]))
        for each in found.learning
    )
    return Line(_("Meetings of learning communities"), number(found.meetings), sentence, records)
