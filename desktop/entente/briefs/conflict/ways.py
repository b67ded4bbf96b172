"""The ways out: options against interests, objective criteria, offers, the zone of agreement."""

from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.parts import EMPTY, Cell, Keeps, Part, Table, Tone, Words, cell, section
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Column, Voice, joined, said
from entente.domain.offers import Dated, chain
from entente.domain.option import INTEREST, OFFER, OPTION, OPTION_SCORE, SCORE_MAX, STANDARD
from entente.domain.option_matrix import dominated
from entente.domain.party import PARTY
from entente.domain.values import number_text
from entente.domain.zopa import Limit, Side, Zone, zones
from entente.i18n import _, language

_SIGNS: Final = {"kept": "✓", "open": "○", "dropped": "–"}
_ORDER: Final = {"kept": 0, "open": 1, "dropped": 2}
#: So many options stand beside each other.
_BESIDE: Final = 7
_COLUMN: Final = 44.0


def options(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the options, what has become of each, and how far they meet the interests."""
    listed = sorted(told.of(OPTION.name), key=_rank)
    ordered = sorted(voice.whole.of(OPTION.name), key=_rank)
    numbers = {each.key: number for number, each in enumerate(ordered, 1)}
    scores = _scores(told)
    worse = dominated(
        [each.key for each in ordered if each.text("status") != "dropped"],
        [each.key for each in voice.whole.of(INTEREST.name)],
        scores,
    )

    def option(each: Entry) -> Cell:
        better = worse.get(each.key)
        found = voice.cell(each, "text", _tone(each))
        if better is None:
            return found
        words = _("Option {number} serves every interest scored as well or better.")
        return (*found, Words(words.format(number=numbers[better.by]), Tone.SMALL))

    columns = (
        Column("", 22, (), lambda each: cell(str(numbers[each.key]), Tone.MUTED)),
        Column(_("Option"), 0, ("text",), option),
        Column(_("Status"), 108, ("status",), _status),
        Column(_("Proposed by"), 112, ("actor_id",)),
    )
    yield from section(_("Options examined"), *voice.listing(listed, columns, 1))
    yield from _interests(told, voice, [(numbers[each.key], each) for each in ordered], scores)


def standards(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the yardsticks that depend on neither party."""
    columns = (Column(_("Criterion"), 0, ("text",)), Column(_("Source"), 170, ("source",)))
    listed = voice.listing(told.of(STANDARD.name), columns, 0)
    yield from section(_("Objective criteria"), *listed, spare=3)


def offers(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the offers in their order, each with the one it answers."""
    made = {each.key: each for each in told.of(OFFER.name)}
    dated = [Dated(e.key, e.links.get("answers_id", ""), e.day("made_on")) for e in made.values()]
    ordered = [made[link.key] for link in chain(dated)]
    numbers = {each.key: number for number, each in enumerate(ordered, 1)}

    def terms(each: Entry) -> Cell:
        answered = numbers.get(each.links.get("answers_id", ""))
        if not answered:
            return voice.cell(each, "text")
        words = _("in answer to no. {number}").format(number=answered)
        return (*voice.cell(each, "text"), Words(words, Tone.SMALL))

    columns = (
        Column("", 22, (), lambda each: cell(str(numbers[each.key]), Tone.MUTED)),
        Column(_("Terms"), 0, ("text",), terms),
        Column(_("From"), 96, ("actor_id", "made_on"), _from),
        Column(_("Amount"), 64, ("amount",)),
        Column(_("Status"), 84, ("status",)),
    )
    yield from section(_("Offers"), *voice.listing(ordered, columns, 1, Keeps.LAST))


def zone(told: Told) -> Iterator[Part]:
    """Yield where those who pay and those who receive could meet."""
    people = {each.key: each for each in told.of(PARTY.name)}
    limits = [
        Limit(each.key, Side(each.text("side")), limit)
        for each in people.values()
        if each.text("side") in set(Side) and (limit := each.number("limit")) is not None
    ]
    found = [Words(_zone(each, people)) for each in zones(limits)]
    yield from section(_("Zone of possible agreement"), *found)


def _zone(zone_: Zone, people: dict[str, Entry]) -> str:
    least, most, width = (
        number_text(amount, language()) for amount in (zone_.least, zone_.most, abs(zone_.width))
    )
    names = {"payer": people[zone_.payer].name, "receiver": people[zone_.receiver].name}
    if zone_.exists:
        words = _("From {least} to {most}: {payer} pays no more, {receiver} accepts no less.")
        return words.format(least=least, most=most, **names)
    words = _(
        "None: {width} lie between what {payer} pays at most and {receiver} accepts at least."
    )
    return words.format(width=width, **names)


def _interests(
    told: Told,
    voice: Voice,
    ordered: Sequence[tuple[int, Entry]],
    scores: dict[tuple[str, str], int],
) -> Iterator[Part]:
    """Yield the interests, beside the options that were scored against them."""
    scored = [each for each in ordered if any(key == each[1].key for key, _other in scores)]
    interests = voice.whole.of(INTEREST.name) if scored else told.of(INTEREST.name)
    if not scored:
        yield from section(_("Interests"), *_matrix(interests, [], scores, voice))
        return
    groups = [scored[n : n + _BESIDE] for n in range(0, len(scored), _BESIDE)]
    tables = [table for group in groups for table in _matrix(interests, group, scores, voice)]
    note = _("0 = not met, {most} = fully met; a blank is a question not answered yet.")
    below = Words(note.format(most=SCORE_MAX), Tone.SMALL)
    yield from section(_("How the options meet the interests"), *tables, below, spare=6)


def _matrix(
    interests: Sequence[Entry],
    options_: Sequence[tuple[int, Entry]],
    scores: dict[tuple[str, str], int],
    voice: Voice,
) -> tuple[Table, ...]:
    def score(option: Entry, interest: Entry) -> Cell:
        given = scores.get((option.key, interest.key))
        return EMPTY if given is None else cell(str(given))

    columns = [
        Column(_("Interest"), 0, ("text",)),
        Column(_("Whose"), 118, ("actor_id",)),
        *(
            Column(
                _("Option {number}").format(number=number),
                _COLUMN + 12,
                (),
                lambda each, option=option: score(option, each),  # type: ignore[misc]  # bound now
            )
            for number, option in options_
        ),
    ]
    return voice.listing(interests, columns, 0)


def _rank(option: Entry) -> int:
    return _ORDER.get(option.text("status"), 1)


def _scores(told: Told) -> dict[tuple[str, str], int]:
    return {
        (each.links["option_id"], each.links["interest_id"]): int(each.number("score") or 0)
        for each in told.of(OPTION_SCORE.name)
    }


def _status(option: Entry) -> Cell:
    sign = _SIGNS.get(option.text("status"), "")
    return cell(f"{sign} {said(option, 'status')}".strip(), _tone(option))


def _tone(option: Entry) -> Tone:
    return Tone.MUTED if option.text("status") == "dropped" else Tone.CELL


def _from(offer: Entry) -> Cell:
    day = said(offer, "made_on")
    return (
        Words(joined(offer.text("actor_id")) or "–", Tone.CELL, is_name=True),
        *((Words(day, Tone.SMALL),) if day else EMPTY),
    )
