"""The documents pane: the brief as it will leave, and what it leaves out."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE, STEP
from entente.domain.option import OPTION
from entente.domain.party import PARTY
from entente.i18n import _, ngettext
from entente.store.journal import ChangeSet
from entente_ui.background import was_cancelled
from entente_ui.documents import queries
from entente_ui.documents.choice import Choice, Order, readers
from entente_ui.documents.left_out import LeftOut
from entente_ui.kit import (
    EmptyState,
    IconButton,
    Panel,
    PlainLabel,
    PrimaryButton,
    ScrollArea,
    SecondaryButton,
    sized,
    spaced,
    tooltip,
)
from entente_ui.pane import Context, Pane
from entente_ui.paper.dialog import FOLDER_SETTING, save_as
from entente_ui.paper.pages import Pages
from entente_ui.paper.printing import PrintRun

_CONCERNED = {kind.name for kind in (DIFFICULTY, PARTY, NOTE, OPTION, STEP, ACTOR)} | {
    DIFFICULTY.rating_name,
    "mission",
    "organisation",
}
#: Long enough that walking through the readers with the arrows makes one brief, not five.
_PAUSE_MS = 180


class DocumentsPane(Pane):
    """Choose a difficulty and a reader; see, save and print the very same bytes."""

    place = "documents"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.choice = Choice(self)
        self.left_out = LeftOut(context.reveal, self)
        self.pages = Pages(self)
        self._stack = QStackedWidget(self)
        self._notice = PlainLabel("", "muted", self)
        self._scale = PlainLabel("", "small", self)
        self._pdf = b""
        self._made: Order | None = None
        self._wanted = 0
        self._wish: Callable[[], None] | None = None  # asked for before the document was there
        self._save = SecondaryButton(_("Save…"), self.save, self, icon_name="download")
        self._print = PrimaryButton(_("Print…"), self.print_out, self, icon_name="printer")
        # Only told: a key that the window has as well would do nothing at all.
        tooltip(self._print, _("Print…"), "Ctrl+P")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._build()
        self._connect()
        self._reload()

    def _build(self) -> None:
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._stack)
        self._stack.addWidget(self._work_page())
        self._stack.addWidget(
            EmptyState(
                "documents",
                _("No difficulty has been noted yet, so there is nothing to put on paper."),
                _("Go to the difficulties"),
                lambda: self.context.reveal("difficulty", ""),
                self,
            )
        )
        self._stack.addWidget(
            EmptyState(
                "documents",
                _("Documents are not projected. End the presentation to prepare them."),
                parent=self,
            )
        )

    def _work_page(self) -> QWidget:
        page = QWidget(self)
        layout = spaced(QHBoxLayout(page), 0, 0)
        layout.addWidget(self._side())
        centre = spaced(QVBoxLayout(), 0, 0)
        centre.addWidget(self._toolbar())
        centre.addWidget(self.pages, 1)
        layout.addLayout(centre, 1)
        return page

    def _side(self) -> QWidget:
        side = Panel("window", "right", self)
        inside = QWidget(self)
        layout = spaced(QVBoxLayout(inside), (20, 16, 16, 16), 8)
        layout.addWidget(PlainLabel(_("Documents"), "title", inside))
        layout.addWidget(PlainLabel(_("Conflict-resolution brief"), "muted", inside))
        layout.addSpacing(8)
        layout.addWidget(self.choice)
        layout.addSpacing(12)
        layout.addWidget(self.left_out)
        layout.addStretch(1)
        scroll = ScrollArea(inside, side)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus
        spaced(QVBoxLayout(side), 0, 0).addWidget(scroll)
        sized(side, width=300)
        return side

    def _toolbar(self) -> QWidget:
        bar = Panel("window", "bottom", self)
        row = spaced(QHBoxLayout(bar), (16, 10, 16, 10), 8)
        row.addWidget(self._notice, 1)
        row.addWidget(IconButton("zoom-out", _("Smaller"), lambda: self.pages.zoom(-1), self))
        row.addWidget(self._scale)
        row.addWidget(IconButton("zoom-in", _("Larger"), lambda: self.pages.zoom(1), self))
        row.addWidget(
            IconButton("arrows-maximize", _("Page width"), lambda: self.pages.zoom(0), self)
        )
        row.addSpacing(8)
        row.addWidget(self._save)
        row.addWidget(self._print)
        return bar

    def _connect(self) -> None:
        self._timer.timeout.connect(self._make)
        self.choice.changed.connect(self._expire)
        self.choice.difficulty_chosen.connect(lambda _key: self._offer_readers())
        self.pages.scale_changed.connect(lambda percent: self._scale.setText(f"{percent} %"))
        self.pages.page_changed.connect(self._on_page)
        self.context.document.changed.connect(self._on_changed)
        self.context.document.viewer_changed.connect(self._reload)

    def choose(self, difficulty_id: str, code: str = "mediator") -> None:
        """Prepare the brief of a difficulty for a reader, by its reference or kind."""
        self._reload(difficulty_id)
        self.choice.choose_reader(code)

    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.tables & _CONCERNED:
            self._reload()

    def _reload(self, chosen: str = "") -> None:
        document = self.context.document
        if document.is_presenting:
            self._drop()
            self.status_changed.emit("")
            self._stack.setCurrentIndex(2)
            return
        labels = document.read(queries.difficulties)
        self._stack.setCurrentIndex(0 if labels else 1)
        self.choice.offer_difficulties(labels, chosen)
        if labels:
            self._offer_readers()

    def _offer_readers(self) -> None:
        key = self.choice.difficulty_id
        parties = self.context.document.read(partial(queries.parties, difficulty_id=key))
        self.choice.offer_readers(readers(parties))
        self._expire()

    @Slot()
    def _expire(self) -> None:
        """Make another document; until it is there, the old one must not leave for its reader."""
        self._wanted += 1
        self._pdf, self._made = b"", None
        self._timer.start()

    def _drop(self) -> None:
        self._wanted += 1
        self._timer.stop()
        self._pdf, self._made, self._wish = b"", None, None
        self.pages.show_pdf(b"")
        self.left_out.show_texts(())

    @Slot()
    def _make(self) -> None:
        order = self.choice.order()
        if order is None or self.context.document.is_presenting or not self.isVisible():
            return  # on coming back to the page it is made
        self._wanted += 1
        brief = self.context.document.read(partial(queries.gathered, order=order))
        self.left_out.show_texts(brief.withheld)
        self.context.background.start(
            _("Preparing the document…"),
            partial(queries.produced, brief, order.language),
            done=partial(self._show, self._wanted, order),
            failed=partial(self._fail, self._wanted),
        )

    def _show(self, number: int, order: Order, pdf: bytes) -> None:
        if number != self._wanted:
            return
        self._pdf, self._made = pdf, order
        self._save.setEnabled(True)
        self._print.setEnabled(True)
        self.pages.show_pdf(pdf)
        if self._wish is not None:
            QTimer.singleShot(0, self, self._wish)
            self._wish = None

    def _fail(self, number: int, error: BaseException) -> None:
        if number != self._wanted:
            return
        self._drop()
        self._save.setEnabled(False)
        self._print.setEnabled(False)
        if not was_cancelled(error):
            self.context.tell(error)

    @Slot(int, int)
    def _on_page(self, page: int, count: int) -> None:
        if count == 0:
            self._notice.setText("")
            return
        text = ngettext("Page {page} of {count}", "Page {page} of {count}", count)
        self._notice.setText(text.format(page=page, count=count))
        self.status_changed.emit(text.format(page=page, count=count))

    @Slot()
    def save(self) -> None:
        """Save the bytes on the screen under a name to choose, once they are there."""
        if self._made is None:
            self._wish = self.save
            return
        suggested = self._folder() / f"{self._file_stem()}.pdf"
        save_as(
            self._pdf,
            suggested,
            self.context.background,
            self.context.tell,
            self,
            saved=self._saved,
        )

    def _saved(self, path: Path) -> None:
        self.context.settings.setValue(FOLDER_SETTING, str(path.parent))
        self.context.toast(_("Saved: {name}").format(name=path.name), False)

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        kept = str(self.context.settings.value(FOLDER_SETTING, documents))
        return Path(kept) if Path(kept).is_dir() else Path(documents)

    def _file_stem(self) -> str:
        """Name neither people nor the client: a file name travels further than its file."""
        if self._made is None:
            return _("brief")
        ref = self.context.document.read(
            partial(queries.ref, difficulty_id=self._made.difficulty_id)
        )
        return "-".join((_("brief"), ref, self._made.reader.code))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._made is None:
            self._timer.start()

    @override
    def print_out(self) -> None:
        if self._made is None:
            self._wish = self.print_out
            return
        context = self.context
        PrintRun(self._pdf, self._file_stem(), context.background, context.tell, self).ask()

    def open_folder(self) -> None:
        """Show the folder where documents are saved."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder())))

    @override
    def reveals(self) -> tuple[str, ...]:
        return ("brief",)

    @override
    def reveal(self, record_type: str, key: str) -> None:
        """Prepare the brief of the difficulty with this key."""
        self.choose(key)

    @override
    def commands(self) -> list[QAction]:
        offered = (
            (_("Save the document…"), self.save),
            (_("Print the document…"), self.print_out),
            (_("Open the folder of documents"), self.open_folder),
        )
        actions = []
        for text, command in offered:
            action = QAction(text, self)
            action.triggered.connect(command)
            actions.append(action)
        return actions

    @override
    def zoom(self, steps: int) -> None:
        self.pages.zoom(steps)

    @override
    def state(self) -> Mapping[str, Any]:
        order = self.choice.order()
        return {} if order is None else {"key": order.difficulty_id, "reader": order.reader.code}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if state.get("key"):
            self.choose(str(state["key"]), str(state.get("reader", "mediator")))
