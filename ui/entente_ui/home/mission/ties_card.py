"""The ties a mediator declared, for the whole mission and for each difficulty."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.guard_rails import DECLARATION
from entente.i18n import _
from entente_ui.formats import labelled, long_date
from entente_ui.home.today.rows import ActionRow
from entente_ui.kit import Card, PlainLabel, SecondaryButton, spaced
from entente_ui.look.icons import IconName

_TIES: Final = DECLARATION.field("tie").choices or {}


class TiesCard(Card):
    """What was declared; to declare nothing is not to have no tie.

    Attributes:
        rows: One for each declaration, the latest first.
    """

    def __init__(self, declare: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(_(DECLARATION.plural), parent)
        self.rows: list[ActionRow] = []
        self.declare = SecondaryButton(_("Declare a tie"), declare, self, icon_name="plus")
        self.head.addWidget(self.declare)
        self._none = PlainLabel(
            _("Nothing has been declared yet: “none” is a declaration too, with its date."),
            "muted",
            self,
            wrap=True,
        )
        self.body.addWidget(self._none)
        self._lines = spaced(QVBoxLayout(), 0, 0)
        self.body.addLayout(self._lines)

    def show_ties(
        self,
        declared: Sequence[Mapping[str, Any]],
        names: Mapping[str, str],
        go: Callable[[str, str], object],
        *,
        is_written: bool,
    ) -> None:
        """Show declarations.

        Args:
            declared: The records, the latest first.
            names: What actors are called for the viewer, by key.
            go: Goes to a record of a kind.
            is_written: Whether more may be declared.
        """
        for row in self.rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [
            ActionRow(
                IconName.LINK,
                _tie_words(each, names),
                partial(go, DECLARATION.name, each["id"]),
                detail=" · ".join(filter(None, (each["text"], each["measure"]))),
                hint=long_date(each["declared_on"]) if each["declared_on"] else "",
            )
            for each in declared
        ]
        for row in self.rows:
            self._lines.addWidget(row)
        self._none.setVisible(not declared)
        self.declare.setVisible(is_written)
        self.setVisible(is_written or bool(declared))


def _tie_words(declared: Mapping[str, Any], names: Mapping[str, str]) -> str:
    tie = _(_TIES.get(declared["tie"] or "", ""))
    whom = names.get(declared["actor_id"] or "", "")
    return labelled(tie, whom) if whom else tie
