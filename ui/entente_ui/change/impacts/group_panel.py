"""One functional group: how many, where, built with whom, and the questions everyone omits."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.change.impact import FUNCTIONAL_GROUP, OMITTED_QUESTIONS
from entente.domain.records import LEVEL_FIELD
from entente.i18n import _
from entente.services.impact import Group
from entente.services.impact_words import group_words
from entente_ui.change.impacts.deeds import Deeds
from entente_ui.change.impacts.fields_panel import FieldsPanel
from entente_ui.kit import PlainLabel, QuietButton, spaced
from entente_ui.registers.columns import Labels

_FACTS: Final = (
    *("name", "organisation_id", "headcount", "sites", "built_with", "built_on"),
    *("notes", LEVEL_FIELD),
)


class GroupPanel(QWidget):
    """Beside the map.

    Attributes:
        facts: Name, headcount, sites, with whom and when the sheet was built.
        questions: What is often left out.
    """

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._group: Group | None = None
        self._title = PlainLabel("", "section", self, wrap=True)
        self._size = PlainLabel("", "muted", self, wrap=True)
        self.facts = FieldsPanel(FUNCTIONAL_GROUP, _FACTS, self._write, self)
        self.questions = FieldsPanel(FUNCTIONAL_GROUP, tuple(OMITTED_QUESTIONS), self._write, self)
        reminder = _(
            "Three questions are left out whenever a tool stands in for a project. Ask the people "
            "concerned, and write down their answer in their words."
        )
        self._reminder = PlainLabel(reminder, "small", self, wrap=True)
        self._remove = QuietButton(_("Remove this group"), self._take_away, self)
        column = spaced(QVBoxLayout(self), (12, 0, 12, 12), 8)
        for widget in (self._title, self._size, self.facts):
            column.addWidget(widget)
        column.addWidget(PlainLabel(_("Three questions often left out"), "section", self))
        column.addWidget(self._reminder)
        column.addWidget(self.questions)
        column.addWidget(self._remove)
        column.addStretch(1)

    def show_group(self, group: Group, homes: Labels, *, read_only: bool) -> None:
        """Show another group; it can be of one of the organisations named in `homes`."""
        self._group = group
        self._title.setText(f"{group.ref} {group.name}")
        self._size.setText(group_words(group.sheet))
        values: dict[str, Any] = {name: getattr(group, name) for name in _FACTS[:-1]}
        values[LEVEL_FIELD] = group.level
        self.facts.show_values(group.id, values, homes, read_only=read_only)
        self.facts.boxes[LEVEL_FIELD].setVisible(not read_only)
        self.questions.show_values(group.id, group.answers, read_only=read_only)
        self._remove.setVisible(not read_only)

    def _write(self, label: str, values: Mapping[str, Any]) -> str:
        return self._deeds.change_group(self._group, label, values) if self._group else ""

    def _take_away(self) -> None:
        if self._group is not None:
            self._deeds.remove_group(self._group)
