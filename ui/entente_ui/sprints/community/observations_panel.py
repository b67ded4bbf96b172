"""What was seen in a sandbox session: typed as it is said, in lanes by what it is."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.observation_line import read_observation
from entente.domain.review import OBSERVATION
from entente.i18n import _, ngettext
from entente.services.sandboxes import Observation, Trial
from entente_ui.formats import long_date, number
from entente_ui.kit import Menu, PlainLabel, make_action, spaced
from entente_ui.kit.cards import LaneHead, Lanes, Looks
from entente_ui.pane import Context, Selection
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.sprints.community.capture import Capture
from entente_ui.sprints.community.observation_faces import (
    KINDS,
    ObservationFaces,
    ObservationList,
)
from entente_ui.sprints.community.sandbox_deeds import SandboxDeeds

#: Px at 100 % a lane takes at least, so that four stand side by side.
_WIDE: Final = 190


class ObservationsPanel(QWidget):
    """One session: its observations, and the line they are typed in.

    Attributes:
        trial: The session; None where there is none.
        lanes: The observations.
        capture: Where one is typed.

    Signals:
        chosen: Emitted when other observations are selected.
        released: Emitted when one is no longer written over.
    """

    chosen = Signal()
    released = Signal()

    def __init__(
        self, context: Context, deeds: SandboxDeeds, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._deeds = context, deeds
        self.trial: Trial | None = None
        faces = ObservationFaces()
        self.lanes: Lanes[Observation] = Lanes(
            lambda: ObservationList(faces), _("Observations"), self
        )
        self.capture = Capture(OBSERVATION, str, self)
        self.capture.explain(
            _("New observation"),
            _("+ helps, - hinders, ? asks, ! could be"),
            _("The first sign says which lane it goes to; Enter notes it."),
        )
        self._said = PlainLabel("", "body", self, wrap=True)
        inside = spaced(QVBoxLayout(self), 0, 8)
        inside.addWidget(self._said)
        inside.addWidget(self.capture)
        inside.addWidget(self.lanes, 1)
        self._connect()

    def _connect(self) -> None:
        lanes = self.lanes
        self.capture.entered.connect(self.note)
        lanes.chosen.connect(self.chosen)
        lanes.asked.connect(self.run)
        lanes.carried.connect(lambda kind: self._move(lanes.selected, kind))
        lanes.dropped.connect(lambda kind, keys, _on: self._move(self._of(keys), kind))
        lanes.edited.connect(self._reword)
        lanes.menu_wanted.connect(lambda at: self.make_menu().popup(at))
        lanes.released.connect(self.released)

    @property
    def selection(self) -> Selection | None:
        """The observations selected."""
        keys = tuple(each.id for each in self.lanes.selected)
        return Selection(OBSERVATION, keys) if keys else None

    @property
    def _is_written(self) -> bool:
        return not self._context.document.is_presenting

    def show_trial(self, trial: Trial | None) -> None:
        """Show a session."""
        self.trial = trial
        self.capture.setVisible(self._is_written)
        self._said.setText(_about(trial) if trial else "")
        lanes: dict[str, list[Observation]] = {kind: [] for kind in KINDS}
        for each in trial.seen if trial else ():
            lanes[each.kind].append(each)
        heads = [LaneHead(kind, _(words).capitalize()) for kind, words in KINDS.items()]
        self.lanes.show_lanes(heads, lanes, Looks(None, self._is_written, wide=_WIDE))

    @Slot()
    def note(self) -> None:
        """Note what was typed."""
        trial, current = self.trial, self.lanes.current
        line = read_observation(self.capture.text, current.kind if current else next(iter(KINDS)))
        if trial is None or not line.text:
            return
        key = self._deeds.note(trial.id, line, self.capture.chosen_level)
        if key:
            self.lanes.reveal(key)
            self.capture.taken()

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what is called `name` to the observations selected."""
        some = self.lanes.selected
        match name:
            case "open":
                focus_inspector(self.window())
            case "new":
                self.capture.begin()
            case "edit" if some and self._is_written:
                self.lanes.begin_edit(some[0].id)
            case "delete":
                self._deeds.remove(some)
            case "card" if some:
                self._deeds.to_cards(some)
            case _ if name in KINDS:
                self._move(some, name)

    def make_menu(self) -> Menu:
        """Return what can be done with the observations selected."""
        menu, some = Menu(_("Observations"), self), self.lanes.selected
        for each in some[:1]:
            if each.item:
                words = _("Go to {record}").format(record=each.item_ref)
                go = partial(self._context.reveal, BACKLOG_ITEM.name, each.item)
                menu.addAction(make_action(menu, words, go, "arrow-right"))
        choices = [(_("Show in the inspector"), "open", "layout-sidebar-right")]
        if some and self._is_written:
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
        if away and self._deeds.move(away, kind, _(KINDS[kind])):
            self.lanes.reveal(away[0].id)

    @Slot(str, str)
    def _reword(self, key: str, text: str) -> None:
        for each in self._of([key]):
            if text.strip() and text != each.text:
                self._deeds.reword(each, text)

    def _of(self, keys: Sequence[str]) -> list[Observation]:
        wanted = set(keys)
        return [each for each in (self.trial.seen if self.trial else ()) if each.id in wanted]


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
