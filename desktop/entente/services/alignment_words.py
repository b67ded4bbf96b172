"""What is said of the matrix of alignment, on screen as on paper."""

from collections.abc import Mapping, Sequence
from typing import Final

from entente.domain.aim_figures import Pair, Topic
from entente.domain.aims import TOPIC_LABELS, TOPIC_PHRASES
from entente.i18n import N_, _, ngettext
from entente.services.alignment import Matrix
from entente.services.impact_words import NONE, mean_words

SCORE_WORDS: Final[Mapping[int, str]] = {
    1: N_("sees something else"),
    2: N_("sees little of it"),
    3: N_("sees part of it"),
    4: N_("sees nearly the same"),
    5: N_("says the same as the project"),
}


def score_words(score: int | None) -> str:
    """Return a score in words."""
    if score is None:
        return _("not asked")
    return f"{score}, {_(SCORE_WORDS[score])}"


def topic_words(topic: str) -> str:
    """Return what a column is called."""
    words = _(TOPIC_LABELS[topic])
    return words[:1].upper() + words[1:]


def spread_words(topic: Topic) -> str:
    """Return how far the scores of a topic lie from each other."""
    return NONE if topic.spread is None else str(int(topic.spread))


def whole_words(matrix: Matrix) -> str:
    """Return in a sentence or two what is shared and what is not."""
    return shared_words(len(matrix.asked), matrix.topics, len(matrix.pairs))


def shared_words(asked: int, topics: Sequence[Topic], pairs: int) -> str:
    """Return the same.

    Args:
        asked: How many people were asked.
        topics: How they stand on each.
        pairs: How many pairs are far apart.
    """
    if not asked:
        return _("Nobody was asked yet.")
    said = ngettext("{count} person was asked.", "{count} people were asked.", asked)
    told = [said.format(count=asked)]
    wide = [_(TOPIC_PHRASES[topic.name]) for topic in topics if topic.is_wide]
    if wide:
        told.append(_("Not shared: {topics}.").format(topics=", ".join(wide)))
    if pairs:
        said = ngettext("{count} pair is far apart.", "{count} pairs are far apart.", pairs)
        told.append(said.format(count=pairs))
    return " ".join(told)


def pair_words(matrix: Matrix, pair: Pair) -> str:
    """Return how far two are apart, and on what most."""
    people = {person.id: person for person in matrix.people}
    one, other = (people[key].cells[pair.widest].score for key in (pair.one, pair.other))
    return gap_words(pair.gap, _(TOPIC_PHRASES[pair.widest]), one, other)


def gap_words(gap: float, topic: str, one: int, other: int) -> str:
    """Return the same, given the gap and the two scores on the topic they differ most on."""
    return _("{gap} apart on average; most on {topic}: {one} and {other}").format(
        gap=mean_words(gap), topic=topic, one=one, other=other
    )
