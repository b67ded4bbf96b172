"""What the page on the alignment says: the matrix with its words, and who is far apart."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from entente.briefs.layout_words import headed
from entente.briefs.parts import Box, Cell, Page, Part, Row, Table, Tone, Words, cell, section
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice, said
from entente.domain.aim_figures import APART, Pair, pairs, topics
from entente.domain.aims import ALIGNMENT, ALIGNMENT_MAX, TOPIC_LABELS, TOPIC_PHRASES
from entente.i18n import _
from entente.services.alignment_words import (
    SCORE_WORDS,
    gap_words,
    shared_words,
    spread_words,
    topic_words,
)
from entente.services.impact_words import NONE, mean_words

_NAME: Final = 108.0
#: So many pairs are told, the furthest apart first.
_PAIRS: Final = 5


def tell(told: Told) -> Page:
    """Return the page, in the language in use."""
    title = _("Alignment on the project")
    return Page(title=title, parts=tuple(_parts(told, Voice(told), title)))


def _parts(told: Told, voice: Voice, title: str) -> Iterator[Part]:
    yield from headed(told.head, title, _("State on {date} · by {mediator}"))
    scores: dict[str, dict[str, int]] = {}
    cells: dict[tuple[str, str], Entry] = {}
    names: dict[str, str] = {}
    for each in told.of(ALIGNMENT.name):
        score, topic, actor = _score(each), each.text("topic"), each.links["actor_id"]
        if score is not None and topic:
            scores.setdefault(actor, {})[topic] = score
            cells[actor, topic] = each
            names[actor] = said(each, "actor_id")
    if not scores:
        yield Words(_("There is nothing on the alignment this reader may know of."))
        return
    far = [pair for pair in pairs(scores) if pair.gap >= APART]
    found = topics(tuple(TOPIC_LABELS), scores)
    yield Box((Words(shared_words(len(scores), found, len(far))),))
    yield _matrix(voice, scores, cells, names)
    yield from section(_("Furthest apart"), *_far(far, scores, names))
    scale = ", ".join(f"{score} {_(words)}" for score, words in SCORE_WORDS.items())
    yield Words(_("Scale: {scale}.").format(scale=scale), Tone.SMALL)


def _score(entry: Entry) -> int | None:
    """Return the latest score the reader may know."""
    known = (rating.number("score") for rating in reversed(entry.history))
    return next((int(score) for score in known if score is not None), None)


def _matrix(
    voice: Voice,
    scores: Mapping[str, Mapping[str, int]],
    cells: Mapping[tuple[str, str], Entry],
    names: Mapping[str, str],
) -> Table:
    rows = [
        Row(
            (cell(names[actor]), *(_cell(voice, cells.get((actor, name))) for name in TOPIC_LABELS))
        )
        for actor in scores
    ]
    found = topics(tuple(TOPIC_LABELS), scores)
    for words, figures in (
        (_("Mean"), [mean_words(topic.mean) for topic in found]),
        (_("Spread"), [spread_words(topic) for topic in found]),
        (_("Asked"), [str(topic.asked) for topic in found]),
    ):
        told = (cell(figure, Tone.DENSE_STRONG) for figure in figures)
        rows.append(Row((cell(words, Tone.SMALL), *told)))
    head = (_("Actor"), *map(topic_words, TOPIC_LABELS))
    return Table((_NAME, 0, 0, 0), tuple(rows), head, tight=True)


def _cell(voice: Voice, entry: Entry | None) -> Cell:
    """Return the score, and below it what was said last."""
    score = _score(entry) if entry else None
    if entry is None or score is None:
        return cell(NONE, Tone.MUTED)
    last = next(each for each in reversed(entry.history) if each.number("score") is not None)
    told = (Words(str(score), Tone.DENSE, heat=ALIGNMENT_MAX - score),)
    return (*told, *voice.words(last, "fact", Tone.SMALL))


def _far(
    far: Sequence[Pair], scores: Mapping[str, Mapping[str, int]], names: Mapping[str, str]
) -> Iterator[Part]:
    rows = []
    for pair in far[:_PAIRS]:
        both = _("{first} and {second}").format(first=names[pair.one], second=names[pair.other])
        one, other = (scores[key][pair.widest] for key in (pair.one, pair.other))
        topic = _(TOPIC_PHRASES[pair.widest])
        rows.append(Row((cell(both), cell(gap_words(pair.gap, topic, one, other)))))
    if rows:
        yield Table((190, 0), tuple(rows), tight=True)
