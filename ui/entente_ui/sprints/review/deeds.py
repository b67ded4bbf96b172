"""What can be done at a review: each is one step with a name."""

from collections.abc import Callable, Sequence
from functools import partial

from entente.domain.card_line import CardLine
from entente.domain.records import LEVEL_FIELD
from entente.domain.review import REVIEW_NOTE, TENSION
from entente.domain.sprint import SPRINT
from entente.domain.text import shorten
from entente.i18n import _, ngettext
from entente.services import records, review_edits
from entente.services.reviews import Column, Said, What
from entente.store.session import Session
from entente_ui.formats import labelled, number, quoted
from entente_ui.kit import level_word
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.sprints.review.words import column_words

_KINDS = {What.NOTE: REVIEW_NOTE, What.TENSION: TENSION}
#: Longest name of a card inside the name of a step.
_NAME = 40


class Deeds:
    """Writes what was said and decided; what is refused is told in a sentence.

    Attributes:
        sprint: Key of the sprint that is looked back on.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self.sprint = ""

    def add(self, column: str, line: CardLine, level: str) -> str:
        """Note what was said and return the key of its record, empty if it was refused."""
        label = _("Note under {column}").format(column=column_words(column))
        return self._make(label, lambda s: review_edits.add(s, self.sprint, column, line, level))

    def bring(self, column: str, keys: Sequence[str]) -> Sequence[str]:
        """Note what was observed in the sandbox; return the keys of the notes."""
        made: list[str] = []
        label = _("From the sandbox: {column}").format(column=column_words(column))
        done = self._do(
            label, lambda s: made.extend(review_edits.bring(s, self.sprint, column, keys))
        )
        return made if done else ()

    def vote(self, some: Sequence[Said], by: int) -> None:
        """Give notes a vote, or take one back."""
        keys = [each.key for each in some if by > 0 or each.votes > 0]
        label = _("Vote for {cards}") if by > 0 else _("Take back a vote for {cards}")
        if keys:
            label = label.format(cards=named(some))
            self._do(label, partial(review_edits.vote, keys=keys, by=by))

    def widen(self, some: Sequence[Said], by: int) -> None:
        """Say that gaps are wider, or narrower."""
        keys = [each.key for each in some]
        label = _("Wider gap: {cards}") if by > 0 else _("Narrower gap: {cards}")
        label = label.format(cards=named(some))
        self._do(label, partial(review_edits.widen, keys=keys, by=by))

    def gauge(self, some: Sequence[Said], gap: int) -> None:
        """Say how wide gaps are."""
        away = [each for each in some if each.gap != gap]
        if away:
            label = _("Gap {gap}: {cards}").format(gap=number(gap), cards=named(some))
            self._change(label, away, "gap", gap)

    def move(self, some: Sequence[Said], column: str) -> bool:
        """Put notes into another column of notes."""
        keys = [each.key for each in some]
        label = _("Move {cards} to {place}").format(cards=named(some), place=column_words(column))
        return self._do(label, partial(review_edits.move, keys=keys, column=column))

    def to_tensions(self, some: Sequence[Said]) -> Sequence[str]:
        """Make tensions of what was noted, which stays; return their keys."""
        label = _("Make a tension of {cards}").format(cards=named(some))
        return self._make_all(label, some, review_edits.to_tension)

    def to_actions(self, some: Sequence[Said]) -> Sequence[str]:
        """Make cards of the next cycle of tensions or notes; return their keys."""

        def make(session: Session, each: Said) -> str:
            if each.what is What.TENSION:
                return review_edits.to_action(session, each.key)
            line, column = CardLine(each.text), Column.NEXT.value
            return review_edits.add(session, self.sprint, column, line, each.level)

        label = _("Make an action of {cards}").format(cards=named(some))
        return self._make_each(label, some, make)

    def to_difficulty(self, said: Said) -> str:
        """Make a difficulty of a tension and return its key, empty if it was refused."""
        label = _("Make a difficulty of {cards}").format(cards=named([said]))
        return self._make(label, lambda s: review_edits.to_difficulty(s, said.key))

    def take(self, some: Sequence[Said]) -> Sequence[str]:
        """Take advice: cards of the next cycle; return their keys."""

        def make(session: Session, each: Said) -> str:
            return review_edits.take_advice(session, self.sprint, each.key, each.mark)

        label = _("Take the advice: {cards}").format(cards=named(some))
        return self._make_each(label, some, make)

    def set_status(self, some: Sequence[Said], status: str) -> None:
        """Say that tensions are settled, or open again."""
        label = _("Settled: {cards}") if status == "settled" else _("Open again: {cards}")
        if some:
            self._change(label.format(cards=named(some)), some, "status", status)

    def set_level(self, some: Sequence[Said], level: str) -> None:
        """Say who may read notes and tensions."""
        if some:
            who = _("Who may read {cards}").format(cards=named(some))
            self._change(labelled(who, level_word(level)), some, LEVEL_FIELD, level)

    def reword(self, said: Said, words: str) -> None:
        """Give a card other words."""
        label = _("Reword {cards}").format(cards=named([said]))
        self._do(label, lambda s: review_edits.reword(s, said.what, said.key, words))

    def remove(self, some: Sequence[Said]) -> None:
        """Delete what was noted, and offer to take that back."""
        names = named(some)
        label = _("Delete {cards}").format(cards=names)
        pairs = [(each.what, each.key) for each in some]
        if self._do(label, lambda s: review_edits.remove(s, pairs)):
            self._context.toast(_("Deleted: {cards}").format(cards=names), True)

    def celebrate(self, words: str) -> None:
        """Say what is celebrated."""
        values = {"celebration": words or None}
        self._do(
            _("Say what is celebrated"),
            lambda s: records.change(s, SPRINT, self.sprint, values),
        )

    def draft(self) -> str:
        """Draft the next sprint and return its key, empty if it was refused."""
        return self._make(_("Draft the next sprint"), lambda s: review_edits.draft(s, self.sprint))

    def _change(self, label: str, some: Sequence[Said], name: str, value: object) -> None:
        def action(session: Session) -> None:
            for each in some:
                records.change(session, _KINDS[each.what], each.key, {name: value})

        self._do(label, action)

    def _make(self, label: str, make: Callable[[Session], str]) -> str:
        made: list[str] = []
        done = self._do(label, lambda s: made.append(make(s)))
        return made[0] if done and made else ""

    def _make_all(
        self, label: str, some: Sequence[Said], make: Callable[[Session, str], str]
    ) -> Sequence[str]:
        return self._make_each(label, some, lambda session, each: make(session, each.key))

    def _make_each(
        self, label: str, some: Sequence[Said], make: Callable[[Session, Said], str]
    ) -> Sequence[str]:
        made: list[str] = []
        done = self._do(label, lambda s: made.extend(make(s, each) for each in some))
        return made if done else ()

    def _do(self, label: str, action: Callable[[Session], object]) -> bool:
        document = self._context.document
        if document.is_presenting or not self.sprint:
            return False
        return self._context.taken(work.attempt(document, label, action))


def named(some: Sequence[Said]) -> str:
    """Return cards inside the name of a step: what one is called, the number of more."""
    if len(some) == 1:
        said = some[0]
        return said.ref or quoted(shorten(said.text, _NAME))
    return ngettext("{count} card", "{count} cards", len(some)).format(count=number(len(some)))
