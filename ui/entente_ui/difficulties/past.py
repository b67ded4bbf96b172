"""The history of one dated field, each rating of which can be dated, explained or taken back."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from entente.domain.records import Field, RecordType
from entente.errors import InvalidValueError
from entente.i18n import _
from entente.messages import sentence
from entente.services import ratings, records
from entente.services.records import Rating
from entente.store.session import Session
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.columns import inside
from entente_ui.registers.trail import Trail
from entente_ui.registers.typed import read_typed


class FieldTrail(Trail):
    """The ratings of one field; what else was rated with it stays out of sight and untouched."""

    def __init__(
        self, context: Context, record_type: RecordType, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(record_type, parent)
        self._context = context
        self._kind = record_type
        self._name = name
        self._key = ""
        self.annotated.connect(self._annotate)
        self.drop_asked.connect(self.drop)

    def show_past(self, key: str, ratings: Sequence[Rating], *, read_only: bool) -> None:
        """Show the ratings of a record, oldest first."""
        self._key = key
        self.show_ratings(ratings, read_only=read_only)

    def drop(self, rating_id: str) -> None:
        """Take back what a rating says of the field."""
        document = self._context.document
        label = _("Remove a rating of {record}").format(
            record=work.name_of(document, self._kind, self._key)
        )
        problem = work.attempt(
            document,
            label,
            lambda s: ratings.drop_field(s, self._kind, rating_id, self._name),
        )
        if not problem:
            self._context.toast(_("Rating removed"), True)

    def _annotate(self, rating_id: str, field: Field, typed: object) -> None:
        box = self.box_of(field)
        try:
            value = read_typed(field, typed, {})
        except InvalidValueError as error:
            box.refuse(sentence(error))
            return
        box.forgive()
        label = _("Complete a rating: {field}").format(field=inside(_(field.label)))
        write = partial(_complete, self._kind, rating_id, field.name, value)
        problem = work.attempt(self._context.document, label, write)
        if problem:
            box.refuse(problem)


def _complete(kind: RecordType, rating_id: str, name: str, value: object, session: Session) -> None:
    if isinstance(value, dt.date):
        ratings.redate(session, kind, rating_id, value)
    else:
        records.annotate(session, kind, rating_id, {name: value})
