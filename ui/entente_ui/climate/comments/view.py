"""The tab of the words: comments to be read first, and what was said and done."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.climate.survey import ANSWERED, QUOTED, VERBATIM
from entente.domain.difficulty import DIFFICULTY
from entente.i18n import N_, _, ngettext
from entente.services import verbatims
from entente_ui.formats import number
from entente_ui.kit import FlowLayout, PlainLabel, SecondaryButton, make_action, sized, spaced
from entente_ui.pane import Context
from entente_ui.registers.register_view import RegistersView

#: Px at 100 % a button is high.
_BUTTON: Final = 34
#: What may be said of comments, with the icon of each.
_VERDICTS: Final = (
    (QUOTED, N_("May be quoted"), "quote"),
    ("reworded", N_("In other words only"), "pencil"),
    ("withheld", N_("Withhold"), "eye-off"),
)


class CommentsView(RegistersView):
    """Comments as a register, what is said of those selected above it; and what was done.

    Attributes:
        buttons: One for each thing that may be said of comments, then one for a weak signal.
    """

    name = "comments"
    kinds = (VERBATIM, ANSWERED)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._bar = QWidget(self)
        flow = spaced(FlowLayout(self._bar), 0, 8)
        self.buttons: list[SecondaryButton] = []
        for status, words, _icon in _VERDICTS:
            button = SecondaryButton(_(words), None, self._bar)
            button.clicked.connect(lambda _on=False, to=status: self.moderate(to))
            self.buttons.append(button)
        self.buttons.append(SecondaryButton(_("Raise as a difficulty"), self.raise_it, self._bar))
        for button in self.buttons:
            flow.addWidget(button)
        told = _("A comment stays with you until you say what may be told of it.")
        note = PlainLabel(told, "small", self._bar)
        sized(note, height=_BUTTON)
        flow.addWidget(note)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self._bar)
        self.switch.chosen.connect(self._fit)
        self.selected.connect(self._fit)
        context.document.viewer_changed.connect(self._fit)
        self._fit()

    @property
    def chosen(self) -> list[str]:
        """Keys of the comments selected."""
        return self.register(VERBATIM).table.selected_keys() if self.kind is VERBATIM else []

    @Slot(str)
    def moderate(self, status: str) -> None:
        """Say what may be told of the comments selected."""
        keys, done = self.chosen, list[str]()
        if not keys:
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
        for button in self.buttons:
            button.setEnabled(bool(keys))
        self.buttons[-1].setEnabled(len(keys) == 1)

    @override
    def offered(self) -> Sequence[QAction]:
        found = list(super().offered())
        if self.context.document.is_presenting or not self.chosen:
            return found
        for status, words, icon in _VERDICTS:
            found.append(make_action(self, _(words), partial(self.moderate, status), icon))
        found.append(make_action(self, _("Raise as a difficulty"), self.raise_it, "flag"))
        return found
