"""Choosing which actors take part in the balance of forces."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from entente.domain.text import fold
from entente.i18n import _, ngettext
from entente.services.mactor_answers import FEWEST
from entente_ui import formats
from entente_ui.kit import (
    PlainLabel,
    PrimaryButton,
    SearchField,
    SecondaryButton,
    dress_list,
    spaced,
)
from entente_ui.look.theme import theme

_KEY: Final = Qt.ItemDataRole.UserRole


class ParticipantsDialog(QDialog):
    """All actors with a tick beside each who takes part.

    Attributes:
        people: The list.
    """

    def __init__(
        self, names: Mapping[str, str], chosen: frozenset[str], parent: QWidget | None = None
    ) -> None:
        """Make the dialog.

        Args:
            names: Reference and name of every actor by key, in order.
            chosen: Keys of those who take part.
            parent: The window that asks.
        """
        super().__init__(parent)
        self._before = chosen
        self.people = dress_list(QListWidget(self))
        self._count = PlainLabel("", "small", self, wrap=True)
        self._keep = PrimaryButton(_("Keep"), self.accept, self)
        self.setWindowTitle(_("Who takes part"))
        self._build(names)
        self.resize(theme().px(440), theme().px(520))
        self._say()

    @property
    def chosen(self) -> frozenset[str]:
        """Keys of the actors ticked."""
        items = (self.people.item(row) for row in range(self.people.count()))
        return frozenset(
            item.data(_KEY) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _build(self, names: Mapping[str, str]) -> None:
        column = spaced(QVBoxLayout(self), 20, 10)
        column.addWidget(PlainLabel(_("Who takes part"), "heading", self))
        said = _(
            "Take those who can shift the balance, ten to twenty at most: each of them is asked "
            "about each of the others. One actor may stand for a group."
        )
        column.addWidget(PlainLabel(said, "muted", self, wrap=True))
        search = SearchField(_("Search an actor"), self)
        search.searched.connect(self._search)
        column.addWidget(search)
        self.people.setAccessibleName(_("Who takes part"))
        for key, name in names.items():
            item = QListWidgetItem(name, self.people)
            item.setData(_KEY, key)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            ticked = Qt.CheckState.Checked if key in self._before else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
        self.people.itemChanged.connect(lambda _item: self._say())
        column.addWidget(self.people, 1)
        column.addWidget(self._count)
        buttons = spaced(QHBoxLayout(), 0, 8)
        buttons.addStretch(1)
        buttons.addWidget(SecondaryButton(_("Cancel"), self.reject, self))
        buttons.addWidget(self._keep)
        column.addLayout(buttons)

    def _search(self, words: str) -> None:
        wanted = fold(words)
        for row in range(self.people.count()):
            item = self.people.item(row)
            item.setHidden(wanted not in fold(item.text()))

    def _say(self) -> None:
        chosen = self.chosen
        count, questions = len(chosen), len(chosen) * (len(chosen) - 1)
        said = ngettext(
            "{count} actor: {questions} questions of influence.",
            "{count} actors: {questions} questions of influence.",
            count,
        ).format(count=formats.number(count), questions=formats.number(questions))
        if self._before - chosen:
            said += " " + _(
                "Who is unticked leaves with the answers about them; undo brings them back."
            )
        self._count.setText(said)
        self._keep.setEnabled(count >= FEWEST or count == 0)
