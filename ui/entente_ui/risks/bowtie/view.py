"""The tab of the bow-tie: one risk, from what leads to it to what follows."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.risk import RISK
from entente.domain.risk_levels import Scales
from entente.i18n import _
from entente.services import bowtie as bowties
from entente.services.bowtie import CONTINGENCY, Bowtie
from entente_ui.charts.twin import FiguresTable, copy_shown
from entente_ui.kit import (
    EmptyState,
    IconButton,
    PlainLabel,
    ScrollArea,
    ask_beside,
    make_action,
    spaced,
    tab_order,
)
from entente_ui.pane import Context, Selection, paper
from entente_ui.pane_view import ReadingView
from entente_ui.risks.bowtie.drawing import BowtieDrawing
from entente_ui.risks.bowtie.words import figures, sentence
from entente_ui.risks.deeds import Deeds
from entente_ui.risks.seen import NOTHING, TABLES, cell_now, read_seen
from entente_ui.risks.views import REGISTER
from entente_ui.risks.words import counted

_DRAWING, _TABLE, _EMPTY, _PRIVATE = range(4)
#: Name under which the documents know the printed bow-tie.
_DOCUMENT: Final = "bowtie"


class BowtieView(ReadingView):
    """One risk at a time, chosen above.

    Attributes:
        choice: Which risk.
        drawing: The bow-tie.
        table: The same as a table.
    """

    name = "bowtie"
    tables = TABLES | {"backlog_item", "backlog_item_rating"}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seen = NOTHING
        self._key = ""
        self._bowtie: Bowtie | None = None
        self._deeds = Deeds(context.document)
        self.choice = QComboBox(self)
        self.drawing = BowtieDrawing(self)
        self.table = FiguresTable(_("Bow-tie as a table"), self)
        self.sentence = PlainLabel("", "muted", self, wrap=True)
        self.as_table = IconButton("table", _("As a table"), self._turn, self, checkable=True)
        self.copy_button = IconButton("copy", _("Copy the drawing or the table"), self.copy, self)
        self.print_button = IconButton("printer", _("Print the bow-tie"), self.print_out, self)
        self._stack = QStackedWidget(self)
        self._build()
        self.choice.activated.connect(self._on_chosen)
        self.drawing.picked.connect(self._on_picked)
        self.drawing.action_wanted.connect(self._ask_action)

    @property
    def key(self) -> str:
        """Key of the risk that is shown."""
        return self._key

    @property
    @override
    def status(self) -> str:
        return counted(len(self._seen.views))

    @override
    def refresh(self) -> None:
        document = self.context.document
        self._seen = read_seen(document)
        if self._key not in self._seen.by_key:
            self._key = self._heaviest()
        self._fill_choice()
        viewer, key = document.viewer, self._key
        self._bowtie = document.read(lambda s: bowties.bowtie(s, key, viewer)) if key else None
        if self._bowtie is not None:
            self._show(self._bowtie, self._seen.scales)
        self._turn()

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != RISK.name:
            return False
        self.show_wanted(key)
        return self._key == key

    @override
    def show_wanted(self, wanted: object) -> None:
        if isinstance(wanted, str) and wanted:
            self._key = wanted
            self.expire()
            self.read_now()
            self._tell()

    @override
    def offered(self) -> Sequence[QAction]:
        return [
            make_action(self, _("Print the bow-tie"), self.print_out, "printer"),
            make_action(self, _("Next risk"), partial(self.step, 1), "arrow-right"),
            make_action(self, _("Previous risk"), partial(self.step, -1), "arrow-left"),
        ]

    @override
    def state(self) -> Mapping[str, Any]:
        return {"risk": self._key, "table": self.as_table.isChecked()}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.as_table.setChecked(state.get("table") is True)
        self.show_wanted(str(state.get("risk", "")))

    def step(self, by: int) -> None:
        """Go on to another risk, in the order of their references."""
        keys = [view.id for view in self._seen.views]
        if keys:
            place = keys.index(self._key) + by if self._key in keys else 0
            self.show_wanted(keys[place % len(keys)])

    def print_out(self) -> None:
        """Go to the printed bow-tie of this risk."""
        if self._key:
            self.context.reveal(paper(_DOCUMENT), self._key)

    def copy(self) -> None:
        """Put what is shown on the clipboard: the drawing as a picture, or the table."""
        is_table = self._stack.currentIndex() == _TABLE
        self.context.toast(copy_shown(self.drawing, self.table, as_table=is_table), False)

    def _build(self) -> None:
        self.choice.setAccessibleName(_("Risk"))
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(24)
        before = IconButton("arrow-left", _("Previous risk"), partial(self.step, -1), self)
        after = IconButton("arrow-right", _("Next risk"), partial(self.step, 1), self)
        self._tools = (before, after, self.as_table, self.copy_button, self.print_button)
        bar = spaced(QHBoxLayout(), (0, 8, 0, 4), 6)
        bar.addWidget(self.choice, 1)
        for button in self._tools:
            bar.addWidget(button)
        area = ScrollArea(self.drawing, self, name=_("Bow-tie"))
        # Five columns need their width; a narrow window scrolls to the last of them.
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        empty = EmptyState(
            "difficulties",
            _("No risk is noted yet."),
            _("Add a risk"),
            lambda: self.view_wanted.emit(REGISTER, "add"),
            self,
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (area, self.table, empty, private):
            self._stack.addWidget(page)
        layout = spaced(QVBoxLayout(self), (0, 0, 0, 0), 4)
        layout.addLayout(bar)
        layout.addWidget(self.sentence)
        layout.addWidget(self._stack, 1)
        tab_order(self.choice, *self._tools)

    def _show(self, bowtie: Bowtie, scales: Scales) -> None:
        read_only = self.context.document.is_presenting
        self.drawing.show_bowtie(bowtie, scales, read_only=read_only)
        self.table.show_figures(figures(bowtie))
        self.sentence.setText(sentence(bowtie))

    def _fill_choice(self) -> None:
        self.choice.clear()
        for view in self._seen.views:
            self.choice.addItem(f"{view.ref} · {view.event}".replace("\n", " "), view.id)
        self.choice.setCurrentIndex(self.choice.findData(self._key))

    def _heaviest(self) -> str:
        """Return the risk to begin with: the highest score now, and not yet past."""

        def weight(key: str) -> tuple[bool, int]:
            view = self._seen.by_key[key]
            cell = cell_now(view)
            return not view.is_past, cell[0] * cell[1] if cell else 0

        return max(self._seen.by_key, key=weight, default="")

    def _turn(self) -> None:
        page = _TABLE if self.as_table.isChecked() else _DRAWING
        if self._bowtie is None:
            page = _PRIVATE if self.context.document.is_presenting else _EMPTY
        self._stack.setCurrentIndex(page)
        for widget in (*self._tools, self.choice, self.sentence):
            widget.setVisible(self._bowtie is not None)

    def _on_chosen(self, _place: int) -> None:
        self.show_wanted(self.choice.currentData())

    def _on_picked(self, kind: str, key: str) -> None:
        self.selected.emit(Selection(RECORD_TYPES[kind], (key,)))

    def _tell(self) -> None:
        self.selected.emit(Selection(RISK, (self._key,)) if self._key else None)

    def _ask_action(self, button: QWidget, role: str) -> None:
        view = self._seen.by_key.get(self._key)
        if view is None or self._deeds.is_locked:
            return
        question = (
            _("What is to be ready in case it happens?")
            if role == CONTINGENCY
            else _("What is to be done beforehand?")
        )
        ask_beside(
            button,
            button.rect(),
            question,
            lambda title: self._deeds.add_action(view, title, role),
        )
