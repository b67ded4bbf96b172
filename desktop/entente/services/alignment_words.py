"""What is said of the matrix of alignment, on screen as on paper."""

from collections.abc import Mapping
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
    count = len(matrix.asked)
    if not count:
        return _("Nobody was asked yet.")
    told = [
        ngettext("{count} person was asked.", "{count} people were asked.", count).format(
            count=count
        )
    ]
    wide = [_(TOPIC_PHRASES[topic.name]) for topic in matrix.topics if topic.is_wide]
    if wide:
        told.append(_("Not shared: {topics}.").format(topics=", ".join(wide)))
    if matrix.pairs:
        pairs = len(matrix.pairs)
        said = ngettext("{count} pair is far apart.", "{count} pairs are far apart.", pairs)
        told.append(said.format(count=pairs))
    return " ".join(told)


def pair_words(matrix: Matrix, pair: Pair) -> str:
    """Return how far two are apart, and on what most."""
    people = {person.id: person for person in matrix.people}
    one, other = (people[key].cells[pair.widest].score for key in (pair.one, pair.other))
    return _("{gap} apart on average; most on {topic}: {one} and {other}").format(
        gap=mean_words(pair.gap), topic=_(TOPIC_PHRASES[pair.widest]), one=one, other=other
    )
