"""The five steps of probability, and the five of impact: what they are called and mean."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, TypeAlias

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from entente.domain.risk_levels import STEPS, Step
from entente.domain.risk_scales import AMOUNT_MAX
from entente.i18n import _
from entente_ui.formats import labelled, number
from entente_ui.kit import Card, LinkButton, PlainLabel, sized, spaced
from entente_ui.risks.scales.fields import FigureField, WordField
from entente_ui.risks.words import step_name

#: Called with axis, step and what is to be written of it.
Write: TypeAlias = Callable[[str, int, Mapping[str, Any]], object]

PROBABILITY: Final = "probability"
IMPACT: Final = "impact"
_DAYS_MAX: Final = 10_000
_PERCENT: Final = 100
_NAME: Final = 150
_FIGURE: Final = 104
_STEP: Final = 18


class StepsCard(Card):
    """One scale.

    Attributes:
        names, definitions: Words of each step, by step.
        figures: Its numbers, by step and name of the field.
        usual: Brings ours back.
    """

    def __init__(
        self, axis: str, write: Write, reset: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__("", parent)
        self._axis = axis
        self._write = write
        self.names: dict[int, WordField] = {}
        self.definitions: dict[int, WordField] = {}
        self.figures: dict[tuple[int, str], FigureField] = {}
        is_probability = axis == PROBABILITY
        title = _("Probability") if is_probability else _("Impact")
        self._scale = title
        self.usual = LinkButton(_("The usual words"), partial(reset, axis), self)
        head = spaced(QHBoxLayout(), 0, 8)
        head.addWidget(PlainLabel(title, "section", self), 1)
        head.addWidget(self.usual)
        self.note = PlainLabel("", "error", self, wrap=True)
        self.note.hide()
        grid = spaced(QGridLayout(), 0, 8)
        labels = [_("Name"), _("Definition")]
        labels += [_("Stands for (%)")] if is_probability else [_("Up to (€)"), _("Up to (days)")]
        for place, label in enumerate(labels, 1):
            grid.addWidget(PlainLabel(label, "field", self), 0, place)
        for row, step in enumerate(STEPS, 1):
            self._add_row(grid, row, step)
        grid.setColumnStretch(2, 1)
        self.body.addLayout(head)
        self.body.addLayout(grid)
        self.body.addWidget(self.note)

    def show_steps(self, steps: tuple[Step, ...], note: str, *, read_only: bool) -> None:
        """Show what the steps mean; `note` says what is worth another look."""
        for step in steps:
            self.names[step.step].show_words(step_name(step))
            self.definitions[step.step].show_words(step.definition)
            share = None if step.share is None else round(_PERCENT * step.share, 6)
            values = {"share": share, "money": step.money, "days": step.days}
            for name, value in values.items():
                figure = self.figures.get((step.step, name))
                if figure is not None and figure.value != value:
                    figure.set_value(value)
        lines = (*self.names.values(), *self.definitions.values(), *self.figures.values())
        for line in lines:
            line.setReadOnly(read_only)
        self.usual.setVisible(not read_only)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _add_row(self, grid: QGridLayout, row: int, step: int) -> None:
        def named(label: str) -> str:
            return labelled(f"{self._scale} {number(step)}", label)

        place = PlainLabel(number(step), "strong", self)
        sized(place, width=_STEP)
        self.names[step] = WordField(named(_("Name")), partial(self._put, step, "name"), self)
        self.definitions[step] = WordField(
            named(_("Definition")), partial(self._put, step, "definition"), self
        )
        sized(self.names[step], width=_NAME)
        grid.addWidget(place, row, 0)
        grid.addWidget(self.names[step], row, 1)
        grid.addWidget(self.definitions[step], row, 2)
        figures: tuple[tuple[str, str, float], ...] = (
            (("share", _("Stands for (%)"), _PERCENT),)
            if self._axis == PROBABILITY
            else (
                ("money", _("Up to (€)"), AMOUNT_MAX),
                ("days", _("Up to (days)"), _DAYS_MAX),
            )
        )
        for column, (name, label, most) in enumerate(figures, 3):
            field = FigureField(named(label), partial(self._put, step, name), self, most=most)
            sized(field, width=_FIGURE)
            self.figures[step, name] = field
            grid.addWidget(field, row, column)

    def _put(self, step: int, name: str, value: Any) -> None:  # noqa: ANN401  # words or a number
        if name == "share" and value is not None:
            value = round(value / _PERCENT, 8)
        self._write(self._axis, step, {name: value or None if isinstance(value, str) else value})
