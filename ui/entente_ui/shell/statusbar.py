"""The bar at the foot: saved when, how many shown, what is under way, locked or not."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QRect, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui import formats
from entente_ui.background import Background, Job
from entente_ui.kit import ElidedLabel, Panel, Pill, PlainLabel, sized, spaced, tooltip
from entente_ui.kit.progress import ProgressStrip
from entente_ui.look.icons import IconName, draw_icon
from entente_ui.look.theme import theme


class _Sign(QWidget):
    """A small icon in the line of the words."""

    def __init__(self, icon_name: IconName, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._role = role
        sized(self, width=16, height=16)

    def show_icon(self, icon_name: IconName, role: str) -> None:
        """Show another icon."""
        self._icon_name, self._role = icon_name, role
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(16), theme().px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_icon(painter, self._icon_name, QRect(0, 0, self.width(), self.height()), self._role)


class StatusBar(Panel):
    """The bar at the foot of the window."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__("raised", "top", parent)
        self._saved_sign = _Sign(IconName.CHECK, "good", self)
        self._saved = PlainLabel("", "small", self)
        self._status = ElidedLabel("", "small", self)
        self._work = ProgressStrip(self)
        sized(self._work, width=420)
        self._background = background
        self._followed: Job[Any] | None = None
        for signal in (background.started, background.finished):
            signal.connect(self._follow)
        background.progressed.connect(self._on_progressed)
        self._presenting = Pill(_("Presentation"), "caution", self)
        self._read_only = Pill(_("Read only"), "info", self)
        self._padlock = _Sign(IconName.LOCK, "muted", self)
        self._encrypted = PlainLabel("", "small", self)
        self._size = PlainLabel("", "small", self)
        layout = spaced(QHBoxLayout(self), (16, 4, 16, 4), 6)
        layout.addWidget(self._saved_sign)
        layout.addWidget(self._saved)
        layout.addSpacing(18)
        layout.addWidget(self._status, 1)
        layout.addWidget(self._work)
        for pill in (self._presenting, self._read_only):
            pill.hide()
            layout.addWidget(pill)
        layout.addSpacing(10)
        layout.addWidget(self._padlock)
        layout.addWidget(self._encrypted)
        layout.addSpacing(14)
        layout.addWidget(self._size)
        theme().changed.connect(self._show_size)
        self._show_size()
        self._follow()

    def show_saved(self, moment: dt.datetime | None) -> None:
        """Say when the last change reached the disk; None if nothing changed yet."""
        self._saved_sign.show_icon(IconName.CHECK, "good")
        self._saved.set_variant("small")
        if moment is None:
            self._saved.setText(_("Everything is saved"))
        else:
            self._saved.setText(_("Saved at {time}").format(time=formats.clock(moment)))

    def show_trouble(self) -> None:
        """Say that the last change is not on disk."""
        self._saved_sign.show_icon(IconName.ALERT_TRIANGLE, "critical")
        self._saved.set_variant("error")
        self._saved.setText(_("Not saved"))

    def show_status(self, text: str) -> None:
        """Show what the pane says of itself."""
        self._status.setText(text)

    def show_presenting(self, on: bool) -> None:
        """Mark that others look at the screen."""
        self._presenting.setVisible(on)

    def show_file(self, *, encrypted: bool, read_only: bool) -> None:
        """Show how the file is kept."""
        sign, role = (IconName.LOCK, "muted") if encrypted else (IconName.LOCK_OPEN, "caution")
        self._padlock.show_icon(sign, role)
        self._encrypted.setText(_("Encrypted") if encrypted else _("Not encrypted"))
        told = (
            _("The file can be read only with its passphrase or its recovery sheet.")
            if encrypted
            else _("Anybody who gets this file can read all of it.")
        )
        tooltip(self._encrypted, told)
        self._read_only.setVisible(read_only)

    def _show_size(self) -> None:
        self._size.setText(formats.percent(theme().size / 100))

    @Slot()
    def _follow(self) -> None:
        """Show the first work that has a title; the shell's own housekeeping has none."""
        title, job = next(
            ((title, job) for title, job in self._background.under_way if title), ("", None)
        )
        if job is self._followed:
            return
        self._work.finish()
        self._followed = job
        if job is not None:
            self._work.start(title, job.cancel)

    @Slot(int)
    def _on_progressed(self, percent: int) -> None:
        _title, working = next(iter(self._background.under_way), ("", None))
        if working is not None and working is self._followed:
            self._work.report(percent, 100, formats.percent(percent / 100))
