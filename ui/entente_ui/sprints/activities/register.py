"""The register of the kinds of activities, with what can be done to them alone."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.activity import ACTIVITY_TYPE
from entente.i18n import _
from entente.services.activity_library import shipped_key
from entente_ui.kit import EmptyState, LinkButton, SecondaryButton, make_action
from entente_ui.pane import Context, paper
from entente_ui.registers.commands import RegisterCommands
from entente_ui.registers.filters import OneOf
from entente_ui.registers.register import Register
from entente_ui.sprints.activities import deeds


class ActivityCommands(RegisterCommands):
    """Also takes into the backlog, sets aside and gives back the original."""

    def __init__(self, register: "ActivityRegister") -> None:
        super().__init__(register)
        self._activities = register
        self.take = self._made(_("Take into the backlog"), self.take_selected, "plus")
        self.aside = self._made(_("Set aside"), self.turn_aside, "archive")
        self.reset = self._made(_("Back to the original"), self.reset_selected, "restore")
        self.delete_used = self._made(_("Delete for good"), self.delete_selected, "trash")
        self.offered = (*self.offered, self.take, self.aside, self.reset)

    def _made(self, text: str, on_trigger: Callable[[], object], icon_name: str) -> QAction:
        action = make_action(self, text, on_trigger, icon_name)
        self.writing_allowed.connect(action.setEnabled)
        return action

    @property
    def is_aside(self) -> bool:
        """Whether all that is selected is set aside."""
        rows = self._activities.chosen
        return bool(rows) and all(row["set_aside"] for row in rows)

    @override
    def more(self) -> Sequence[QAction]:
        rows = self._activities.chosen
        if not rows:
            return ()
        self.aside.setText(_("Bring back") if self.is_aside else _("Set aside"))
        offered = [self.take, self.aside]
        if all(map(shipped_key, rows)):
            offered.append(self.reset)
        used = deeds.uses(self._document)
        return (*offered, self.delete_used) if any(used.get(row["id"]) for row in rows) else offered

    @override
    def delete(self) -> None:
        context = self._activities.context
        deeds.delete(context, self._table.selected_keys(), deeds.uses(self._document))

    def take_selected(self) -> None:
        """Put each of what is selected into the backlog."""
        for row in self._activities.chosen:
            deeds.take(self._activities.context, row["id"], "", row["name"] or "")

    def turn_aside(self) -> None:
        """Set aside what is selected, or bring it back if all of it is."""
        keys = [row["id"] for row in self._activities.chosen]
        deeds.set_aside(self._activities.context, keys, on=not self.is_aside)

    def reset_selected(self) -> None:
        """Give what is selected its original back."""
        ours = [row["id"] for row in self._activities.chosen if shipped_key(row)]
        deeds.reset(self._activities.context, ours)

    def delete_selected(self) -> None:
        """Delete what is selected, though cards are of it."""
        keys = self._table.selected_keys()
        deeds.delete_for_good(self._activities.context, keys, deeds.uses(self._document))


class ActivityRegister(Register):
    """All kinds of activities as rows; those set aside only when asked for.

    Signals:
        cleared: Emitted once every row is shown, those set aside as well.
    """

    cleared = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, ACTIVITY_TYPE, parent)

    @property
    def chosen(self) -> list[dict[str, Any]]:
        """The rows that are selected."""
        keys = set(self.table.selected_keys())
        rows = self.context.document.table(ACTIVITY_TYPE).dicts()
        return [row for row in rows if row["id"] in keys]

    def show_aside(self, *, on: bool) -> None:
        """Show what is set aside as well, or hide it."""
        self.set_condition("set_aside", None if on else OneOf(frozenset({False, None})))

    @override
    def clear_filter(self) -> None:
        super().clear_filter()
        self.cleared.emit()

    def choose(self) -> None:
        """Let activities of the library be chosen."""
        from entente_ui.sprints.activities.loading import LoadDialog  # noqa: PLC0415  # rarely asked

        LoadDialog(self.context, self).open()

    def print_cards(self) -> None:
        """Go to the deck of cards among the documents."""
        self.context.reveal(paper("activity-cards"), "")

    @override
    def make_commands(self) -> RegisterCommands:
        return ActivityCommands(self)

    @override
    def _make_invitation(self) -> EmptyState:
        invitation = EmptyState(
            "documents",
            _("The library of activities is not loaded yet."),
            _("Load the library"),
            lambda: deeds.load(self.context),
            self,
            hint=_("Some forty activities, each with what it is good for and how to run it."),
        )
        invitation.add_button(SecondaryButton(_("Choose among them…"), self.choose, invitation))
        invitation.add_button(LinkButton(_("Add one of one’s own"), self.commands.add, invitation))
        return invitation
