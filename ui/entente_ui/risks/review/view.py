"""The review of the risks: one at a time, by key or by hand, each answer a step of its own."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.difficulty import DIFFICULTY
from entente.domain.risk import RISK, STATUS_LABELS, RiskStatus
from entente.domain.risk_layout import Cell
from entente.i18n import _, ngettext
from entente.services import risk_edits
from entente.services.risks import RiskView
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    IconButton,
    Menu,
    PlainLabel,
    ScrollArea,
    SecondaryButton,
    ask_beside,
    make_action,
    sized,
    spaced,
)
from entente_ui.pane import Context
from entente_ui.pane_view import ReadingView
from entente_ui.risks.asking import ask_weeks, ask_why
from entente_ui.risks.deeds import Deeds
from entente_ui.risks.response import ResponsePopover
from entente_ui.risks.review.queue import Queue
from entente_ui.risks.review.sheet import ReviewSheet
from entente_ui.risks.seen import NOTHING, TABLES, read_seen
from entente_ui.risks.views import MATRIX, REGISTER
from entente_ui.risks.wording import WordingPopover
from entente_ui.risks.words import scored_words

_WEEKS: Final = "risks/weeks"
_SOON: Final = 2
#: Digits, and what stands unshifted on the same keys of a French keyboard.
_DIGITS: Final = {
    **{str(step): step for step in range(1, 6)},
    **{sign: step for step, sign in enumerate("&é\"'(", 1)},
}
_SHEET, _EMPTY, _PRIVATE = range(3)


class ReviewView(ReadingView):
    """One risk at a time.

    Attributes:
        queue: Which come, and where the review is.
        sheet: The risk that is looked at.
    """

    name = "review"
    tables = TABLES | {"backlog_item", "backlog_item_rating", "risk_link"}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.queue = Queue()
        self.sheet = ReviewSheet()
        self._deeds = Deeds(context.document)
        self._seen = NOTHING
        self._last: tuple[str, str, str] | None = None
        self.before = IconButton("arrow-left", _("Previous (←)"), lambda: self.step(-1), self)
        self.after = IconButton("arrow-right", _("Next (→)"), lambda: self.step(1), self)
        self._progress = PlainLabel("", "strong", self)
        self._late = PlainLabel("", "muted", self)
        self.status_button = SecondaryButton(_("Status (S)"), self.ask_status, self)
        self.again = SecondaryButton(_("Next review (D)"), self.ask_again, self)
        self.why = SecondaryButton(_("Note why (N)"), self.ask_why, self)
        self.occurred = SecondaryButton(_("It has occurred (O)"), self.ask_occurred, self)
        self._hint = PlainLabel("", "small", self, wrap=True)
        self._acts: Mapping[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Left: partial(self.step, -1),
            Qt.Key.Key_Right: partial(self.step, 1),
            Qt.Key.Key_Escape: self._leave,
            Qt.Key.Key_S: self.ask_status,
            Qt.Key.Key_D: self.ask_again,
            Qt.Key.Key_O: self.ask_occurred,
            Qt.Key.Key_N: self.ask_why,
            Qt.Key.Key_E: self.ask_wording,
            Qt.Key.Key_R: self.ask_response,
            Qt.Key.Key_I: self.sheet.readings.activate_next,
        }
        self._stack = QStackedWidget(self)
        self._scroll = ScrollArea(self.sheet, self, name=_("Risk under review"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Review"))
        self._build()
        self._connect()

    @property
    @override
    def status(self) -> str:
        return self._progress.text()

    @property
    def progress(self) -> str:
        """How far the review is: `3 of 10`."""
        return self._progress.text()

    @property
    def view(self) -> RiskView | None:
        """The risk that is looked at."""
        return self._seen.by_key.get(self.queue.current)

    @override
    def refresh(self) -> None:
        self._seen = read_seen(self.context.document)
        if self.queue.keys:
            self.queue.keep(self._seen.views)
        else:
            self.queue.begin(self._seen.views)
        self._show()

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        if record_type != RISK.name or key not in self._seen.by_key:
            return False
        self.queue.go(key)
        self._show()
        return True

    @override
    def show_wanted(self, wanted: object) -> None:
        self.read_now()
        self.queue.begin(self._seen.views)
        if isinstance(wanted, str) and wanted in self._seen.by_key:
            self.queue.go(wanted)
        self._show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def state(self) -> Mapping[str, Any]:
        return {"risk": self.queue.current}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.reveal(RISK.name, str(state.get("risk", "")))

    def step(self, by: int) -> None:
        """Go to the next or the previous risk."""
        self.sheet.readings.forget_digit()
        if self.queue.step(by):
            self._show()

    def ask_status(self) -> None:
        """Offer the statuses."""
        view, button = self.view, self.status_button
        if view is not None and not self._deeds.is_locked:
            menu = self.status_menu(view)
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def status_menu(self, view: RiskView) -> Menu:
        """Return the statuses one may choose from."""
        menu = Menu(_("Status"), self)
        for name, label in STATUS_LABELS.items():
            if name == RiskStatus.OCCURRED:
                continue  # that makes a difficulty, which has a question of its own
            action = make_action(menu, _(label), partial(self._deeds.set_status, view, name))
            action.setCheckable(True)
            action.setChecked(name == view.status)
            menu.addAction(action)
        return menu

    def ask_again(self) -> None:
        """Ask in how many weeks to look at it again."""
        view, settings = self.view, self.context.settings
        if view is None or self._deeds.is_locked:
            return

        def answer(weeks: int) -> None:
            settings.setValue(_WEEKS, weeks)
            self._deeds.review_again(view, weeks)

        remembered = str(settings.value(_WEEKS, _SOON))
        weeks = int(remembered) if remembered.isdigit() else _SOON
        ask_weeks(self, self._rect(self.again), weeks, answer)

    def ask_why(self) -> None:
        """Ask for the reason of the last rating given here."""
        view = self.view
        if view is None or self._last is None or self._last[0] != view.id:
            return
        _key, rating, said = self._last
        ask_why(
            self,
            self._rect(self.why),
            view.ref,
            said,
            lambda fact: self._deeds.note_fact(view, rating, fact),
        )

    def ask_occurred(self) -> None:
        """Ask what was seen, let it have occurred, and show the difficulty it has become."""
        view = self.view
        if view is None or view.is_past or self._deeds.is_locked:
            return

        def occur(fact: str) -> None:
            if key := self._deeds.occur(view, fact):
                self.context.reveal(DIFFICULTY.name, key)

        ask_beside(
            self,
            self._rect(self.occurred),
            _("{ref} has occurred: what was seen?").format(ref=view.ref),
            occur,
            placeholder=_("Petition received, delivery refused…"),
        )

    def ask_wording(self) -> None:
        """Help with the wording."""
        view = self.view
        sheet = self._read_sheet()
        if view is None or sheet is None or self._deeds.is_locked:
            return
        label = _("Reword {ref}").format(ref=view.ref)
        popover = WordingPopover(self, sheet.record)
        popover.ask(
            self._rect(self.sheet.reword), lambda values: self._deeds.change(view, label, values)
        )

    def ask_response(self) -> None:
        """Ask for strategy and response."""
        view, sheet = self.view, self._read_sheet()
        if view is None or sheet is None or self._deeds.is_locked:
            return
        label = _("Response to {ref}").format(ref=view.ref)
        response = sheet.record["response"] or ""
        popover = ResponsePopover(self, view.kind, view.strategy, response)
        popover.ask(
            self._rect(self.sheet.respond), lambda values: self._deeds.change(view, label, values)
        )

    def _build(self) -> None:
        bar = spaced(QHBoxLayout(), (0, 8, 0, 4), 8)
        for widget in (self.before, self._progress, self.after, self._late):
            bar.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(widget, PlainLabel):
                sized(widget, height=34)
        buttons = spaced(FlowLayout(), 0, 8)
        bar.addSpacing(12)
        bar.addLayout(buttons, 1)
        for button in (self.status_button, self.again, self.why, self.occurred):
            buttons.addWidget(button)
        # A click leaves the keys with the review.
        for each in (
            *self.findChildren(QAbstractButton),
            *self.sheet.findChildren(QAbstractButton),
        ):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(
            EmptyState(
                "difficulties",
                _("There is no risk to review."),
                _("Add a risk"),
                lambda: self.view_wanted.emit(REGISTER, "add"),
                self,
            )
        )
        self._stack.addWidget(
            EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        )
        layout = spaced(QVBoxLayout(self), 0, 4)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._hint)
        self._hint.setText(
            _(
                "← → one on or back · 1–5 probability, then impact · I other reading · S status · "
                "D next review · R response · E wording · O it has occurred · Esc leaves"
            )
        )

    def _connect(self) -> None:
        sheet = self.sheet
        sheet.readings.rated.connect(self._on_rated)
        sheet.reword_asked.connect(self.ask_wording)
        sheet.respond_asked.connect(self.ask_response)
        sheet.action_list.ticked.connect(self._on_ticked)
        sheet.action_list.added.connect(self._on_added)

    def _read_sheet(self) -> risk_edits.RiskSheet | None:
        document, view = self.context.document, self.view
        if view is None:
            return None
        return document.read(lambda s: risk_edits.sheet(s, view.id, document.viewer, view))

    def _show(self) -> None:
        sheet, locked = self._read_sheet(), self._deeds.is_locked
        view = self.view
        buttons = (self.status_button, self.again, self.why, self.occurred)
        for widget in (*buttons, self._hint):
            widget.setVisible(sheet is not None and not locked)
        if sheet is None or view is None:
            self._progress.setText("")
            self._late.setText("")
            self._stack.setCurrentIndex(_PRIVATE if locked else _EMPTY)
            return
        self._stack.setCurrentIndex(_SHEET)
        self.sheet.show_sheet(self._seen, sheet, read_only=locked)
        text = _("{place} of {count}")
        count = len(self.queue.keys)
        self._progress.setText(text.format(place=number(self.queue.place + 1), count=number(count)))
        late = sum(each.is_overdue for each in self._seen.views)
        words = ngettext("{count} review overdue", "{count} reviews overdue", late)
        self._late.setText(words.format(count=number(late)) if late else "")
        self.before.setEnabled(not self.queue.is_first)
        self.after.setEnabled(not self.queue.is_last)
        self.occurred.setEnabled(not view.is_past)
        self.why.setEnabled(self._last is not None and self._last[0] == view.id)
        self.status_changed.emit(self.status)

    def _on_rated(self, reading: str, cell: Cell) -> None:
        view = self.view
        if view is None:
            return
        rating = self._deeds.rate(view, reading, cell)
        if rating:
            self._last = (view.id, rating, scored_words(self._seen.scales, cell))
        self._show()

    def _on_ticked(self, action: Mapping[str, Any], done: bool) -> None:
        self._deeds.tick(action, done=done)

    def _on_added(self, title: str, role: str) -> None:
        if view := self.view:
            self._deeds.add_action(view, title, role)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        """Do what a key says; say whether it says anything here."""
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if held or self.view is None:
            return False
        if event.text() in _DIGITS:
            if not self._deeds.is_locked:
                self.sheet.readings.digit(_DIGITS[event.text()])
            return True
        act = self._acts.get(Qt.Key(event.key()))
        if act is None:
            return False
        act()
        return True

    def _leave(self) -> None:
        """Take a digit back; else go to the matrix."""
        if not self.sheet.readings.forget_digit():
            self.view_wanted.emit(MATRIX, self.queue.current)

    def _rect(self, widget: QWidget) -> QRect:
        """Return where a widget is here: what is asked beside it gives the focus back to us."""
        if self.sheet.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget)
        return QRect(widget.mapTo(self, widget.rect().topLeft()), widget.size())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Whoever walks along the tabs by key goes on walking.
        if not isinstance(QApplication.focusWidget(), QTabBar):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
