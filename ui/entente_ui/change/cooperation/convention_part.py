"""Conventions, and of the one that holds its clauses and signatures."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.cooperation.records import CONVENTION_CLAUSE
from entente.i18n import N_, _
from entente.services.conventions import Convention
from entente_ui.change.cooperation.deeds import Deeds
from entente_ui.change.cooperation.forms import CLAUSES, CONVENTIONS, SIGNATURES
from entente_ui.change.cooperation.words import convention_words
from entente_ui.formats import labelled
from entente_ui.kit import Section, spaced
from entente_ui.pane import Context
from entente_ui.registers.record_cards import RecordCards
from entente_ui.registers.writing import LabelsByKind

Rows = Sequence[Mapping[str, Any]]


class ConventionPart(QWidget):
    """The list of conventions; below, folded, what the last one is made of."""

    def __init__(self, context: Context, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._key = ""
        begins = ((N_("Begin a convention"), deeds.add_convention),)
        self.conventions = RecordCards(context, CONVENTIONS, begins, self)
        adds = ((N_("Add a clause"), self._add_clause),)
        self.clauses = RecordCards(context, CLAUSES, adds, self)
        self.signatures = RecordCards(context, SIGNATURES, (), self)
        self._parts = Section(_("Clauses and signatures"), self, expanded=False)
        self._parts.body.addWidget(self.signatures)
        self._parts.body.addWidget(self.clauses)
        column = spaced(QVBoxLayout(self), 0, 10)
        column.addWidget(self.conventions)
        column.addWidget(self._parts)

    def show_conventions(
        self,
        found: Sequence[Convention],
        parts: tuple[Rows, Rows],
        labels: LabelsByKind,
        *,
        read_only: bool,
    ) -> None:
        """Show conventions, and the clauses and signatures of the last one.

        Args:
            found: In the order of their references.
            parts: Rows of these clauses and signatures.
            labels: Names of what they point to.
            read_only: Whether nothing may be changed.
        """
        self._key = found[-1].id if found else ""
        rows = [each.record for each in found]
        self.conventions.note.setText(
            "\n".join(
                labelled(each.ref, said) for each in found if (said := convention_words(each))
            )
        )
        self.conventions.show_rows(rows, labels, read_only=read_only)
        self._parts.setVisible(bool(found))
        clauses, signatures = parts
        self.clauses.show_rows(clauses, labels, read_only=read_only)
        self.signatures.show_rows(signatures, labels, read_only=read_only)

    def _add_clause(self) -> tuple[str, str]:
        values: dict[str, object] = {"convention_id": self._key, "heading": _("New clause")}
        values["position"] = len(self.clauses.cards) + 1
        return self._deeds.add_part(CONVENTION_CLAUSE, values)
