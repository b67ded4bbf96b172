"""The members of a group: their part, their vision, and what visions have in common."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.working_group import GROUP_MEMBER
from entente.i18n import _, ngettext
from entente.services.working_groups import Group, Keyword
from entente_ui.formats import number
from entente_ui.kit import Button, FlowLayout, LinkButton, PlainLabel, QuietButton, spaced
from entente_ui.pane import Context, Selection
from entente_ui.registers.register import Register

#: From this many members on a keyword stands out.
_SHARED = 2
#: More words than that are for the register.
_MOST = 40


class MembersPanel(QWidget):
    """The register of the members, below the words of their visions.

    Attributes:
        register: The list.
        keywords: One button for each word, what most have in common first.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register = Register(context, GROUP_MEMBER, self)
        self.selected = self.register.selected
        self.keywords: list[Button] = []
        self._words: tuple[Keyword, ...] = ()
        self._flow = spaced(FlowLayout(), 0, 4)
        self._said = PlainLabel("", "small", self, wrap=True)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addWidget(self._said)
        layout.addLayout(self._flow)
        layout.addWidget(self.register, 1)

    @property
    def selection(self) -> Selection | None:
        """The members selected."""
        return self.register.selection

    def show_group(self, group: Group | None) -> None:
        """Show what the visions of a group have in common."""
        words = group.keywords[:_MOST] if group is not None else ()
        if words == self._words and self.keywords:
            return
        self._words = words
        for button in self.keywords:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.keywords = [self._button(each) for each in words]
        for button in self.keywords:
            self._flow.addWidget(button)
        shared = [each for each in words if len(each.members) >= _SHARED]
        said = ngettext(
            "{count} word is shared by several visions; a press selects who wrote it.",
            "{count} words are shared by several visions; a press selects who wrote them.",
            len(shared),
        )
        self._said.setText(said.format(count=number(len(shared))))
        self._said.setVisible(bool(words))

    def select(self, keys: Sequence[str]) -> None:
        """Select members, whatever was looked for before."""
        self.register.clear_filter()
        self.register.table.select_keys(list(keys))
        self.register.table.setFocus()

    def _button(self, each: Keyword) -> Button:
        count = len(each.members)
        is_shared = count >= _SHARED
        text = f"{each.word} · {number(count)}" if is_shared else each.word
        kind = LinkButton if is_shared else QuietButton
        button = kind(text, lambda: self.select(each.members), self)
        said = ngettext("{count} member", "{count} members", count).format(count=number(count))
        button.setAccessibleName(_("{word}, {members}").format(word=each.word, members=said))
        return button
