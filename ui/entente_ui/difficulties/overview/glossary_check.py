"""Words to check before anything else, where the parties come from different trades."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.family import Family
from entente.domain.glossary import TERM, TERM_LABELS, TermStatus
from entente.i18n import _, ngettext
from entente.services import glossary
from entente.services.words_at_stake import Word
from entente_ui.difficulties.overview.seen import Seen
from entente_ui.formats import listing
from entente_ui.kit import FlowLayout, LinkButton, Panel, PlainLabel, QuietButton, spaced
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.line import empty_layout


class GlossaryCheck(Panel):
    """The trades that meet here, and the terms they may not understand alike."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("soft", "left", parent)
        self._context = context
        self._key = ""
        self.sentence = PlainLabel("", "body", self, wrap=True)
        self._rows = spaced(QVBoxLayout(), 0, 2)
        layout = spaced(QVBoxLayout(self), (14, 10, 14, 10), 6)
        layout.addWidget(self.sentence)
        layout.addLayout(self._rows)

    def show_seen(self, seen: Seen) -> None:
        """Show what there is to check; nothing where trades and words agree."""
        self._key = seen.key
        suspected = any(row["family"] == Family.LANGUAGE for row in seen.families)
        trades, words = seen.words.trades, seen.words.words
        self.setVisible(bool(trades or words or suspected))
        self.sentence.setText(_sentence(trades, is_suspected=suspected, has_words=bool(words)))
        empty_layout(self._rows)
        for word in words:
            self._rows.addWidget(self._line(word, is_read_only=seen.is_read_only))

    def _line(self, word: Word, *, is_read_only: bool) -> QWidget:
        row = QWidget(self)
        line = spaced(FlowLayout(row), 0, 8)
        line.addWidget(LinkButton(word.word, partial(self._open, word.key), row))
        told = ngettext("{count} meaning", "{count} meanings", word.meanings)
        state = _(TERM_LABELS[TermStatus(word.status)])
        said = f"{word.ref} · {state} · {told.format(count=word.meanings)}"
        line.addWidget(PlainLabel(said, "muted", row))
        if not word.is_linked and not is_read_only:
            line.addWidget(QuietButton(_("Tie to this difficulty"), partial(self._tie, word), row))
        return row

    def _open(self, key: str) -> None:
        self._context.reveal(TERM.name, key)

    def _tie(self, word: Word) -> None:
        self._context.taken(
            work.attempt(
                self._context.document,
                _("Tie a term to a difficulty"),
                lambda s: glossary.tie(s, [word.key], self._key),
            )
        )


def _sentence(trades: tuple[str, ...], *, is_suspected: bool, has_words: bool) -> str:
    told = []
    if trades:
        met = _("The parties come from different trades: {trades}.")
        told.append(met.format(trades=listing(list(trades))))
    if has_words:
        told.append(_("Check the glossary first: these words are used here and not shared yet."))
    elif is_suspected:
        told.append(_("Check the glossary first: no term that still diverges is used here yet."))
    else:
        told.append(_("Check first that the same words mean the same to all."))
    return " ".join(told)
