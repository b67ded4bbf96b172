"""A checklist of the mission: which steps were taken when, and what shows it."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.engagement import CHECK_ITEM
from entente.i18n import _
from entente.services import stages
from entente.services.stages import LINKS, Checklist, Stage, Step
from entente_ui.checklists.deeds import StepDeeds
from entente_ui.checklists.menu import kinds_menu, step_menu
from entente_ui.checklists.tree import StepTree
from entente_ui.checklists.words import whole_words
from entente_ui.formats import labelled
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    LinkButton,
    Menu,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    ask_beside,
    ask_day_beside,
    make_action,
    sized,
    spaced,
)
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.registers.picking import pick_beside

#: Px at 100 %, as high as the buttons beside it.
_LINE = 34


class ChecklistPage(ReadingView):
    """The steps of a checklist, stage by stage.

    Attributes:
        stages: All of them, as they were read.
        tree: The steps.
        figures: How far the mission has come.
        deeds: Writes.
    """

    #: Which steps, and what is said where there are none, in English.
    checklist: ClassVar[Checklist]
    invitation: ClassVar[str] = ""
    hint: ClassVar[str] = ""

    tables = frozenset({CHECK_ITEM.name, *LINKS})
    # A tree is not emptied while it tells of a tick.
    pause = 0

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.stages: tuple[Stage, ...] = ()
        self._told: Selection | None = None
        self.deeds = StepDeeds(context, self.checklist)
        self.tree = StepTree(self.checklist, self)
        self.figures = PlainLabel("", "body", self)
        self._stack = QStackedWidget(self)
        self._add = PrimaryButton(_("Add a step"), self.begin_step, self, icon_name="plus")
        self._more = SecondaryButton(_("Add the usual steps"), self.deeds.put_in_place, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        bar = spaced(FlowLayout(), 0, 10)
        sized(self.figures, height=_LINE)
        for widget in (self._add, self._more, self.figures):
            bar.addWidget(widget)
        empty = EmptyState(
            "documents",
            _(self.invitation),
            _("Put the steps in place"),
            self.deeds.put_in_place,
            self,
            hint=_(self.hint),
        )
        empty.add_button(LinkButton(_("Add a step"), self.begin_step, empty))
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (self.tree, empty, private):
            self._stack.addWidget(page)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        tree, deeds = self.tree, self.deeds
        tree.chosen.connect(self._tell)
        tree.ticked.connect(self._tick)
        tree.renamed.connect(lambda key, title: deeds.rename(self._of(key), title))
        tree.carried.connect(self._carry)
        tree.tied.connect(lambda key, kind, keys: deeds.tie(self._of(key), kind, keys))
        tree.asked.connect(self.run)
        tree.followed.connect(self._follow)
        tree.menu_wanted.connect(lambda at: self.make_menu().popup(at))

    @property
    def steps(self) -> list[Step]:
        """Every step, from above."""
        return [step for stage in self.stages for step in stage.steps]

    @property
    @override
    def status(self) -> str:
        return whole_words(self.stages)

    @override
    def refresh(self) -> None:
        document = self.context.document
        viewer, is_written = document.viewer, not document.is_presenting
        self.stages = document.read(lambda s: stages.overview(s, viewer, self.checklist))
        self.tree.show_stages(self.stages, is_written=is_written)
        self.figures.setText(whole_words(self.stages))
        for button in (self._add, self._more):
            button.setVisible(is_written and bool(self.steps))
        page = 0 if self.steps else 2 - is_written
        self._stack.setCurrentIndex(page)
        self._tell()

    @override
    def add_record(self) -> bool:
        self.begin_step()
        return True

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting:
            return ()
        return (
            make_action(self, _("Add a step"), self.begin_step, "plus"),
            make_action(self, _("Add the usual steps"), self.deeds.put_in_place),
        )

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        return record_type == CHECK_ITEM.name and self.tree.reveal(key)

    @override
    def focus_filter(self) -> None:
        self.tree.setFocus()

    @Slot()
    def begin_step(self) -> None:
        """Ask what is to be done, at the stage one is at."""
        if self.context.document.is_presenting:
            return
        stage = self.tree.stage or next(iter(self.checklist.labels))
        question = labelled(_("New step"), _(self.checklist.labels[stage]))
        ask_beside(self, self._target(), question, partial(self._add_step, stage))

    def _add_step(self, stage: str, title: str) -> None:
        key = self.deeds.add(stage, title)
        if key:
            self.reveal(CHECK_ITEM.name, key)

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what is called `name` to the steps selected."""
        some = self.tree.selected
        match name:
            case "open":
                focus_inspector(self.window())
            case "new":
                self.begin_step()
            case "edit":
                self.tree.begin_edit()
            case "delete":
                self.deeds.remove(some)
            case "day" if some:
                self._ask_day(some)
            case "tie" if some:
                self._offer_kinds(some[0])
            case "up" | "down" if some:
                self._shift(some, -1 if name == "up" else 1)

    def make_menu(self) -> Menu:
        """Return what can be done with the steps selected."""
        return step_menu(self)

    def _offer_kinds(self, step: Step) -> None:
        if not self.context.document.is_presenting:
            menu = kinds_menu(self, step, self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.mapToGlobal(self._target().bottomLeft()))

    def ask_record(self, step: Step, kind: str) -> None:
        """Ask which record of a kind shows a step."""
        record_type = RECORD_TYPES[kind]
        pick_beside(
            self,
            self._target(),
            labelled(step.title, _(record_type.label)),
            CHECK_ITEM.field(LINKS[kind]),
            self.context.document.labels(record_type),
            lambda key: self.deeds.tie(step, kind, [key]),
        )

    def _ask_day(self, some: Sequence[Step]) -> None:
        if self.context.document.is_presenting:
            return
        today = self.context.document.read(lambda s: s.today)
        question = _("On which day was it taken?")
        answer = partial(self.deeds.tick, some)
        ask_day_beside(self, self._target(), question, today, answer, some[0].done_on or today)

    def _shift(self, some: Sequence[Step], by: int) -> None:
        """Move steps one place up or down, into the next stage at the end of one."""
        moved = {step.id for step in some}
        stage = next(each for each in self.stages if each.name == some[0].stage)
        rest = [step.id for step in stage.steps if step.id not in moved]
        first = next(at for at, step in enumerate(stage.steps) if step.id in moved)
        at = first + by
        if 0 <= at <= len(rest):
            self.deeds.move(some, stage.name, rest[at] if at < len(rest) else "")
            return
        names = list(self.checklist.labels)
        place = names.index(stage.name) + by
        if 0 <= place < len(names):
            following = self.stages[place].steps
            before = following[0].id if by > 0 and following else ""
            self.deeds.move(some, names[place], before)

    @Slot(str, bool)
    def _tick(self, key: str, is_done: bool) -> None:
        today = self.context.document.read(lambda s: s.today)
        some = self.tree.selected
        # A tick on one of several selected is meant for all of them.
        steps = some if key in {step.id for step in some} else [self._of(key)]
        self.deeds.tick(steps, today if is_done else None)

    @Slot(list, str, str)
    def _carry(self, keys: list[str], stage: str, before: str) -> None:
        wanted = set(keys)
        self.deeds.move([step for step in self.steps if step.id in wanted], stage, before)

    @Slot(str)
    def _follow(self, key: str) -> None:
        """Go to what shows a step, or offer the several records that do."""
        links = self._of(key).links
        if len(links) == 1:
            self.context.reveal(links[0].record_type.name, links[0].key)
        elif not self.context.document.is_presenting or links:
            self.make_menu().popup(self.mapToGlobal(QPoint(self.width() // 2, self._target().y())))

    def _of(self, key: str) -> Step:
        return next(step for step in self.steps if step.id == key)

    def _target(self) -> QRect:
        """Return where the current step is to be seen."""
        item = self.tree.currentItem()
        if item is None or not self.tree.isVisible():
            return QRect(self._add.pos(), self._add.size())
        box = self.tree.visualItemRect(item) & self.tree.viewport().rect()
        return QRect(self.tree.viewport().mapTo(self, box.topLeft()), box.size())

    @Slot()
    def _tell(self) -> None:
        keys = tuple(step.id for step in self.tree.selected)
        chosen = Selection(CHECK_ITEM, keys) if keys else None
        if chosen != self._told:
            self._told = chosen
            self.selected.emit(chosen)
