"""What is looked at, and how often: relations first, then the climate."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget
from typing_extensions import override

from entente.domain.start.arrangement import CADENCE_MAX
from entente.i18n import _
from entente.services.arrangement import WAVES_MAX, Draft
from entente_ui.formats import listing, long_date
from entente_ui.home.mission.assistant.page import DraftPage, paragraphs
from entente_ui.kit import NumberField, PlainLabel, sized, spaced

_PEOPLE_MAX = 1_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A questionnaire that can be chosen.

    Attributes:
        bank: Key of one of ours; empty for one of the mission's own.
        key: Of one of the mission's own.
        told: What it is for.
    """

    name: str
    bank: str = ""
    key: str = ""
    told: str = ""


class RelationsPage(DraftPage):
    """The second step: which grid, how often."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Relations")
        self.sentence = _("What is looked at in a relation, and how often: the first time at once.")
        self.days = NumberField(
            _("Days between two reviews of relations"), self, minimum=1, maximum=CADENCE_MAX
        )
        self.days.set_value(draft.relation_days)
        sized(self.days, width=120)
        self.grid = paragraphs(draft.relation_grid, self, 150)
        self.add(
            _("Days between two reviews of relations"),
            self.days,
            _("Thirty is usual; fifteen in a crisis. Empty: no rhythm is promised."),
        )
        self.add(_("What is looked at in a relation"), self.grid)
        self.column.addStretch(1)
        self.setFocusProxy(self.days)

    @override
    def problem(self) -> str:
        return "" if self.days.settle() else self.days.toolTip()

    @override
    def filled(self, draft: Draft) -> Draft:
        days = self.days.value
        return replace(
            draft,
            relation_days=None if days is None else int(days),
            relation_grid=self.grid.toPlainText().strip(),
        )


class ClimatePage(DraftPage):
    """The third step: which questionnaire, how often, how many waves are planned now."""

    def __init__(
        self,
        draft: Draft,
        asked: Sequence[Asked],
        days_of: Callable[[Draft], Sequence[dt.date]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = _("Climate")
        self.sentence = _(
            "A short questionnaire, anonymous, asked again and again: what moves is what counts."
        )
        self._draft, self._asked, self._days_of = draft, asked, days_of
        self.which = QComboBox(self)
        for each in asked:
            self.which.addItem(each.name)
        chosen = [each.bank for each in asked]
        self.which.setCurrentIndex(chosen.index(draft.bank) if draft.bank in chosen else 0)
        self.days = self._number(_("Days between two waves"), 1, CADENCE_MAX, draft.survey_days)
        self.waves = self._number(_("Waves planned now"), 0, WAVES_MAX, draft.waves)
        self.people = self._number(_("People asked"), 0, _PEOPLE_MAX, draft.population)
        self._purpose = PlainLabel("", "small", self, wrap=True)
        self._planned = PlainLabel("", "muted", self, wrap=True)
        self.add(_("Questionnaire"), self.which)
        self.column.addWidget(self._purpose)
        form = spaced(QFormLayout(), 0, 8)
        for field in (self.days, self.waves, self.people):
            form.addRow(PlainLabel(field.accessibleName(), "field", self), field)
            field.value_changed.connect(lambda _value: self._tell())
        self.column.addLayout(form)
        self.column.addWidget(self._planned)
        self.column.addStretch(1)
        self.which.currentIndexChanged.connect(lambda _index: self._tell())
        self.setFocusProxy(self.which)
        self._tell()

    def _number(self, name: str, least: int, most: int, value: int | None) -> NumberField:
        field = NumberField(name, self, minimum=least, maximum=most)
        field.set_value(value)
        sized(field, width=120)
        return field

    @property
    def chosen(self) -> Asked:
        """The questionnaire that is asked."""
        return self._asked[max(0, self.which.currentIndex())]

    @override
    def enter(self) -> None:
        self._tell()

    @override
    def problem(self) -> str:
        fields = (self.days, self.waves, self.people)
        return next((field.toolTip() for field in fields if not field.settle()), "")

    @override
    def filled(self, draft: Draft) -> Draft:
        chosen, days, people = self.chosen, self.days.value, self.people.value
        return replace(
            draft,
            bank=chosen.bank,
            questionnaire_id=chosen.key,
            survey_days=None if days is None else int(days),
            waves=int(self.waves.value or 0),
            population=None if people is None else int(people),
        )

    def _tell(self) -> None:
        is_asked = bool(self.chosen.bank or self.chosen.key)
        for field in (self.days, self.waves, self.people):
            field.setEnabled(is_asked)
        self._purpose.setText(self.chosen.told)
        self._purpose.setVisible(bool(self.chosen.told))
        days = self._days_of(self.filled(self._draft))
        words = _("Planned now: {days}.").format(days=listing([long_date(day) for day in days]))
        self._planned.setText(words if days else _("No wave is planned now."))
