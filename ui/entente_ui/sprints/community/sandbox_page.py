"""Sandbox sessions: what helps, what hinders, what is asked, what could be; in lanes."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.review import APPRAISAL, OBSERVATION, SANDBOX
from entente.i18n import _, ngettext
from entente.services import sandboxes
from entente.services.sandboxes import Trial
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    Menu,
    PrimaryButton,
    SecondaryButton,
    Segments,
    ask_beside,
    make_action,
    spaced,
)
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.sprints.community.observations_panel import ObservationsPanel
from entente_ui.sprints.community.roti_panel import RotiPanel
from entente_ui.sprints.community.sandbox_deeds import SandboxDeeds

SEEN: Final = "seen"
WORTH: Final = "worth"


class SandboxPage(ReadingView):
    """One session at a time, and what activities were worth to people.

    Attributes:
        trials: All sessions, as they were read.
        mode: Says whether observations or what time was worth is shown.
        seen: The observations, and where one is typed.
        worth: What activities were worth; made when first looked at.
        deeds: Writes.
    """

    name = "sandbox"
    tables = frozenset(
        {SANDBOX.name, OBSERVATION.name, BACKLOG_ITEM.name, BACKLOG_ITEM.rating_name}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.trials: tuple[Trial, ...] = ()
        self._key = ""
        self._is_late = False
        self._told: Selection | None = None
        self.deeds = SandboxDeeds(context)
        self.mode = Segments([(SEEN, _("Observations")), (WORTH, _("Worth of the time"))], SEEN)
        self.mode.setAccessibleName(_("Sandbox"))
        self.seen = ObservationsPanel(context, self.deeds, self)
        self.worth: RotiPanel | None = None
        self._stack = QStackedWidget(self)
        self._build()
        self.mode.chosen.connect(self._turn)
        self.seen.chosen.connect(self._tell)
        self.seen.released.connect(self._catch_up)

    def _build(self) -> None:
        bar = spaced(FlowLayout(), 0, 8)
        bar.addWidget(self.mode)
        self._new = PrimaryButton(_("New session"), self.ask_title, self, icon_name="plus")
        self._others = SecondaryButton(_("Another session…"), self.offer_trials, self)
        bar.addWidget(self._new)
        bar.addWidget(self._others)
        self._empty = EmptyState(
            "documents",
            _("Nothing has been tried in a sandbox yet."),
            _("New session"),
            self.ask_title,
            self,
            hint=_("People try before it is decided, and say what helps and what hinders."),
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (self.seen, self._empty, private):
            self._stack.addWidget(page)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    @property
    def trial(self) -> Trial | None:
        """The session one is at; the latest at first."""
        found = (trial for trial in self.trials if trial.id == self._key)
        return next(found, self.trials[0] if self.trials else None)

    @property
    @override
    def status(self) -> str:
        trial = self.trial
        count = len(trial.seen) if trial else 0
        words = ngettext("{count} observation", "{count} observations", count)
        return words.format(count=number(count)) if trial else ""

    @override
    def refresh(self) -> None:
        document = self.context.document
        viewer, is_written = document.viewer, not document.is_presenting
        if self.seen.lanes.is_editing and is_written:
            # The lanes would take away what is being typed.
            self._is_late = True
            return
        self.seen.lanes.finish_edit()
        self.trials = document.read(lambda s: sandboxes.overview(s, viewer))
        self.seen.show_trial(self.trial)
        self._turn()

    @Slot()
    def _turn(self) -> None:
        is_seen, is_written = self.mode.current == SEEN, not self.context.document.is_presenting
        self._new.setVisible(is_seen and is_written and self.trial is not None)
        self._others.setVisible(is_seen and len(self.trials) > 1)
        if not is_seen:
            if self.worth is None:
                self.worth = RotiPanel(self.context, self.deeds, self)
                self.worth.selected.connect(self._emit)
                self._stack.addWidget(self.worth)
            self._stack.setCurrentWidget(self.worth)
        elif self.trial is None:
            self._stack.setCurrentIndex(2 if self.context.document.is_presenting else 1)
        else:
            self._stack.setCurrentWidget(self.seen)
        self._tell()

    @override
    def add_record(self) -> bool:
        if self.mode.current == WORTH and self.worth is not None:
            self.worth.ask_item()
        elif self.trial is None:
            self.ask_title()
        else:
            self.seen.capture.begin()
        return True

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting:
            return ()
        return (
            make_action(self, _("New sandbox session"), self.ask_title, "plus"),
            make_action(self, _("Ask what the time was worth"), self.open_worth, "star"),
        )

    def open_worth(self) -> None:
        """Turn to what activities were worth."""
        self.mode.set_current(WORTH)
        self._turn()

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        if record_type == APPRAISAL.name:
            self.open_worth()
            return self.worth is not None and self.worth.reveal(record_type, key)
        for trial in self.trials:
            if key == trial.id or any(each.id == key for each in trial.seen):
                self.mode.set_current(SEEN)
                self.show_trial(trial.id)
                if key != trial.id:
                    return self.seen.lanes.reveal(key)
                self._emit(Selection(SANDBOX, (key,)))
                return True
        return False

    def show_trial(self, key: str) -> None:
        """Turn to a session."""
        self._key = key
        self.refresh()

    @override
    def focus_filter(self) -> None:
        self.seen.capture.begin()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"mode": self.mode.current, "trial": self._key}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self._key = str(state.get("trial", ""))
        if state.get("mode") in {SEEN, WORTH}:
            self.mode.set_current(str(state["mode"]))
        self.refresh()

    def ask_title(self) -> None:
        """Ask what a session of today is called; the rest is for the inspector."""
        if self.context.document.is_presenting:
            return
        beside = self._new if self._new.isVisible() else self._empty
        rect = QRect(beside.mapTo(self, QPoint()), beside.size())
        ask_beside(self, rect, _("What is tried today?"), self._begin)

    def _begin(self, title: str) -> None:
        key = self.deeds.begin(title)
        if key:
            self.mode.set_current(SEEN)
            self.show_trial(key)
            self._emit(Selection(SANDBOX, (key,)))
            self.seen.capture.begin()

    def offer_trials(self) -> None:
        """Offer all sessions."""
        menu = Menu(_("Sandbox sessions"), self)
        for trial in self.trials:
            words = f"{trial.row['ref']} {trial.row['title']}"
            menu.addAction(make_action(menu, words, partial(self.show_trial, trial.id)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._others.mapToGlobal(self._others.rect().bottomLeft()))

    @Slot()
    def _catch_up(self) -> None:
        if self._is_late and not self.seen.lanes.is_editing:
            self._is_late = False
            self.expire()

    @Slot()
    def _tell(self) -> None:
        if self.mode.current == WORTH:
            self._emit(self.worth.selection if self.worth is not None else None)
            return
        self._emit(self.seen.selection)

    @Slot(object)
    def _emit(self, chosen: Selection | None) -> None:
        if chosen != self._told:
            self._told = chosen
            self.selected.emit(chosen)
