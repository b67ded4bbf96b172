"""The panel on the right: the same form for a record, wherever it was selected."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import Field, RecordType
from entente.domain.risk import RISK_LINK
from entente.errors import InvalidValueError
from entente.i18n import _
from entente.messages import sentence
from entente.services import sheets
from entente.store.journal import ChangeSet
from entente_ui.kit import PlainLabel, spaced
from entente_ui.pane import Context, Selection
from entente_ui.registers import work
from entente_ui.registers.box import FieldBox
from entente_ui.registers.columns import Labels
from entente_ui.registers.linking import other_kinds, read_ends, write_link
from entente_ui.registers.page import Page
from entente_ui.registers.parts import PartList
from entente_ui.registers.past import read_past
from entente_ui.registers.question import NewRecord, asked_fields
from entente_ui.registers.typed import read_typed

#: Selected records that are shown, and changed, together.
_MOST_TOGETHER: Final = 500


class Inspector(QWidget):
    """Shows the selected records and lets their fields be changed.

    A part of a record — a party, a note — is shown here too when it is pressed in its list,
    with the way back above it.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._pages: dict[str, Page] = {}
        self._selection: Selection | None = None
        self._way_back: list[Selection] = []
        self._stack = QStackedWidget(self)
        self._nothing = PlainLabel(_("Select something to see it here."), "muted", self, wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(24)
        self._stack.addWidget(self._nothing)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._stack)
        document = context.document
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self._begin_again)

    @property
    def page(self) -> Page | None:
        """What shows the selected records, None while nothing is shown."""
        current = self._stack.currentWidget()
        return current if isinstance(current, Page) else None

    @Slot(object)
    def show_selection(self, selection: Selection | None) -> None:
        """Show other records, or that none is selected."""
        self.commit_typed()
        self._way_back.clear()
        self._show(selection)

    def commit_typed(self) -> None:
        """Take what is being typed, as before the file is closed."""
        if self.page is not None:
            self.page.commit_typed()

    def _show(self, selection: Selection | None) -> None:
        self.commit_typed()
        self._selection = selection
        self._refresh()

    @Slot()
    def _begin_again(self) -> None:
        """Make every page anew: nothing one viewer was shown stays for the other."""
        self._way_back.clear()
        self._stack.setCurrentWidget(self._nothing)
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        chosen = self._selection
        if chosen is None or not chosen.keys:
            self._stack.setCurrentWidget(self._nothing)
        elif len(chosen.keys) == 1:
            self._show_one(chosen.record_type, chosen.keys[0])
        else:
            self._show_several(chosen)

    def _show_one(self, record_type: RecordType, key: str) -> None:
        document = self.context.document
        sheet = document.read(lambda s: sheets.read(s, record_type, key, document.viewer))
        if sheet is None:
            self._leave()
            return
        page = self._page(record_type)
        self._bring_up(page)
        page.show_sheet(sheet, read_only=document.is_presenting)
        if page.links is not None:
            ends = read_ends(document, record_type, key)
            page.links.show_ends(ends, read_only=document.is_presenting)

    def _show_several(self, chosen: Selection) -> None:
        document, record_type, keys = self.context.document, chosen.record_type, chosen.keys
        if document.is_presenting or len(keys) > _MOST_TOGETHER:
            self._leave()
            return
        common = document.read(lambda s: sheets.read_common(s, record_type, keys))
        if common is None:
            self._leave()
            return
        names = document.read(lambda s: sheets.names_of(s, record_type, common.values))
        page = self._page(record_type)
        self._bring_up(page)
        page.show_several(keys, common, names)

    def _bring_up(self, page: Page) -> None:
        page.head.back.setVisible(bool(self._way_back))
        if self._way_back:
            page.head.back.setText(_(self._way_back[-1].record_type.label))
        self._stack.setCurrentWidget(page)

    def _leave(self) -> None:
        """Show nothing in place of a record that is gone, or not for the viewer."""
        if self._way_back and not self.context.document.is_presenting:
            self._go_back()
        else:
            self._stack.setCurrentWidget(self._nothing)

    def _page(self, record_type: RecordType) -> Page:
        if record_type.name not in self._pages:
            page = Page(record_type, self._names, self._stack)
            page.committed.connect(self._on_committed)
            page.open_asked.connect(self.context.reveal)
            page.back_asked.connect(self._go_back)
            page.past_asked.connect(self._show_past)
            if page.trail is not None:
                page.trail.annotated.connect(self._on_annotated)
                page.trail.drop_asked.connect(self._drop_rating)
            if page.links is not None:
                page.links.open_asked.connect(self.context.reveal)
                page.links.link_asked.connect(partial(self._on_link, on=True))
                page.links.drop_asked.connect(partial(self._on_link, on=False))
            for part in page.parts.values():
                part.show_asked.connect(partial(self._show_part, part.record_type))
                part.drop_asked.connect(partial(self._drop_part, part.record_type))
                part.add_asked.connect(partial(self._add_part, part))
            self._pages[record_type.name] = page
            self._stack.addWidget(page)
        return self._pages[record_type.name]

    def _names(self, kind: str) -> Labels:
        return self.context.document.labels(RECORD_TYPES[kind]) if kind else {}

    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        chosen = self._selection
        if chosen is None:
            return
        is_linked = bool(other_kinds(chosen.record_type)) and RISK_LINK.name in change_set.tables
        if is_linked or sheets.concerns(change_set, chosen.record_type, chosen.keys):
            self._refresh()

    @Slot(object, object)
    def _on_committed(self, field: Field, typed: Any) -> None:  # noqa: ANN401  # any kind
        chosen, page = self._selection, self.page
        if chosen is not None and page is not None:
            write = partial(work.change, self.context.document, chosen.record_type, chosen.keys)
            self._write(page.form.box_of(field), field, typed, write)

    @Slot(str, object, object)
    def _on_annotated(self, rating_id: str, field: Field, typed: Any) -> None:  # noqa: ANN401  # any kind
        chosen, page = self._selection, self.page
        if chosen is not None and page is not None and page.trail is not None:
            write = partial(work.annotate, self.context.document, chosen.record_type, rating_id)
            self._write(page.trail.box_of(field), field, typed, write)

    def _write(
        self,
        box: FieldBox,
        field: Field,
        typed: Any,  # noqa: ANN401  # of any kind of field
        write: "partial[str]",
    ) -> None:
        try:
            value = read_typed(field, typed, self._names(field.target))
        except InvalidValueError as error:
            box.refuse(sentence(error))
            return
        box.forgive()
        problem = write({field.name: value})
        if problem:
            box.refuse(problem)

    def _on_link(self, kind: str, key: str, *, on: bool) -> None:
        chosen = self._selection
        if chosen is not None and not self.context.document.is_presenting:
            own = chosen.keys[0]
            write_link(self.context.document, chosen.record_type, own, (kind, key), on=on)

    @Slot(str)
    def _drop_rating(self, rating_id: str) -> None:
        chosen = self._selection
        if chosen is not None and not work.drop_rating(
            self.context.document, chosen.record_type, chosen.keys[0], rating_id
        ):
            self.context.toast(_("Rating removed"), True)

    def _show_part(self, record_type: RecordType, key: str) -> None:
        self.commit_typed()
        if self._selection is not None:
            self._way_back.append(self._selection)
        self._show(Selection(record_type, (key,)))

    def _drop_part(self, record_type: RecordType, key: str) -> None:
        name = work.name_of(self.context.document, record_type, key)
        if not work.remove(self.context.document, record_type, [key]):
            self.context.toast(_("Deleted: {record}").format(record=name), True)

    def _add_part(self, part: PartList, field: Field) -> None:
        chosen, document = self._selection, self.context.document
        if chosen is None:
            return
        record_type, given = part.record_type, {field.name: chosen.keys[0]}
        targets = {f.target for f in asked_fields(record_type, given) if f.target}
        labels = {name: self._names(name) for name in targets}

        def create(values: Mapping[str, Any]) -> str:
            return work.create(document, record_type, values)[1]

        NewRecord(part, record_type, labels, create, given).open_at(part.add_rect())

    @Slot()
    def _go_back(self) -> None:
        if self._way_back:
            self._show(self._way_back.pop())

    @Slot()
    def _show_past(self) -> None:
        chosen, page, document = self._selection, self.page, self.context.document
        if chosen is None or page is None:
            return
        if document.is_presenting:
            page.conceal_past()
            return
        targets = {field.target for field in chosen.record_type.stored if field.target}
        labels = {kind: self._names(kind) for kind in targets}
        page.show_past(read_past(document, chosen.record_type, chosen.keys, labels))
