"""Telling rows that are new from those the mission, or the file itself, already has."""

import re
from collections.abc import Mapping
from typing import Any

from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD, FieldKind, RecordType, Values
from entente.domain.text import heading_key
from entente.domain.values import check
from entente.exchange.known import Identity, Known, addresses, identity, ref_key
from entente.exchange.mapping import REF
from entente.exchange.plan import CellError, Decision, Match, PlannedRow, Remark
from entente.i18n import _


class Recogniser:
    """Compares each row with the records there are and with the rows before it."""

    def __init__(self, known: Known, *, distinct: bool = False) -> None:
        """Take what is known.

        Args:
            known: The records there are.
            distinct: Whether each row is about another record than all other rows.
        """
        self._known = known
        self._distinct = distinct
        self._type: RecordType = known.record_type
        self._refs: dict[str, int] = {}
        self._seen: dict[Identity, PlannedRow] = {}
        self._updated: dict[str, tuple[int, Values]] = {}
        self._own_ref = re.compile(rf"{re.escape(self._type.prefix)}[0-9]+")

    def recognise(self, number: int, values: Mapping[str, Any]) -> tuple[PlannedRow, list[Remark]]:
        """Return what becomes of a row, and what is worth saying about it.

        Args:
            number: Its row in the file.
            values: Its values, blank ones left out.

        Raises:
            CellError: If an earlier row has the same reference.
        """
        ref = str(values.get(REF, ""))
        ref = ref and ref_key(self._type, ref)
        self._note_ref(number, ref)
        wanted = {name: value for name, value in values.items() if name != REF}
        if self._is_own(ref):
            wanted = {REF: ref, **wanted}
        key, match, remarks = self._match(number, ref, wanted)
        if key:
            return self._update(number, key, match, wanted)
        return self._create(number, wanted, remarks)

    def _note_ref(self, number: int, ref: str) -> None:
        if not ref:
            return
        earlier = self._refs.setdefault(ref, number)
        if earlier != number:
            said = _("Row {row} has the same reference “{ref}”.")
            raise CellError(said.format(row=earlier, ref=ref), REF)

    def _is_own(self, ref: str) -> bool:
        """Whether a reference is one of ours; another program's numbers are not kept."""
        return bool(self._type.prefix) and self._own_ref.fullmatch(ref) is not None

    def _match(self, number: int, ref: str, values: Values) -> tuple[str, Match, list[Remark]]:
        if ref and (key := self._known.refs.get(ref)):
            return key, Match.REF, []
        same = self._known.identities.get(identity(self._type, values), ())
        if self._distinct:
            same = tuple(key for key in same if key not in self._updated)[:1]
        mails = addresses(values)
        by_mail = [key for mail in mails for key in self._known.emails.get(mail, ())]
        if len(same) > 1:
            same = tuple(key for key in same if key in by_mail) or same
        if len(same) == 1:
            return same[0], Match.NAME, []
        if same:
            said = _("Several records are called so already; one more is added.")
            return "", Match.NONE, [Remark(said, number)]
        if not by_mail:
            return "", Match.NONE, []
        if self._share_a_name(by_mail[0], values):
            return by_mail[0], Match.EMAIL, []
        said = _("{name} has the same email address.")
        return "", Match.NONE, [Remark(said.format(name=self._known.describe(by_mail[0])), number)]

    def first_like(self, values: Values) -> int:
        """Return the first row of the file that is about the same as some values."""
        return self._seen[identity(self._type, values)].number

    def _share_a_name(self, key: str, values: Values) -> bool:
        """Whether two names have a word in common: `H. Versoir` and `Hippolyte Versoir`."""
        names = (self._known.values[key].get(self._type.title), values.get(self._type.title))
        words = [
            {word for word in heading_key(str(name or "")).split() if len(word) > 2}
            for name in names
        ]
        return not words[0].isdisjoint(words[1])

    def _update(
        self, number: int, key: str, match: Match, values: dict[str, Any]
    ) -> tuple[PlannedRow, list[Remark]]:
        # A second row about a record adds to what the first will have made of it.
        earlier, old = self._updated.get(key, (0, self._known.values[key]))
        changes = {}
        for name, value in values.items():
            new = value if match is Match.REF else self._added(name, old.get(name), value)
            if name != REF and old.get(name) != new:
                changes[name] = (old.get(name), new)
        self._updated[key] = (number, {**old, **{name: new for name, (__, new) in changes.items()}})
        remarks = []
        if earlier:
            said = _("Row {row} is about the same record.")
            remarks.append(Remark(said.format(row=earlier), number))
        private = old.get(LEVEL_FIELD, Level.MEDIATOR) == Level.MEDIATOR
        if not private and any(self._type.field(name).is_text for name in changes):
            said = _("{name} may be read by others, and with it what is added here.")
            remarks.append(Remark(said.format(name=self._known.describe(key)), number))
        return PlannedRow(number, values, Decision.UPDATE, key, match, changes), remarks

    def _added(self, name: str, old: object, new: object) -> object:
        """Return what a field holds once a list from elsewhere has been added to it.

        What the mediator wrote is not lost to it: remarks and tags grow, a name stays.
        """
        if name == self._type.title and old:
            return old
        if not isinstance(old, str) or not isinstance(new, str):
            return new
        match self._type.field(name).kind:
            case FieldKind.LONG_TEXT:
                return old if new in old else f"{old}\n{new}"
            case FieldKind.TAGS:
                return check(self._type.field(name), f"{old}, {new}")
            case _:
                return new

    def _create(
        self, number: int, values: dict[str, Any], remarks: list[Remark]
    ) -> tuple[PlannedRow, list[Remark]]:
        planned = PlannedRow(number, values, Decision.CREATE)
        same = identity(self._type, values)
        earlier = self._seen.setdefault(same, planned) if same else planned
        if earlier is planned:
            return planned, remarks
        if not self._distinct and values.items() <= earlier.values.items():
            said = _("Row {row} says the same; this one is left out.")
            planned = PlannedRow(number, values, Decision.SKIP)
        else:
            said = _("Row {row} has the same name but other values; both are added.")
        return planned, [*remarks, Remark(said.format(row=earlier.number), number)]
