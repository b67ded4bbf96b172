"""The documents pane: each document as it will leave, and what it leaves out."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.briefs.kinds import KINDS
from entente.briefs.production import Form
from entente.briefs.told import Told
from entente.domain.agreement import AGREEMENT
from entente.domain.difficulty import DIFFICULTY
from entente.errors import EntenteError
from entente.i18n import _, ngettext
from entente.store.journal import ChangeSet
from entente_ui.background import was_cancelled
from entente_ui.documents import queries
from entente_ui.documents.choice import Choice, Order
from entente_ui.documents.frame import Bar, missing_states, side_panel
from entente_ui.documents.leaving import Leaving, Made
from entente_ui.documents.left_out import LeftOut
from entente_ui.documents.readers import readers
from entente_ui.kit import EmptyState, make_action, spaced
from entente_ui.pane import Context, Pane, paper
from entente_ui.paper.pages import Pages

#: Long enough that walking through the readers with the arrows makes one file, not five.
_PAUSE_MS = 180


class DocumentsPane(Pane):
    """Choose a document and a reader; see, save and print the very same bytes."""

    place = "documents"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.choice = Choice(self)
        self.left_out = LeftOut(context.reveal, self)
        self.pages = Pages(self)
        self._stack = QStackedWidget(self)
        self._sheet = QStackedWidget(self)
        self._missing = missing_states(self)
        self._wanted = 0
        self.leaving = Leaving(context, self)
        ways = (self.leaving.save, self.leaving.save_word, self.leaving.print_out)
        self.bar = Bar(self.pages, ways, self)
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
                _("Documents are not projected. End the presentation to prepare them."),
                parent=self,
            )
        )

    def _work_page(self) -> QWidget:
        page = QWidget(self)
        layout = spaced(QHBoxLayout(page), 0, 0)
        layout.addWidget(side_panel(self.choice, self.left_out, self))
        centre = spaced(QVBoxLayout(), 0, 0)
        centre.addWidget(self.bar)
        self._sheet.addWidget(self.pages)
        self._sheet.addWidget(
            EmptyState(
                "documents",
                _("No difficulty has been noted yet, so there is nothing to put on paper."),
                _("Go to the difficulties"),
                lambda: self.context.reveal("difficulty", ""),
                self,
            )
        )
        for missing in self._missing.values():
            self._sheet.addWidget(missing)
        centre.addWidget(self._sheet, 1)
        layout.addLayout(centre, 1)
        return page

    def _connect(self) -> None:
        self._timer.timeout.connect(self._make)
        self.choice.changed.connect(self._expire)
        self.choice.kind_chosen.connect(lambda _name: self._offer(anew=True))
        self.choice.subject_chosen.connect(lambda _key: self._offer_readers())
        self.pages.page_changed.connect(self._on_page)
        self.context.document.changed.connect(self._on_changed)
        self.context.document.viewer_changed.connect(self._reload)

    @property
    def pdf(self) -> bytes:
        """The document on the screen, empty until it is there."""
        return self.leaving.made.pdf if self.leaving.made else b""

    def choose(self, kind: str, key: str = "", code: str = "") -> None:
        """Prepare a document.

        Args:
            kind: Its name.
            key: Of the record it is about; any if empty.
            code: Whom it is for; whom it is first of all for if empty.
        """
        self.choice.choose_kind(kind)
        self._reload(key, anew=True)
        if code:
            self.choice.choose_reader(code)

    @Slot(object)
    def _on_changed(self, _change_set: ChangeSet) -> None:
        self._reload()

    def _reload(self, chosen: str = "", *, anew: bool = False) -> None:
        if self.context.document.is_presenting:
            self._drop()
            self.status_changed.emit("")
            self._stack.setCurrentIndex(1)
            return
        self._stack.setCurrentIndex(0)
        self._offer(chosen, anew=anew)

    def _offer(self, chosen: str = "", *, anew: bool = False) -> None:
        """Offer what a document of the kind chosen can be about."""
        kind = self.choice.kind
        labels = self.context.document.read(partial(queries.subjects, kind=kind))
        self.choice.offer_subjects(labels, chosen)
        self._show_page(is_there=bool(labels) or kind.about is None)
        self._offer_readers(anew=anew)

    def _show_page(self, *, is_there: bool) -> None:
        """Show the pages, or why there can be none."""
        kind = self.choice.kind
        self.bar.set_ready(on=is_there)
        if is_there:
            self._sheet.setCurrentIndex(0)
            return
        self._drop()
        if kind.about is DIFFICULTY and not kind.only:
            self._sheet.setCurrentIndex(1)
            return
        self._sheet.setCurrentWidget(self._missing[kind.name])

    def _offer_readers(self, *, anew: bool = False) -> None:
        kind, key = self.choice.kind, self.choice.key
        parties = self.context.document.read(partial(queries.parties, kind=kind, key=key))
        self.choice.offer_readers(readers(kind, parties), anew=anew)
        self._expire()

    @Slot()
    def _expire(self) -> None:
        """Make another document; until it is there, the old one must not leave for its reader."""
        if self._sheet.currentWidget() is not self.pages:
            return  # there is nothing to make one of
        self._wanted += 1
        self.leaving.expire()
        self._timer.start()

    def _drop(self) -> None:
        self._wanted += 1
        self._timer.stop()
        self.leaving.give_up()
        self.pages.show_pdf(b"")
        self.left_out.show_texts(())

    @Slot()
    def _make(self) -> None:
        order = self.choice.order()
        if order is None or self.context.document.is_presenting or not self.isVisible():
            return  # on coming back to the page it is made
        self._wanted += 1
        try:
            told = self.context.document.read(partial(queries.gathered, order=order))
        except EntenteError as error:
            self._fail(self._wanted, error)
            return
        self.left_out.show_texts(told.withheld)
        self.context.background.start(
            _("Preparing the document…"),
            partial(queries.produced, told, order, Form.PDF),
            done=partial(self._show, self._wanted, (told, order)),
            failed=partial(self._fail, self._wanted),
        )

    def _show(self, number: int, made: tuple[Told, Order], pdf: bytes) -> None:
        if number != self._wanted:
            return
        self.bar.set_ready(on=True)
        self.pages.show_pdf(pdf)
        self.leaving.take(Made(*made, pdf))

    def _fail(self, number: int, error: BaseException) -> None:
        if number != self._wanted:
            return
        self._drop()
        self.bar.set_ready(on=False)
        if not was_cancelled(error):
            self.context.tell(error)

    @Slot(int, int)
    def _on_page(self, page: int, count: int) -> None:
        if count == 0:
            self.bar.notice.setText("")
            return
        text = ngettext("Page {page} of {count}", "Page {page} of {count}", count)
        self.bar.notice.setText(text.format(page=page, count=count))
        self.status_changed.emit(text.format(page=page, count=count))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.leaving.made is None:
            self._timer.start()

    @override
    def print_out(self) -> None:
        self.leaving.print_out()

    @override
    def reveals(self) -> tuple[str, ...]:
        return tuple(paper(name) for name in KINDS)

    @override
    def reveal(self, record_type: str, key: str) -> None:
        """Prepare the document of this name about the record with this key."""
        kind = record_type.removeprefix(paper(""))
        if kind == AGREEMENT.name:
            find = partial(queries.kind_of_agreement, key=key)
            kind = self.context.document.read(find).name
        self.choose(kind, key)

    @override
    def commands(self) -> list[QAction]:
        offered = (
            (_("Save the document…"), self.leaving.save),
            (_("Save the document for Word…"), self.leaving.save_word),
            (_("Print the document…"), self.leaving.print_out),
            (_("Open the folder of documents"), self.leaving.open_folder),
        )
        return [make_action(self, text, command) for text, command in offered]

    @override
    def zoom(self, steps: int) -> None:
        self.pages.zoom(steps)

    @override
    def state(self) -> Mapping[str, Any]:
        return self.choice.state()

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        kind = str(state.get("kind") or "")
        if kind in KINDS:
            self.choose(kind, str(state.get("key") or ""), str(state.get("reader") or ""))
