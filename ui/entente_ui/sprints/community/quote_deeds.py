"""What is done with quotes and interviews, as steps that can be undone."""

from collections.abc import Callable, Sequence
from functools import partial

from entente.domain.quote_line import QuoteLine
from entente.domain.text import shorten
from entente.domain.working_group import QUOTE
from entente.i18n import _, ngettext
from entente.services import quotes, records
from entente.services.quotes import Quote
from entente.store.session import Session
from entente_ui.formats import listing, number, quoted
from entente_ui.pane import Context
from entente_ui.writing import do

#: Longest words of a quote inside the name of a step.
_WORDS = 40


class QuoteDeeds:
    """Writes what was heard, and what is made of it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add(self, line: QuoteLine, level: str, common_cause: str) -> str:
        """Note words and return their key, empty if they were refused."""
        return self._made(_("Note a quote"), lambda s: quotes.add(s, line, level, common_cause))

    def interview(self, actor: str, guide: str) -> str:
        """Note an interview of today and return its key, empty if it was refused."""
        return self._made(_("New interview"), lambda s: quotes.add_interview(s, actor, guide))

    def serve(self, some: Sequence[Quote], cause: str, name: str) -> bool:
        """Say which common cause quotes speak for."""
        keys = [quote.id for quote in some]
        label = _("{quotes} for {cause}").format(quotes=named(some), cause=name)
        return bool(keys) and self._do(label, partial(quotes.serve, keys=keys, common_cause=cause))

    def reword(self, quote: Quote, text: str) -> None:
        """Give a quote other words."""
        label = _("Reword {quote}").format(quote=quote.ref)
        self._do(label, lambda s: records.change(s, QUOTE, quote.id, {"text": text}))

    def to_signals(self, some: Sequence[Quote]) -> list[str]:
        """Make a weak signal of each quote; return the keys of the difficulties.

        Of a quote that was made one already none is made again, and that is said.
        """
        made: list[str] = []
        known = [quote for quote in some if quote.difficulty]
        some = [quote for quote in some if not quote.difficulty]
        if known:
            refs = listing([quote.difficulty_ref for quote in known])
            words = _("It is a difficulty already: {refs}").format(refs=refs)
            self._context.toast(words, False)
        if not some:
            return made
        label = _("Make {quotes} a signal").format(quotes=named(some))
        told = _("Among the difficulties, as a weak signal: {quotes}").format(quotes=named(some))
        self._do(label, lambda s: made.extend(quotes.to_signal(s, q.id) for q in some), told)
        return made

    def to_ideas(self, some: Sequence[Quote]) -> list[str]:
        """Make an idea of the backlog of each quote; return the keys of the cards."""
        made: list[str] = []
        label = _("Make {quotes} an idea").format(quotes=named(some))
        told = _("In the backlog, as an idea: {quotes}").format(quotes=named(some))
        self._do(label, lambda s: made.extend(quotes.to_idea(s, q.id) for q in some), told)
        return made

    def remove(self, some: Sequence[Quote]) -> None:
        """Delete quotes, and offer to take that back."""

        def action(session: Session) -> None:
            for quote in some:
                records.remove(session, QUOTE, quote.id)

        if some:
            told = _("Deleted: {record}").format(record=named(some))
            self._do(_("Delete {record}").format(record=named(some)), action, told)

    def _made(self, label: str, action: Callable[[Session], str]) -> str:
        made: list[str] = []
        self._do(label, lambda s: made.append(action(s)))
        return made[0] if made else ""

    def _do(self, label: str, action: Callable[[Session], object], told: str = "") -> bool:
        return do(self._context, label, action, told)


def named(some: Sequence[Quote]) -> str:
    """Return quotes inside the name of a step: the words of one, the number of more."""
    if len(some) == 1:
        return quoted(shorten(some[0].text, _WORDS))
    words = ngettext("{count} quote", "{count} quotes", len(some))
    return words.format(count=number(len(some)))
