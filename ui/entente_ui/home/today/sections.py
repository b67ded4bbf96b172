"""The parts of the page: attention, difficulties, steps, changes, first steps."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.difficulty import NATURE_LABELS, STATUS_LABELS
from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.home.today.coming import near_words, wave_rows
from entente_ui.home.today.data import Today
from entente_ui.home.today.overdue import late_rows, review_rows
from entente_ui.home.today.rows import ActionRow, StageRow
from entente_ui.kit import Card, PlainLabel, spaced
from entente_ui.look.icons import IconName

if TYPE_CHECKING:
    from entente.domain.retention import Retention
    from entente.services.actors import Assessment
    from entente.services.difficulties import NextStep, Overview
    from entente.store.journal import Step

_SHOWN: Final = 5
_STEPS: Final = 7
_SOON: Final = dt.timedelta(days=30)
_PAST_STAGES: Final = 2

Reveal = Callable[[str, str], None]


class Part(QWidget):
    """A title and a card full of lines; hidden while it has none."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(title, "section", self)
        self._card = Card("", self)
        self._rows = spaced(QVBoxLayout(), 0, 0)
        self._shown: Sequence[QWidget] = ()
        self._card.body.addLayout(self._rows)
        whole = spaced(QVBoxLayout(self), 0, 6)
        whole.addWidget(self._title)
        whole.addWidget(self._card)

    @property
    def rows(self) -> Sequence[QWidget]:
        """The lines."""
        return tuple(self._shown)

    def call(self, title: str) -> None:
        """Give it another title."""
        self._title.setText(title)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show other lines."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = rows
        for row in rows:
            self._rows.addWidget(row)
        self.setVisible(bool(rows))


def attention_rows(today: Today, reveal: Reveal, go: Callable[[str], None]) -> list[QWidget]:
    """Return what cannot wait: mandate, what is overdue, old assessments."""
    rows: list[QWidget] = [_mandate_row(each, reveal) for each in today.difficulties if each.alert]
    late = [step for step in today.steps if step.is_overdue]
    if late:
        words = ngettext("{count} step is overdue", "{count} steps are overdue", len(late))
        rows.append(
            ActionRow(
                IconName.CLOCK,
                words.format(count=len(late)),
                lambda: go("difficulties"),
                detail=_difficulties_of(late, today),
                role="critical",
            )
        )
    if today.retention is not None and today.retention.is_near:
        rows.append(_retention_row(today.retention, go))
    rows += wave_rows(today.waves, reveal)
    rows += late_rows(today.late, reveal)
    rows += review_rows(today.reviews, reveal)
    if today.stale:
        rows.append(_people_row(today.stale, _stale_words(len(today.stale)), reveal))
    if today.unassessed:
        words = ngettext(
            "{count} actor was never assessed",
            "{count} actors were never assessed",
            len(today.unassessed),
        ).format(count=len(today.unassessed))
        rows.append(_people_row(today.unassessed, words, reveal))
    return rows


def difficulty_rows(today: Today, reveal: Reveal) -> list[QWidget]:
    """Return the difficulties not closed, the most escalated first."""
    return [_difficulty_row(each, reveal) for each in today.difficulties]


def step_rows(today: Today, reveal: Reveal) -> list[QWidget]:
    """Return what is overdue, what is to be done soon, and some day."""
    near = [step for step in today.steps if step.due_on is None or step.due_on - today.on <= _SOON]
    return [_step_row(step, today, reveal) for step in near[:_STEPS]]


