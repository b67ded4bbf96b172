"""A field for a date, with a calendar at hand."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget, QWidgetAction
from typing_extensions import override

from entente.i18n import _, language
from entente_ui import formats
from entente_ui.kit.field import ValueField
from entente_ui.kit.menu import Menu
from entente_ui.kit.spacing import sized
from entente_ui.look.theme import theme


class DateField(ValueField):
    """A date or nothing; Up and Down move by a day, Page Up and Page Down by ten.

    A calendar opens from the button at the end, or with Alt+Down.
    """

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Make a field.

        Args:
            name: What it holds, for who cannot see its label.
            today: Tells the day, for `hier` and for a year left out.
            parent: Its widget.
        """
        super().__init__(name, parent)
        self._today = today
        self.setPlaceholderText(formats.date_hint())
        self.put_inside("calendar", _("Choose in a calendar"), self.open_calendar)

    @property
    def value(self) -> date | None:
        """The date last settled on."""
        return self._value if isinstance(self._value, date) else None

    def set_value(self, value: date | None) -> None:
        """Show a date; nobody is told."""
        self._show(value)

    def open_calendar(self) -> None:
        """Show a month to choose a day in."""
        pop_calendar(self, self.value or self._today(), self._choose)

    def _choose(self, day: date) -> None:
        self.setText(formats.typed_date(day))
        self.settle()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    @override
    def _read(self, text: str) -> date:
        return formats.parse_date(text, self._today())

    @override
    def _write(self, value: float | date | None) -> str:
        return formats.typed_date(value) if isinstance(value, date) else ""

    @override
    def _stepped(self, steps: int) -> date:
        return self._today() if self.value is None else self.value + timedelta(days=steps)

    @override
    def _explanation(self) -> str:
        return _("This is not a date; {hint}").format(hint=formats.date_hint())


def pop_calendar(field: QWidget, day: date, choose: Callable[[date], object]) -> None:
    """Open a month below a field.

    Args:
        field: What gets the date.
        day: The day it begins with.
        choose: Called with the day chosen, if one is.
    """
    menu = Menu("", field)
    action = QWidgetAction(menu)
    calendar = make_calendar(day, menu)
    action.setDefaultWidget(calendar)
    menu.addAction(action)

    def take(chosen: QDate) -> None:
        menu.close()
        choose(date(chosen.year(), chosen.month(), chosen.day()))

    calendar.activated.connect(take)
    calendar.clicked.connect(take)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(field.mapToGlobal(field.rect().bottomLeft()))
    calendar.setFocus()


def make_calendar(day: date, parent: QWidget | None = None) -> QCalendarWidget:
    """Return a calendar in the language and colours in use, from Monday to Sunday."""
    calendar = QCalendarWidget(parent)
    calendar.setLocale(QLocale("fr_FR" if language() == "fr" else "en_GB"))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    sized(calendar, width=304, height=264)
    quiet = QTextCharFormat()
    quiet.setForeground(theme().colour("muted"))
    calendar.setHeaderTextFormat(quiet)
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, quiet)
    return calendar
