"""Sandbox sessions: what helps, what hinders, what is asked, what could be; in lanes."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.observation_line import read_observation
from entente.domain.review import APPRAISAL, OBSERVATION, SANDBOX
from entente.i18n import _, ngettext
from entente.services import sandboxes
from entente.services.sandboxes import Observation, Trial
from entente_ui.formats import long_date, number
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    Menu,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    Segments,
    ask_beside,
    make_action,
    spaced,
)
from entente_ui.kit.cards import LaneHead, Lanes, Looks
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.sprints.community.capture import Capture
from entente_ui.sprints.community.observation_faces import (
    KINDS,
    ObservationFaces,
    ObservationList,
)
from entente_ui.sprints.community.roti_panel import RotiPanel
from entente_ui.sprints.community.sandbox_deeds import SandboxDeeds

SEEN: Final = "seen"
WORTH: Final = "worth"
#: Px at 100 % a lane takes at least, so that four stand side by side.
_WIDE: Final = 190


class SandboxPage(ReadingView):
    """One session at a time, and what activities were worth to people.

    Attributes:
        trials: All sessions, as they were read.
        mode: Says whether observations or what time was worth is shown.
        lanes: The observations.
        capture: Where one is typed.
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
        faces = ObservationFaces()
        self.lanes: Lanes[Observation] = Lanes(
            lambda: ObservationList(faces), _("Observations"), self
        )
        self.capture = Capture(OBSERVATION, str, self)
        self.worth: RotiPanel | None = None
        self._said = PlainLabel("", "body", self, wrap=True)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        bar = spaced(FlowLayout(), 0, 8)
        bar.addWidget(self.mode)
        self._new = PrimaryButton(_("New session"), self.ask_title, self, icon_name="plus")
        self._others = SecondaryButton(_("Another session…"), self.offer_trials, self)
        bar.addWidget(self._new)
        bar.addWidget(self._others)
        self.capture.explain(
            _("New observation"),
            _("+ helps, - hinders, ? asks, ! could be"),
            _("The first sign says which lane it goes to; Enter notes it."),
        )
        self._page = QWidget(self)
        inside = spaced(QVBoxLayout(self._page), 0, 8)
        inside.addWidget(self._said)
        inside.addWidget(self.capture)
        inside.addWidget(self.lanes, 1)
        self._empty = EmptyState(
            "documents",
            _("Nothing has been tried in a sandbox yet."),
            _("New session"),
            self.ask_title,
            self,
            hint=_("People try before it is decided, and say what helps and what hinders."),
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (self._page, self._empty, private):
            self._stack.addWidget(page)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        lanes = self.lanes
        self.mode.chosen.connect(self._turn)
        self.capture.entered.connect(self.note)
        lanes.chosen.connect(self._tell)
        lanes.asked.connect(self.run)
        lanes.carried.connect(lambda kind: self._move(lanes.selected, kind))
        lanes.dropped.connect(lambda kind, keys, _on: self._move(self._of(keys), kind))
        lanes.edited.connect(self._reword)
        lanes.menu_wanted.connect(lambda at: self.make_menu().popup(at))
        lanes.released.connect(self._catch_up)

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
        if self.lanes.is_editing and is_written:
            # The lanes would take away what is being typed.
            self._is_late = True
            return
        self.lanes.finish_edit()
        self.trials = document.read(lambda s: sandboxes.overview(s, viewer))
        trial = self.trial
        self.capture.setVisible(is_written)
        self._said.setText(_about(trial) if trial else "")
        lanes: dict[str, list[Observation]] = {kind: [] for kind in KINDS}
        for each in trial.seen if trial else ():
            lanes[each.kind].append(each)
        heads = [LaneHead(kind, _(words).capitalize()) for kind, words in KINDS.items()]
        self.lanes.show_lanes(heads, lanes, Looks(None, is_written, wide=_WIDE))
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
            self._stack.setCurrentWidget(self._page)
        self._tell()

    @override
    def add_record(self) -> bool:
        if self.mode.current == WORTH and self.worth is not None:
            self.worth.ask_item()
        elif self.trial is None:
            self.ask_title()
        else:
            self.capture.begin()
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
                    return self.lanes.reveal(key)
                self._emit(Selection(SANDBOX, (key,)))
                return True
        return False

    def show_trial(self, key: str) -> None:
        """Turn to a session."""
        self._key = key
        self.refresh()

    @override
    def focus_filter(self) -> None:
        self.capture.begin()

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
            self.capture.begin()

    def offer_trials(self) -> None:
        """Offer all sessions."""
        menu = Menu(_("Sandbox sessions"), self)
        for trial in self.trials:
            words = f"{trial.row['ref']} {trial.row['title']}"
            menu.addAction(make_action(menu, words, partial(self.show_trial, trial.id)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._others.mapToGlobal(self._others.rect().bottomLeft()))

    @Slot()
    def note(self) -> None:
        """Note what was typed."""
        trial, current = self.trial, self.lanes.current
        line = read_observation(self.capture.text, current.kind if current else next(iter(KINDS)))
        if trial is None or not line.text:
            return
        key = self.deeds.note(trial.id, line, self.capture.chosen_level)
        if key:
            self.lanes.reveal(key)
            self.capture.taken()

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what is called `name` to the observations selected."""
        some, is_written = self.lanes.selected, not self.context.document.is_presenting
        match name:
            case "open":
                focus_inspector(self.window())
            case "new":
                self.capture.begin()
            case "edit" if some and is_written:
                self.lanes.begin_edit(some[0].id)
            case "delete":
                self.deeds.remove(some)
            case "card" if some:
                self.deeds.to_cards(some)
            case _ if name in KINDS:
                self._move(some, name)

    def make_menu(self) -> Menu:
        """Return what can be done with the observations selected."""
        menu, some = Menu(_("Observations"), self), self.lanes.selected
        for each in some[:1]:
            if each.item:
                words = _("Go to {record}").format(record=each.item_ref)
                go = partial(self.context.reveal, BACKLOG_ITEM.name, each.item)
                menu.addAction(make_action(menu, words, go, "arrow-right"))
        choices = [(_("Show in the inspector"), "open", "layout-sidebar-right")]
        if some and not self.context.document.is_presenting:
            choices.append((_("Into the backlog") + "\tB", "card", "layout-kanban"))
            choices += [(_(words).capitalize(), kind, "") for kind, words in KINDS.items()]
            choices.append((_("Reword") + "\tF2", "edit", "pencil"))
            choices.append((_("Delete"), "delete", "trash"))
        for words, name, icon_name in choices:
            menu.addAction(make_action(menu, words, partial(self.run, name), icon_name))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _move(self, some: Sequence[Observation], kind: str) -> None:
        away = [each for each in some if each.kind != kind]
        if away and self.deeds.move(away, kind, _(KINDS[kind])):
            self.lanes.reveal(away[0].id)

    @Slot(str, str)
    def _reword(self, key: str, text: str) -> None:
        for each in self._of([key]):
            if text.strip() and text != each.text:
                self.deeds.reword(each, text)

    def _of(self, keys: Sequence[str]) -> list[Observation]:
        seen = self.trial.seen if self.trial else ()
        return [each for each in seen if each.id in set(keys)]

    @Slot()
    def _catch_up(self) -> None:
        if self._is_late and not self.lanes.is_editing:
            self._is_late = False
            self.expire()

    @Slot()
    def _tell(self) -> None:
        if self.mode.current == WORTH:
            self._emit(self.worth.selection if self.worth is not None else None)
            return
        keys = tuple(each.id for each in self.lanes.selected)
        self._emit(Selection(OBSERVATION, keys) if keys else None)

    @Slot(object)
    def _emit(self, chosen: Selection | None) -> None:
        if chosen != self._told:
            self._told = chosen
            self.selected.emit(chosen)


def _about(trial: Trial) -> str:
    """Return when, where and with how many people something was tried."""
    row, count = trial.row, trial.row["people"] or 0
    people = ngettext("{count} person", "{count} people", count).format(count=number(count))
    parts = (
        f"{row['ref']} {row['title']}",
        long_date(row["held_on"]),
        row["environment"] or "",
        people if count else "",
    )
    return " · ".join(filter(None, parts))
