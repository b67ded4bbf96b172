"""The balance of forces: questions, grids, plane, objectives, alliances."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.objective import INFLUENCE, OBJECTIVE, STANCE
from entente.domain.sensitivity import Swing, sensitivity
from entente.i18n import _, ngettext
from entente.services import mactor, mactor_answers
from entente.services.mactor import PARTS, Question
from entente_ui import formats
from entente_ui.actors.mactor.aims_page import AimsPage
from entente_ui.actors.mactor.alliances_page import AlliancesPage
from entente_ui.actors.mactor.answers_page import AnswersPage
from entente_ui.actors.mactor.known import Known, Page
from entente_ui.actors.mactor.participants import ParticipantsDialog
from entente_ui.actors.mactor.plane_page import PlanePage
from entente_ui.actors.mactor.questions_page import QuestionsPage
from entente_ui.kit import EmptyState, Segments, spaced
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import PaneView

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet
    from entente.store.session import Session

QUESTIONS: Final = "questions"
_SHOWN: Final = frozenset(
    {
        ACTOR.name,
        OBJECTIVE.name,
        *(name for kind in (INFLUENCE, STANCE) for name in (kind.name, kind.rating_name)),
    }
)
#: Up to this many actors every answer is tried at once; more of them, on the worker thread.
_FEW: Final = 20


class MactorView(PaneView):
    """MACTOR, page by page.

    Attributes:
        switch: Chooses the page.
        pages: The pages by name.
    """

    name = "mactor"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._day: dt.date | None = None
        self._known: Known | None = None
        self._is_stale = True
        self._fresh: set[str] = set()
        self._tried = 0
        self.pages: dict[str, Page] = {
            QUESTIONS: QuestionsPage(context, self),
            "answers": AnswersPage(context, self),
            "plane": PlanePage(context, self),
            "aims": AimsPage(context, self),
            "alliances": AlliancesPage(context, self),
        }
        self.switch = Segments(
            (
                (QUESTIONS, _("Questions")),
                ("answers", _("Grids")),
                ("plane", _("Forces")),
                ("aims", _("Objectives")),
                ("alliances", _("Alliances")),
            ),
            QUESTIONS,
            self,
        )
        self._stack = QStackedWidget(self)
        self._whole = QStackedWidget(self)
        self._empty = self._invitation()
        self._veiled = EmptyState(
            "actors",
            _("The balance of forces is yours alone: nothing of it is projected."),
            parent=self,
        )
        choose = QAction(_("Choose who takes part"), self)
        choose.triggered.connect(self.choose_participants)
        self._actions = (choose,)
        self._build()

    @property
    @override
    def status(self) -> str:
        if self._known is None or not self._known.count:
            return ""
        count = self._known.count
        people = ngettext("{count} actor", "{count} actors", count)
        progress = [self._known.forces.progress(kind.name) for kind in (INFLUENCE, STANCE)]
        return _("{people}, {answered} of {total} questions answered").format(
            people=people.format(count=formats.number(count)),
            answered=formats.number(sum(each.answered for each in progress)),
            total=formats.number(sum(each.total for each in progress)),
        )

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.pages[self.switch.current]

    def go(self, name: str) -> None:
        """Open a page."""
        self.switch.set_current(name)
        self._stack.setCurrentWidget(self.pages[name])
        self._refresh_page()
        self.page.setFocus()

    def choose_participants(self) -> None:
        """Ask who takes part, and keep it."""
        if self._known is None:
            return
        table = self.context.document.table(ACTOR)
        names = {each["id"]: f"{each['ref']} {each['name'] or ''}" for each in table.dicts()}
        before = frozenset(each.key for each in self._known.forces.participants)
        dialog = ParticipantsDialog(names, before, self.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            order = list(names)
            self.set_participants(sorted(dialog.chosen, key=order.index), before)
        dialog.deleteLater()

    def set_participants(self, chosen: Sequence[str], before: frozenset[str]) -> None:
        """Let these actors take part instead of those before, in one step."""
        if set(chosen) != before:
            action = partial(_change_participants, chosen=chosen, before=before)
            self.context.document.run(_("Choose who takes part"), action)

    @override
    def offered(self) -> Sequence[QAction]:
        return self._actions if self._known is not None and self._known.can_edit else ()

    @override
    def add_record(self) -> bool:
        page = self.page
        if not isinstance(page, AimsPage):
            return False
        page.new.setFocus()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type == OBJECTIVE.name:
            self.go("aims")
            return True
        page = self.pages["answers"]
        if record_type not in PARTS or not isinstance(page, AnswersPage):
            return False
        first, second, _value = PARTS[record_type]
        rows = self.context.document.table(RECORD_TYPES[record_type]).dicts()
        record = next((row for row in rows if row["id"] == key), None)
        if record is None:  # taken back meanwhile, or not for those who look on
            return False
        self.go("answers")
        return page.go_to(Question(record_type, record[first], record[second]))

    @override
    def show_as_of(self, day: dt.date | None) -> None:
        if day != self._day:
            self._day = day
            self._reload_soon()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"page": self.switch.current}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        name = str(state.get("page", ""))
        if name in self.pages:
            self.go(name)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._reload()

    def _build(self) -> None:
        inner = QWidget(self)
        column = spaced(QVBoxLayout(inner), 0, 10)
        self.switch.setAccessibleName(_("Pages of the balance of forces"))
        column.addWidget(self.switch)
        column.addWidget(self._stack, 1)
        for page in self.pages.values():
            self._stack.addWidget(page)
            page.picked.connect(self._on_picked)
            page.page_wanted.connect(self.go)
            page.participants_wanted.connect(self.choose_participants)
        for each in (inner, self._empty, self._veiled):
            self._whole.addWidget(each)
        spaced(QVBoxLayout(self), (0, 8, 0, 0), 0).addWidget(self._whole)
        self.switch.chosen.connect(self.go)
        document = self.context.document
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self._reload_soon)

    def _invitation(self) -> EmptyState:
        return EmptyState(
            "actors",
            _("Who can weigh on whom, and who wants what?"),
            _("Choose who takes part"),
            self.choose_participants,
            self,
            hint=_(
                "Choose the actors that count; then one question at a time, answered by a figure, "
                "is enough to see who dominates, who relays, and where alliances lie (MACTOR)."
            ),
        )

    @Slot(object)
    def _on_changed(self, change_set: "ChangeSet") -> None:
        if _SHOWN & change_set.tables:
            self._reload_soon()

    @Slot()
    def _reload_soon(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._reload()

    def _reload(self) -> None:
        document = self.context.document
        read = partial(mactor.read, audience=document.viewer, on=self._day)
        can_edit = not document.is_presenting and self._day is None
        self._known = Known(document.read(read), can_edit)
        self._is_stale = False
        self._fresh.clear()
        self._tried += 1
        self._whole.setCurrentIndex(self._which(self._known))
        if self._empty.button is not None:
            self._empty.button.setVisible(can_edit)
        self._refresh_page()
        self.status_changed.emit(self.status)

    def _which(self, known: Known) -> int:
        """Return what is shown: the pages, the invitation, or that it is private."""
        if self.context.document.is_presenting and known.forces.withheld:
            return 2
        return 0 if known.count else 1

    def _refresh_page(self) -> None:
        name = self.switch.current
        if self._known is None or name in self._fresh or not self._known.count:
            return
        self._fresh.add(name)
        self.page.show_known(self._known)
        if isinstance(self.page, PlanePage):
            self._try_answers(self.page, self._known)

    def _try_answers(self, page: PlanePage, known: Known) -> None:
        mid, turn = known.forces.mid, self._tried
        if known.count <= _FEW:
            page.show_swings(sensitivity(mid))
            return

        def show(found: tuple[Swing, ...]) -> None:
            if turn == self._tried:  # nothing has changed since
                page.show_swings(found)

        self.context.background.start(
            _("Trying out every answer"),
            lambda _report: sensitivity(mid),
            done=show,
            failed=self.context.tell,
        )

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        self.selected.emit(Selection(ACTOR, (key,)))


def _change_participants(session: "Session", chosen: Sequence[str], before: frozenset[str]) -> None:
    mactor_answers.add_participants(session, chosen)
    for key in sorted(before - set(chosen)):
        mactor_answers.remove_participant(session, key)