def change_rows(steps: "Iterable[Step]", show_history: Callable[[], object]) -> list[QWidget]:
    """Return the last changes, newest first."""
    return [
        ActionRow(IconName.HISTORY, step.label, show_history, hint=_moment(step.made_at))
        for step in steps
    ]


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One of the first things to do with a mission."""

    text: str
    detail: str
    is_done: bool
    place: str


def first_steps(today: Today) -> tuple[FirstStep, ...]:
    """Return the first things to do, done or not."""
    placed = today.counts["actors"] > len(today.unassessed)
    return (
        FirstStep(
            _("Say what the mission is"),
            _("Its organisation and what the project is to deliver."),
            bool(today.mission["organisation"] and today.mission["project"]),
            "home",
        ),
        FirstStep(
            _("Put the arrangement in place"),
            _("Who, what is looked at and how often, whom one turns to: fifteen minutes."),
            today.has_arrangement,
            "arrangement",
        ),
        FirstStep(
            _("List the actors"),
            _("Type them, paste them, or drop a contact list on the page."),
            today.counts["actors"] > 0,
            "actors",
        ),
        FirstStep(
            _("Place them by power and interest"),
            _("Drag each to where it stands; the fact behind it can follow."),
            today.counts["actors"] > 0 and placed,
            "actors",
        ),
        FirstStep(
            _("Write down a difficulty"),
            _("Two neutral sentences, its parties, its stage."),
            today.counts["difficulties"] > 0,
            "difficulties",
        ),
        FirstStep(
            _("Note what each party says"),
            _("Position, interests, needs, fears; each with who may read it."),
            today.has_statements,
            "difficulties",
        ),
    )


def first_step_rows(steps: Iterable[FirstStep], go: Callable[[str], None]) -> list[QWidget]:
    """Return the first steps with their ticks; nothing once all are done."""
    steps = tuple(steps)
    if all(step.is_done for step in steps):
        return []
    return [
        ActionRow(
            IconName.CIRCLE_CHECK if step.is_done else IconName.SQUARE,
            step.text,
            partial(go, step.place),
            detail=step.detail,
            hint=_("done") if step.is_done else "",
            role="good" if step.is_done else "muted",
        )
        for step in steps
    ]


def _mandate_row(each: "Overview", reveal: Reveal) -> QWidget:
    beyond = each.alert is not None and each.alert.value == "beyond"
    detail = (
        _("Beyond what a project mediator may treat: hand over, protect the people.")
        if beyond
        else _("At the limit of the mandate: one more stage and it must be handed over.")
    )
    return ActionRow(
        IconName.ALERT_TRIANGLE,
        f"{each.ref} {each.title}",
        partial(reveal, "difficulty", each.id),
        detail=detail,
        hint=_("stage {number}").format(number=each.stage),
        role="critical" if beyond else "caution",
    )


def _retention_row(found: "Retention", go: Callable[[str], None]) -> QWidget:
    date = formats.long_date(found.erase_on)
    words = (
        _("This file was to be erased by {date}")
        if found.is_due
        else _("This file is to be erased by {date}")
    )
    return ActionRow(
        IconName.CLOCK,
        words.format(date=date),
        lambda: go("home"),
        detail=_("The mission has ended; what was said in it is kept no longer than announced."),
        role="critical" if found.is_due else "caution",
    )


def _difficulty_row(each: "Overview", reveal: Reveal) -> QWidget:
    words = [_(NATURE_LABELS.get(each.nature, "")), _(STATUS_LABELS.get(each.status, ""))]
    names = [party.name or party.speaks_for for party in each.parties]
    if any(names):
        words.append(formats.listing([name for name in names if name]))
    stages = tuple(dated.stage for dated in each.history)[-_PAST_STAGES:]
    return StageRow(
        IconName.MESSAGES,
        f"{each.ref} {each.title}",
        partial(reveal, "difficulty", each.id),
        detail=" · ".join(word for word in words if word),
        stages=stages,
    )


def _step_row(step: "NextStep", today: Today, reveal: Reveal) -> QWidget:
    refs = {each.id: each.ref for each in today.difficulties}
    detail = " · ".join(part for part in (refs.get(step.difficulty_id, ""), step.who) if part)
    return ActionRow(
        IconName.CLOCK if step.is_overdue else IconName.FLAG,
        step.text,
        partial(reveal, "step", step.id),
        detail=detail or " ",
        hint=near_words(step.due_on, today.on),
        role="critical" if step.is_overdue else "muted",
    )


def _people_row(people: "Sequence[Assessment]", words: str, reveal: Reveal) -> QWidget:
    first = people[0]
    names = [_named(person) for person in people[:_SHOWN]]
    more = len(people) - len(names)
    detail = ", ".join(names) + (f" +{more}" if more else "")
    return ActionRow(
        IconName.USERS,
        words,
        partial(reveal, "actor", first.id),
        detail=detail,
        role="caution",
    )


def _named(person: "Assessment") -> str:
    if person.days is None:
        return person.name
    days = ngettext("{count} day", "{count} days", person.days).format(count=person.days)
    return f"{person.name} ({days})"


def _stale_words(count: int) -> str:
    return ngettext(
        "{count} assessment is more than 30 days old",
        "{count} assessments are more than 30 days old",
        count,
    ).format(count=count)


def _difficulties_of(steps: "Sequence[NextStep]", today: Today) -> str:
    titles = {each.id: f"{each.ref} {each.title}" for each in today.difficulties}
    keys = dict.fromkeys(step.difficulty_id for step in steps)
    return ", ".join(titles[key] for key in keys if key in titles)


def _moment(made_at: str) -> str:
    moment = dt.datetime.fromisoformat(made_at).astimezone()
    if moment.date() == dt.datetime.now().astimezone().date():
        return formats.clock(moment)
    return formats.short_date(moment.date())
