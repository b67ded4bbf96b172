"""The commitments: on a wall by what became of them, or as a list; noted as they are said."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.card_line import CardLine, read_card
from entente.domain.follow_up import COMMITMENT
from entente.i18n import _, ngettext
from entente.services import commitment_wall, follow_up_figures
from entente_ui.formats import number
from entente_ui.kit import (
    ElidedLabel,
    EmptyState,
    SearchField,
    Segments,
    make_action,
    spaced,
    tab_order,
)
from entente_ui.pane import Context, Selection, paper
from entente_ui.pane_view import ReadingView
from entente_ui.registers.register import Register
from entente_ui.registers.register_view import CountLink
from entente_ui.sprints.commitments.capture import Capture
from entente_ui.sprints.commitments.deeds import Deeds
from entente_ui.sprints.commitments.wall_panel import WallPanel
from entente_ui.sprints.commitments.words import figures, read_as
from entente_ui.sprints.views import LIST, WALL


class CommitmentsView(ReadingView):
    """What was promised, and whether it was kept.

    Attributes:
        mode: Says whether the wall or the list is shown.
        capture: Where a commitment is noted while it is said.
        figures: How well they are kept.
        late: Selects those whose day has passed.
        wall: The wall.
        register: The list; made when first looked at.
    """

    name = "commitments"
    tables = frozenset({COMMITMENT.name, COMMITMENT.rating_name, ACTOR.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._told: Selection | None = None
        self._is_late = self._is_begun = False
        self._viewer = context.document.viewer
        self._deeds = Deeds(context)
        self.mode = Segments([(WALL, _("Wall")), (LIST, _("List"))], WALL, self)
        self.mode.setAccessibleName(_("Wall or list"))
        self.words = SearchField(_("Words, names"), self)
        self.figures = ElidedLabel("", "body", self)
        self.late = CountLink(self.select, self)
        self.wall = WallPanel(context, self._deeds, self)
        self.capture = Capture(self._read_line, lambda line: read_as(self.wall.hung, line), self)
        self.register: Register | None = None
        self._stack = QStackedWidget(self)
        self._empty = EmptyState(
            "welcome",
            _("Nobody has promised anything yet."),
            _("Note a commitment"),
            self.begin_commitment,
            self,
            hint=_("What people say they will do, in their words and before the others."),
        )
        self._private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (self.wall, self._empty, self._private):
            self._stack.addWidget(page)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = spaced(QHBoxLayout(), 0, 10)
        head.addWidget(self.mode)
        head.addWidget(self.figures, 1)
        head.addWidget(self.late)
        head.addWidget(self.words)
        tab_order(self.late, self.words)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 8)
        layout.addLayout(head)
        layout.addWidget(self.capture)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.mode.chosen.connect(self._show)
        self.words.searched.connect(self._show)
        self.capture.added.connect(self._note)
        self.wall.chosen.connect(self._tell_selected)
        self.wall.released.connect(self._catch_up)
        self.wall.new_wanted.connect(self.begin_commitment)
        self.wall.filter_wanted.connect(self.focus_filter)

    @property
    def is_presenting(self) -> bool:
        """Whether others look at the screen: nothing is changed then."""
        return self.context.document.is_presenting

    @property
    @override
    def status(self) -> str:
        if self.register is not None and self.mode.current == LIST:
            return self.register.status
        count = len(self.wall.hung.promises)
        words = ngettext("{count} commitment", "{count} commitments", count)
        return words.format(count=number(count)) if count else ""

    @override
    def refresh(self) -> None:
        document = self.context.document
        if document.viewer != self._viewer:
            self.wall.lanes.finish_edit()
            self.words.clear()
        elif self.wall.lanes.is_editing:
            # The lanes would take away what is being typed.
            self._is_late = True
            return
        viewer = self._viewer = document.viewer
        self.wall.take(document.read(lambda s: commitment_wall.wall(s, viewer)))
        found = document.read(lambda s: follow_up_figures.of_commitments(s, s.today, viewer))
        self.figures.setText(figures(found))
        self.late.show_overdue([each.key for each in found.overdue])
        self.capture.setVisible(not document.is_presenting)
        self._show()

    @Slot()
    def _show(self) -> None:
        is_list = self.mode.current == LIST
        self.words.setVisible(not is_list)
        if is_list:
            self._stack.setCurrentWidget(self._list())
        else:
            self.wall.hang_all(self.words.text())
            self._stack.setCurrentWidget(self._page())
        self._tell_selected()
        self.status_changed.emit(self.status)

    def _page(self) -> QWidget:
        if self.wall.hung.promises or self._is_begun:
            return self.wall
        return self._private if self.is_presenting else self._empty

    def _list(self) -> Register:
        if self.register is None:
            self.register = Register(self.context, COMMITMENT, self)
            self.register.selected.connect(lambda _chosen: self._tell_selected())
            self.register.status_changed.connect(self.status_changed)
            self._stack.addWidget(self.register)
        return self.register

    @Slot()
    def _tell_selected(self) -> None:
        if self.register is not None and self.mode.current == LIST:
            chosen = self.register.selection
        else:
            chosen = self.wall.selection
        if chosen != self._told:
            self._told = chosen
            self.selected.emit(chosen)

    @Slot()
    def _catch_up(self) -> None:
        if self._is_late and not self.wall.lanes.is_editing:
            self._is_late = False
            self.expire()

    def _read_line(self, line: str) -> CardLine:
        wall = self.wall.hung
        return read_card(line, wall.today, wall.people, {}, keeps_named=True)

    @Slot(object)
    def _note(self, line: CardLine) -> None:
        capture = self.capture
        key = self._deeds.add(
            line, level=capture.chosen_level, in_public=capture.in_public.isChecked()
        )
        if key:
            capture.taken()
            self._is_begun = True
            self.wall.lanes.reveal(key)
            capture.begin()

    def select(self, keys: Sequence[str]) -> None:
        """Select commitments, whatever was looked for before."""
        if self.register is not None and self.mode.current == LIST:
            self.register.clear_filter()
            self.register.table.select_keys(list(keys))
            self.register.table.setFocus()
            return
        # Asked a second time, all are shown again.
        picked = frozenset(keys)
        self.wall.picked = None if picked == self.wall.picked else picked
        self.words.clear()
        self._show()
        if self.wall.picked:
            self.wall.lanes.reveal(keys[0])

    @Slot()
    def begin_commitment(self) -> None:
        """Put the cursor where a commitment is noted."""
        if self.is_presenting:
            return
        self._is_begun = True
        if self.mode.current == WALL:
            self._stack.setCurrentWidget(self._page())
        self.capture.begin()

    @override
    def offered(self) -> Sequence[QAction]:
        if self.register is not None and self.mode.current == LIST:
            return self.register.offered_actions()
        new = make_action(self, _("Note a commitment"), self.begin_commitment, "plus")
        wall = make_action(self, _("Print the wall"), self.print_out, "printer")
        return [wall] if self.is_presenting else [new, wall]

    @override
    def add_record(self) -> bool:
        self.begin_commitment()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != COMMITMENT.name:
            return False
        self.read_now()
        if self.mode.current == LIST:
            self._list().reveal(key)
        else:
            self.wall.lanes.reveal(key)
        return True

    @override
    def show_wanted(self, wanted: object) -> None:
        if wanted in {WALL, LIST}:
            self.mode.set_current(str(wanted))
            self._show()

    @override
    def focus_filter(self) -> None:
        if self.register is not None and self.mode.current == LIST:
            self.register.focus_filter()
        else:
            self.words.setFocus()
            self.words.selectAll()

    @override
    def print_out(self) -> None:
        self.context.reveal(paper("wall"), "")

    @override
    def state(self) -> Mapping[str, Any]:
        register = dict(self.register.state()) if self.register is not None else {}
        return {"mode": self.mode.current, "register": register}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if state.get("mode") == LIST:
            self.mode.set_current(LIST)
            self._show()
            kept = state.get("register")
            if isinstance(kept, Mapping):
                self._list().restore(kept)
