"""How cards are told: in figures, in short, aloud."""

import datetime as dt
from typing import Final

from entente.domain.backlog import HORIZON_LABELS, PHASE_LABELS, STATUS_LABELS
from entente.domain.card_line import CardLine
from entente.domain.kotter import KOTTER_LABELS
from entente.i18n import _, language, ngettext
from entente.services.board import Board, Card
from entente_ui.formats import labelled, listing, long_date, near_date, number, quoted
from entente_ui.kit import level_word

#: Days until a due date from which on it is said to be near.
_NEAR: Final = 3
_A_WEEK: Final = 7
#: Most dots that tell how long a card has stood where it stands; one a week.
_DOTS: Final = 5


def sentence(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]


def choice_word(value: str) -> str:
    """Return the word of a status, a phase, a step of change or a horizon."""
    for labels in (STATUS_LABELS, PHASE_LABELS, KOTTER_LABELS, HORIZON_LABELS):
        if value in labels:
            return sentence(_(labels[value]))
    return value


def half_days(value: float) -> str:
    """Return how much work something is, in words."""
    one = value < 2 if language() == "fr" else value == 1  # as the language counts
    words = ngettext("{count} half-day", "{count} half-days", 1 if one else 2)
    return words.format(count=number(value))


def short_effort(value: float) -> str:
    """Return how much work something is, on a card."""
    return _("{count} hd").format(count=number(value))


def counted(cards: int) -> str:
    """Return how many cards there are."""
    return ngettext("{count} card", "{count} cards", cards).format(count=number(cards))


def counted_of(found: int, cards: int) -> str:
    """Return how many of the cards there are were found."""
    words = ngettext("{found} of {count} card", "{found} of {count} cards", cards)
    return words.format(found=number(found), count=number(cards))


def age(card: Card, today: dt.date) -> int | None:
    """Return how many days an open card has stood where it stands, if that is known."""
    if card.since is None or not card.is_open:
        return None
    return max(0, (today - card.since).days)


def age_words(days: int) -> str:
    """Return how long a card has stood where it stands."""
    if not days:
        return _("here since today")
    words = ngettext("here for {count} day", "here for {count} days", days)
    return words.format(count=number(days))


def short_age(days: int) -> str:
    """Return how long a card has stood where it stands: the days, and a dot a week."""
    if not days:
        return _("today")
    words = _("{count} d").format(count=number(days))
    # The dots last: where there is little room they go first.
    return " ".join(filter(None, (words, "•" * min(_DOTS, days // _A_WEEK))))


def due(card: Card, today: dt.date) -> tuple[str, str]:
    """Return when an open card is due, late said in words, and the role of its colour."""
    if card.due_on is None or not card.is_open:
        return "", "muted"
    days = (card.due_on - today).days
    if days < 0:
        return _("{count} d late").format(count=number(-days)), "critical"
    if days == 0:
        return _("due today"), "caution"
    role = "caution" if days <= _NEAR else "muted"
    return _("due {day}").format(day=near_date(card.due_on, today)), role


def late(card: Card, today: dt.date) -> str:
    """Return how late an open card is, in words; nothing if it is not."""
    if card.due_on is None or not card.is_open or card.due_on >= today:
        return ""
    days = (today - card.due_on).days
    return ngettext("{count} day late", "{count} days late", days).format(count=number(days))


def aloud(board: Board, card: Card) -> str:
    """Return everything a card shows, as it is read aloud."""
    days, today = age(card, board.today), board.today
    sprints = [sprint.name for sprint in board.sprints if sprint.id in card.sprints]
    parts = (
        card.ref,
        choice_word(card.status),
        board.name("owner_id", card.owner),
        half_days(card.effort) if card.effort is not None else "",
        due(card, today)[0] and labelled(_("due"), long_date(card.due_on)),
        late(card, today),
        age_words(days) if days is not None else "",
        ", ".join(card.labels),
        listing(sprints),
        votes(card.dots) if card.dots else "",
        *(board.name(f, k) for f, k in (("cause_id", card.cause), ("risk_id", card.risk))),
        board.name("difficulty_id", card.difficulty),
        level_word(card.level),
        _("archived") if card.archived_on else "",
    )
    return f"{', '.join(filter(None, parts))}. {card.title}"


def votes(count: int) -> str:
    """Return how many dots a card was given."""
    return ngettext("{count} vote", "{count} votes", count).format(count=number(count))


def read_as(board: Board, line: CardLine) -> str:
    """Return what a line was read as, but for its title."""
    sprint = next((one.name for one in board.sprints if one.id == line.sprint), "")
    parts = [
        half_days(line.effort) if line.effort is not None else "",
        board.name("owner_id", line.owner),
        " ".join(f"#{label}" for label in line.labels),
        sprint,
        labelled(_("due"), long_date(line.due_on)) if line.due_on else "",
    ]
    if line.unknown:
        names = listing([quoted(name) for name in line.unknown])
        parts.append(_("not known here: {names}").format(names=names))
    if line.unread:
        kept = listing([quoted(word) for word in line.unread])
        parts.append(_("left in the title: {words}").format(words=kept))
    return " · ".join(filter(None, parts))
