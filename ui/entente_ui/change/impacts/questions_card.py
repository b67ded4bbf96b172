"""The questions everyone omits, over all groups, and the risks that open ones stand for."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from entente.domain.change.impact import OMITTED_QUESTIONS
from entente.i18n import _, ngettext
from entente.services.impact import Study
from entente.services.risk_sets import Model
from entente_ui.formats import listing, number
from entente_ui.kit import Card, FlowLayout, LinkButton, PlainLabel, SecondaryButton, spaced

#: So many groups are named after a question.
_NAMED = 6


class QuestionsCard(Card):
    """One line a question, with the groups that have no answer.

    Attributes:
        lines: The questions.
        propose: Adds the risks of open questions.
    """

    def __init__(
        self,
        add: Callable[[], object],
        open_risks: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        title = _("Three questions often left out")
        self.body.addWidget(PlainLabel(title, "section", self, wrap=True))
        self.lines = [PlainLabel("", "body", self, wrap=True) for _name in OMITTED_QUESTIONS]
        hint = _("Unanswered, each of them is a risk of the project.")
        self.body.addWidget(PlainLabel(hint, "muted", self, wrap=True))
        for line in self.lines:
            self.body.addWidget(line)
        self.propose = SecondaryButton("", add, self, icon_name="plus")
        self._see = LinkButton(_("Go to the risks"), open_risks, self)
        row = spaced(FlowLayout(), 0, 8)
        row.addWidget(self.propose)
        row.addWidget(self._see)
        self.body.addLayout(row)

    def show_study(self, study: Study, models: Sequence[Model], *, read_only: bool) -> None:
        """Show which groups leave which question open, and what of it is in no register."""
        for line, (name, question) in zip(self.lines, OMITTED_QUESTIONS.items(), strict=True):
            names = [group.name for group in study.groups if name in group.unanswered]
            line.setText(f"{_(question)} {_told(names)}")
        missing = sum(not model.is_there for model in models)
        text = ngettext("Add {count} risk", "Add {count} risks", missing)
        self.propose.setText(text.format(count=number(missing)))
        self.propose.setVisible(bool(missing) and not read_only)
        self._see.setVisible(any(model.is_there for model in models) and not read_only)


def _told(names: Sequence[str]) -> str:
    if not names:
        return _("Answered by every group.")
    if len(names) > _NAMED:
        text = ngettext("Open for {count} group.", "Open for {count} groups.", len(names))
        return text.format(count=number(len(names)))
    return _("Open for {groups}.").format(groups=listing(names))
