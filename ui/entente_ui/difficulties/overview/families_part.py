"""What the conflict is made of: Moore's families, found by questions, with what helps."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.family import CONFLICT_FAMILY, FAMILY_LABELS, Family
from entente.domain.moore import Guide
from entente.domain.records import Field
from entente.i18n import _
from entente.services import diagnosis
from entente.services.method_texts import moore_guides
from entente_ui.difficulties.overview.answer import Answer
from entente_ui.difficulties.overview.glossary_check import GlossaryCheck
from entente_ui.difficulties.overview.seen import Seen
from entente_ui.kit import (
    FlowLayout,
    Panel,
    PlainLabel,
    SecondaryButton,
    Section,
    spaced,
)
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.box import FieldBox
from entente_ui.registers.writing import Place, commit

_GROUND: Final = "ground"


class FamiliesPart(QWidget):
    """The families chosen, what shows each and what helps; questions to find them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self._grounds: Mapping[str, str] = {}
        self._guides = {guide.family: guide for guide in moore_guides()}
        self.buttons: dict[Family, SecondaryButton] = {}
        self.cards: dict[Family, _FamilyCard] = {}
        self.questions: dict[Family, tuple[Answer, ...]] = {}
        self.guided = Section(_("Guided questions"), self, expanded=False)
        self.glossary = GlossaryCheck(context, self)
        flow = spaced(FlowLayout(), 0, 8)
        for family in Family:
            button = SecondaryButton(
                _(FAMILY_LABELS[family]).capitalize(), partial(self._toggle, family), self
            )
            button.setCheckable(True)
            self.buttons[family] = button
            flow.addWidget(button)
        self._list = spaced(QVBoxLayout(), 0, 8)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addWidget(PlainLabel(_("What it is made of"), "section", self))
        layout.addLayout(flow)
        layout.addWidget(self.guided)
        layout.addWidget(self.glossary)
        layout.addLayout(self._list)
        self.guided.folded.connect(self._ask)

    def show_seen(self, seen: Seen) -> None:
        """Show the families chosen."""
        self._key = seen.key
        rows = {Family(row["family"]): row for row in seen.families}
        self._grounds = {row["family"]: row[_GROUND] or "" for row in seen.families}
        for family, button in self.buttons.items():
            button.setChecked(family in rows)
            button.setEnabled(not seen.is_read_only)
            button.setVisible(not seen.is_read_only or family in rows)
        for family in Family:
            self._show_card(family, rows.get(family), is_read_only=seen.is_read_only)
        self.guided.setVisible(not seen.is_read_only)
        self._show_answers()
        self.glossary.show_seen(seen)
        self.setVisible(not seen.is_read_only or bool(rows))

    def _show_card(
        self, family: Family, row: Mapping[str, Any] | None, *, is_read_only: bool
    ) -> None:
        if row is None:
            if family in self.cards:
                card = self.cards.pop(family)
                card.hide()
                card.deleteLater()
            return
        if family not in self.cards:
            self.cards[family] = _FamilyCard(self._context, self._guides[family], self)
            place = sum(1 for other in Family if other in self.cards and _before(other, family))
            self._list.insertWidget(place, self.cards[family])
        self.cards[family].show_row(row, is_read_only=is_read_only)

    @Slot()
    def _ask(self) -> None:
        """Make the questions when they are first asked for."""
        if self.questions or not self.guided.expanded:
            return
        hint = _("Answer yes to what you have seen or heard; each yes speaks for a family.")
        self.guided.body.addWidget(PlainLabel(hint, "muted", self, wrap=True))
        for family, guide in self._guides.items():
            title = _(FAMILY_LABELS[family]).capitalize()
            self.guided.body.addWidget(PlainLabel(title, "small-strong", self))
            answers = []
            for question in guide.questions:
                answer = Answer(question, self)
                answer.answered.connect(partial(self._answer, family))
                self.guided.body.addWidget(answer)
                answers.append(answer)
            self.questions[family] = tuple(answers)
        self._show_answers()

    def _show_answers(self) -> None:
        for family, answers in self.questions.items():
            said = self._grounds.get(family.value, "")
            for answer in answers:
                answer.show_answer(answer.question in said)

    def _toggle(self, family: Family) -> None:
        is_on = self.buttons[family].isChecked()
        self._write(family, self._grounds.get(family.value, "") if is_on else None)

    def _answer(self, family: Family) -> None:
        """Note the questions answered yes as what shows a family, beside what was typed."""
        asked = self._guides[family].questions
        yes = [answer.question for answer in self.questions[family] if answer.is_yes]
        lines = self._grounds.get(family.value, "").split("\n")
        own = [line for line in lines if line.strip() and line not in asked]
        ground = "\n".join([*yes, *own])
        self._write(family, ground or None)

    def _write(self, family: Family, ground: str | None) -> None:
        word = _(FAMILY_LABELS[family])
        told = (
            _("No longer count it as: {family}") if ground is None else _("Count it as: {family}")
        )
        self._context.taken(
            work.attempt(
                self._context.document,
                told.format(family=word),
                lambda s: diagnosis.set_family(s, self._key, family.value, ground),
            )
        )


def _before(one: Family, other: Family) -> bool:
    order = list(Family)
    return order.index(one) < order.index(other)


class _FamilyCard(Panel):
    """A family, what shows it, and what usually helps."""

    def __init__(self, context: Context, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__("raised", "", parent)
        self._context = context
        self._row_key = ""
        self.ground = FieldBox(CONFLICT_FAMILY.field(_GROUND), None, self)
        self.ground.committed.connect(self._commit)
        layout = spaced(QVBoxLayout(self), (14, 10, 14, 12), 6)
        title = _(FAMILY_LABELS[guide.family]).capitalize()
        layout.addWidget(PlainLabel(title, "strong", self))
        layout.addWidget(self.ground)
        layout.addWidget(PlainLabel(_("What usually helps"), "field", self))
        self.interventions = tuple(
            PlainLabel(f"•  {text}", "body", self, wrap=True) for text in guide.interventions
        )
        for label in self.interventions:
            layout.addWidget(label)

    def show_row(self, row: Mapping[str, Any], *, is_read_only: bool) -> None:
        """Show what shows it; what is being typed stays."""
        self._row_key = row["id"]
        self.ground.show_value(row[_GROUND])
        self.ground.set_read_only(is_read_only)

    def _commit(self, field: Field, typed: object) -> None:
        place = Place(CONFLICT_FAMILY, self._row_key, {})
        commit(self._context, place, self.ground, field, typed)
