"""What people say their time was worth: counted by the keys 1 to 5."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.review import APPRAISAL, ROTI_MAX
from entente.domain.roti import Roti
from entente.i18n import N_, _, ngettext
from entente.services import sandboxes
from entente.services.sandboxes import Appraisal
from entente_ui.charts.bars import BarChart
from entente_ui.formats import decimal, number, short_date
from entente_ui.kit import (
    EmptyState,
    Menu,
    PlainLabel,
    PrimaryButton,
    ScrollArea,
    make_action,
    sized,
    spaced,
)
from entente_ui.kit.row_list import RowDelegate, RowList, paint_line
from entente_ui.kit.rows import Index, KeyedList
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.registers.picking import pick_beside
from entente_ui.sprints.community.sandbox_deeds import SandboxDeeds

#: What each mark means.
MARK_LABELS: Final[Mapping[int, str]] = {
    5: N_("well worth it"),
    4: N_("worth more than the time"),
    3: N_("worth the time"),
    2: N_("worth less than the time"),
    1: N_("time lost"),
}
#: Which mark a key stands for: digits, and what stands unshifted on a French keyboard.
_KEYS: Final[Mapping[str, int]] = {
    **{str(mark): mark for mark in MARK_LABELS},
    **{sign: mark for mark, sign in enumerate("&é\"'(", 1)},
}
_LIST: Final = 320
_ROW_HIGH: Final = 52


class RotiChart(BarChart):
    """Five bars, the best mark above. A press, or its digit, is one more; with Shift, one fewer.

    Attributes:
        roti: What it shows.

    Signals:
        marked: Emitted with a mark and 1 or −1.
    """

    marked = Signal(int, int)
    side = 60

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What the time was worth"), parent)
        self.roti = Roti()

    def show_roti(self, roti: Roti) -> None:
        """Show other counts."""
        self.roti = roti
        self.setAccessibleDescription(mean_words(roti))
        self.update()

    @property
    @override
    def count(self) -> int:
        return ROTI_MAX

    @override
    def name_of(self, place: int) -> str:
        mark = ROTI_MAX - place
        return f"{number(mark)} · {_(MARK_LABELS[mark])}"

    @override
    def spoken(self, place: int) -> str:
        return f"{self.name_of(place)}: {number(self.roti.counts[ROTI_MAX - place - 1])}"

    @override
    def choose(self, part: int) -> None:
        self.marked.emit(ROTI_MAX - part, 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark = _KEYS.get(event.text())
        if mark is not None:
            self.marked.emit(mark, 1)
        elif event.key() in {Qt.Key.Key_Minus, Qt.Key.Key_Delete} and self.aimed_part >= 0:
            self.marked.emit(ROTI_MAX - self.aimed_part, -1)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot, most = self.plot(), max(1, *self.roti.counts)
        for place in range(self.count):
            count = self.roti.counts[ROTI_MAX - place - 1]
            self.paint_name(painter, place)
            end = plot.left() + plot.width() * count / most
            row = self.row_rect(place)
            if count:
                self.paint_bar(painter, place, (plot.left(), end))
            painter.setFont(theme().font("strong"))
            painter.setPen(theme().colour("text" if count else "faint"))
            box = QRectF(end + theme().px(8), row.top(), theme().px(50), row.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), number(count))


class _Rows(KeyedList[Appraisal]):
    """Appraisals, the latest first."""

    @override
    def key_of(self, row: Appraisal) -> str:
        return row.id

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.name}, {row_words(row)}"
            case Qt.ItemDataRole.UserRole:
                return row
        return None


class _Delegate(RowDelegate):
    """Paints an activity, when it was asked about, and the mean."""

    @override
    def sizeHint(self, option: Any, index: Index) -> Any:
        size = super().sizeHint(option, index)
        size.setHeight(theme().px(_ROW_HIGH))
        return size

    @override
    def paint_row(self, painter: QPainter, box: QRect, row: Appraisal) -> None:
        px = theme().px
        inside = box.adjusted(px(10), px(5), -px(10), -px(4))
        paint_line(painter, inside, row.name, "strong")
        below = inside.adjusted(0, painter.fontMetrics().height(), 0, 0)
        paint_line(painter, below, row_words(row), "small", "muted")


class RotiPanel(ReadingView):
    """The activities people were asked about, and the counts of one of them.

    Attributes:
        rows: Those activities.
        chart: The counts.
        mean: What they come to.
    """

    name = "worth"
    tables = frozenset({APPRAISAL.name, BACKLOG_ITEM.name})

    def __init__(
        self, context: Context, deeds: SandboxDeeds, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self._deeds = deeds
        self._read: Sequence[Appraisal] = ()
        self._model = _Rows(self)
        self.rows = RowList(self._model, _Delegate(), _("Activities people were asked about"), self)
        self.chart = RotiChart(self)
        self.mean = PlainLabel("", "section", self, wrap=True)
        self._title = PlainLabel("", "strong", self, wrap=True)
        self._hint = PlainLabel(
            _("Type 1 to 5 for each hand raised; − takes one away from the mark one is at."),
            "small",
            self,
            wrap=True,
        )
        self._stack = QStackedWidget(self)
        self._ask = PrimaryButton(_("Ask about an activity"), self.ask_item, self, icon_name="plus")
        self._build()
        self.rows.chosen.connect(lambda _key: self._show())
        self.chart.marked.connect(self._mark)

    def _build(self) -> None:
        side = spaced(QVBoxLayout(), 0, 8)
        side.addWidget(self._ask)
        sized(self.rows, width=_LIST)
        side.addWidget(self.rows, 1)
        inside = QWidget(self)
        column = spaced(QVBoxLayout(inside), (8, 0, 12, 0), 8)
        for widget in (self._title, self.mean, self.chart, self._hint):
            column.addWidget(widget)
        column.addStretch(1)
        page = QWidget(self)
        row = spaced(QHBoxLayout(page), 0, 12)
        row.addLayout(side)
        row.addWidget(ScrollArea(inside, self, name=_("What the time was worth")), 1)
        self._stack.addWidget(page)
        self._stack.addWidget(
            EmptyState(
                "documents",
                _("Nobody has been asked yet what the time was worth."),
                _("Ask about an activity"),
                self.ask_item,
                self,
                hint=_("At the end of an activity each hand shows one to five fingers."),
            )
        )
        self._stack.addWidget(
            EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        )
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._stack)

    @property
    def current(self) -> Appraisal | None:
        """The appraisal one is at."""
        return next((each for each in self._read if each.id == self.rows.key), None)

    @property
    def selection(self) -> Selection | None:
        """The same, for the inspector."""
        return Selection(APPRAISAL, (self.rows.key,)) if self.rows.key else None

    @override
    def refresh(self) -> None:
        document = self.context.document
        viewer, is_written = document.viewer, not document.is_presenting
        key = self.rows.key
        self._read = document.read(lambda s: sandboxes.appraisals(s, viewer))
        self._model.show_rows(self._read)
        if self._read:
            self.rows.choose(key if self._model.row_of(key) >= 0 else self._read[0].id)
        self._ask.setVisible(is_written)
        self._hint.setVisible(is_written)
        self._stack.setCurrentIndex(0 if self._read else 2 - is_written)
        self._show()

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        self.rows.choose(key)
        return record_type == APPRAISAL.name and self.rows.key == key

    def ask_item(self) -> None:
        """Ask about which activity; today's counts begin at none."""
        if self.context.document.is_presenting:
            return
        beside = self._ask if self._ask.isVisible() else self._stack
        pick_beside(
            self,
            QRect(beside.mapTo(self, beside.rect().topLeft()), beside.size()),
            _("Which activity was it?"),
            APPRAISAL.field("item_id"),
            self.context.document.labels(BACKLOG_ITEM),
            self._begin,
        )

    def _begin(self, item: str) -> None:
        key = self._deeds.appraise(item)
        if key:
            self.read_now()
            self.rows.choose(key)
            self.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, value: int, by: int) -> None:
        if self.rows.key:
            self._deeds.mark(self.rows.key, value, by)

    def _show(self) -> None:
        current = self.current
        roti = current.roti if current else Roti()
        self.chart.show_roti(roti)
        self._title.setText(current.name if current else "")
        self.mean.setText(mean_words(roti))
        self.selected.emit(self.selection)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        current = self.current
        if current is None or self.context.document.is_presenting:
            return
        menu = Menu(current.name, self)
        remove = _("Delete")
        menu.addAction(
            make_action(menu, remove, lambda: self._deeds.remove_appraisal(current), "trash")
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())


def mean_words(roti: Roti) -> str:
    """Return what people's marks come to, in a sentence."""
    if roti.mean is None:
        return _("Nobody has answered yet.")
    words = ngettext("{mean} of 5, {count} answer", "{mean} of 5, {count} answers", roti.people)
    return words.format(mean=decimal(roti.mean), count=number(roti.people))


def row_words(row: Appraisal) -> str:
    """Return when people were asked, and what their marks come to."""
    day = short_date(row.held_on) if row.held_on else ""
    return " · ".join(filter(None, (day, mean_words(row.roti))))
