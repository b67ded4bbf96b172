"""The tab of the words: comments to be read first, and what was said and done."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.climate.survey import ANSWERED, QUOTED, VERBATIM
from entente.domain.climate.words import Span, names_in
from entente.domain.difficulty import DIFFICULTY
from entente.domain.records import RecordType
from entente.i18n import N_, _, ngettext
from entente.services import records, verbatims
from entente_ui.climate.comments.naming import NamingLine, RewordDialog
from entente_ui.climate.comments.register import CommentRegister
from entente_ui.formats import number
from entente_ui.kit import (
    FlowLayout,
    PlainLabel,
    SecondaryButton,
    ask,
    make_action,
    sized,
    spaced,
)
from entente_ui.pane import Context
from entente_ui.registers.register import Register
from entente_ui.registers.register_view import CountLink, RegistersView

#: Px at 100 % a button is high.
_BUTTON: Final = 34
_REWORDED: Final = "reworded"
#: What may be said of comments, with the icon of each.
_VERDICTS: Final = (
    (QUOTED, N_("May be quoted"), "quote"),
    (_REWORDED, N_("In other words only"), "pencil"),
    ("withheld", N_("Withhold"), "eye-off"),
)


class CommentsView(RegistersView):
    """Comments as a register, what is said of those selected above it; and what was done.

    Attributes:
        buttons: One for each thing that may be said of comments, then what is done with one alone.
        line: Warns of names in the comment selected.
        named: Says how many comments name somebody, and selects them.
    """

    name = "comments"
    kinds = (VERBATIM, ANSWERED)
    tables = frozenset({VERBATIM.name, ACTOR.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._bar = QWidget(self)
        self.line = NamingLine(self)
        self.named = CountLink(self._select, self._bar)
        self.buttons: list[SecondaryButton] = []
        self._build()
        self.switch.chosen.connect(self._fit)
        self.selected.connect(self._fit)
        context.document.viewer_changed.connect(self._fit)
        self._fit()

    def _build(self) -> None:
        flow = spaced(FlowLayout(self._bar), 0, 8)
        for status, words, _icon in _VERDICTS:
            button = SecondaryButton(_(words), None, self._bar)
            button.clicked.connect(lambda _on=False, to=status: self.moderate(to))
            self.buttons.append(button)
        for words, act in (
            (_("Put in other words…"), self.reword),
            (_("Raise as a difficulty"), self.raise_it),
        ):
            self.buttons.append(SecondaryButton(words, act, self._bar))
        told = _("A comment stays with you until you say what may be told of it.")
        note = PlainLabel(told, "small", self._bar)
        for small in (note, self.named):
            sized(small, height=_BUTTON)
        for widget in (*self.buttons, note, self.named):
            flow.addWidget(widget)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self._bar)
            layout.insertWidget(2, self.line)

    @override
    def make_register(self, kind: RecordType) -> Register:
        return CommentRegister(self.context) if kind is VERBATIM else super().make_register(kind)

    @property
    def chosen(self) -> list[str]:
        """Keys of the comments selected."""
        return self.register(VERBATIM).table.selected_keys() if self.kind is VERBATIM else []

    def _select(self, keys: Sequence[str]) -> None:
        register = self.register(VERBATIM)
        register.clear_filter()
        register.table.select_keys(list(keys))

    @override
    def refresh(self) -> None:
        """Look for names in what was written; the registers read for themselves."""
        document = self.context.document
        keys: list[str] = []
        if not document.is_presenting:
            names = document.read(verbatims.people)
            rows = document.table(VERBATIM).dicts()
            keys = [str(row["id"]) for row in rows if names_in(row["text"] or "", names)]
        text = ngettext(
            "{count} comment names somebody", "{count} comments name somebody", len(keys)
        )
        self.named.show_keys(text, keys)
        self._fit()

    @Slot(str)
    def moderate(self, status: str) -> None:
        """Say what may be told of the comments selected; ask first where that names somebody."""
        keys, done = self.chosen, list[str]()
        if not keys or not self._may_name(keys, status):
            return
        label = _("Say what may be told of comments")
        is_done = self.context.document.run(
            label, lambda s: done.extend(verbatims.moderate(s, keys, status))
        )
        left = len(keys) - len(done)
        if is_done and left:
            text = ngettext(
                "{count} comment cannot be quoted: too few answered that wave.",
                "{count} comments cannot be quoted: too few answered that wave.",
                left,
            )
            self.context.toast(text.format(count=number(left)), False)

    def _may_name(self, keys: Sequence[str], status: str) -> bool:
        """Ask whether what would be told may name whom it names; say whether to go on."""
        found = self.context.document.read(lambda s: verbatims.naming(s, keys, status))
        if not found:
            return True
        title = ngettext(
            "{count} comment names somebody", "{count} comments name somebody", len(found)
        ).format(count=number(len(found)))
        words = _(
            "Papers put […] in the place of the name; it may still be told who is meant. In other "
            "words nobody is recognised."
        )
        return ask(self.window(), title, words, _("Tell it all the same"))

    @Slot()
    def reword(self) -> None:
        """Put the comment selected in other words, which alone are then told."""
        keys, document = self.chosen, self.context.document
        if len(keys) != 1:
            return
        comment = document.read(lambda s: records.get(s, VERBATIM, keys[0]))
        names = document.read(verbatims.people)
        dialog = RewordDialog(comment["text"], comment["paraphrase"] or "", names, self.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            values = {"paraphrase": dialog.paraphrase, "status": _REWORDED}
            label = _("Put a comment in other words")
            document.run(label, lambda s: records.change(s, VERBATIM, keys[0], values))

    @Slot()
    def raise_it(self) -> None:
        """Note the comment selected as a weak signal, and go there."""
        keys, made = self.chosen, list[str]()
        if len(keys) != 1:
            return
        label = _("Raise a comment as a difficulty")
        if self.context.document.run(
            label, lambda s: made.append(verbatims.raise_difficulty(s, keys[0]))
        ):
            self.context.reveal(DIFFICULTY.name, made[0])

    @Slot()
    def _fit(self) -> None:
        """Offer what can be done with what is selected."""
        can_act = not self.context.document.is_presenting and self.kind is VERBATIM
        self._bar.setVisible(can_act)
        keys = self.chosen if can_act else []
        for button in self.buttons[: len(_VERDICTS)]:
            button.setEnabled(bool(keys))
        for button in self.buttons[len(_VERDICTS) :]:
            button.setEnabled(len(keys) == 1)
        spans: Sequence[Span] = ()
        if len(keys) == 1:
            found = self.context.document.read(lambda s: verbatims.naming(s, keys, QUOTED))
            spans = found.get(keys[0], ())
        self.line.show_spans(spans)

    @override
    def add_record(self) -> bool:
        self.register(ANSWERED)  # nobody adds a comment
        return super().add_record()

    @override
    def offered(self) -> Sequence[QAction]:
        found = list(super().offered())
        if self.context.document.is_presenting or not self.chosen:
            return found
        for status, words, icon in _VERDICTS:
            found.append(make_action(self, _(words), partial(self.moderate, status), icon))
        if len(self.chosen) == 1:
            found.append(make_action(self, _("Put in other words…"), self.reword, "pencil"))
        found.append(make_action(self, _("Raise as a difficulty"), self.raise_it, "flag"))
        return found
