"""Telling relations that are new from those there are: by whom they join."""

from collections.abc import Mapping
from typing import Any, Final

from typing_extensions import override

from entente.domain.records import Values
from entente.exchange.direction import ONE_WAY
from entente.exchange.known import Known
from entente.exchange.mapping import REF
from entente.exchange.plan import CellError, Decision, Match, PlannedRow, Remark
from entente.exchange.recognise import Recogniser
from entente.i18n import _

_FROM: Final = "from_id"
_TO: Final = "to_id"
_TURNED: Final = {
    _FROM: _TO,
    _TO: _FROM,
    "dependence": "dependence_back",
    "dependence_back": "dependence",
}


class RelationRecogniser(Recogniser):
    """Knows that a relation told from its other end is the same, unless it goes one way."""

    def __init__(self, known: Known, *, distinct: bool = False) -> None:
        super().__init__(known, distinct=distinct)
        self._joining: dict[frozenset[str], list[str]] = {}
        for key, record in known.values.items():
            self._joining.setdefault(_pair(record), []).append(key)
        #: From which end the file told of a pair first.
        self._told: dict[frozenset[str], str] = {}

    @override
    def recognise(self, number: int, values: Mapping[str, Any]) -> tuple[PlannedRow, list[Remark]]:
        if values.get(_FROM) is not None and values.get(_FROM) == values.get(_TO):
            raise CellError(_("A relation joins two different actors."), _TO)
        if not values.get(REF) and self._is_turned(values):
            values = {_TURNED.get(name, name): value for name, value in values.items()}
        self._told.setdefault(_pair(values), str(values.get(_FROM)))
        return super().recognise(number, values)

    def _is_turned(self, values: Mapping[str, Any]) -> bool:
        """Whether it is known from its other end, here or in the mission."""
        if values.get(ONE_WAY):
            return False
        there = [self._known.values[key] for key in self._joining.get(_pair(values), ())]
        both_ways = [record for record in there if not record.get(ONE_WAY)]
        if both_ways:
            return all(record[_FROM] != values.get(_FROM) for record in both_ways)
        first = self._told.get(_pair(values))
        return first is not None and first != values.get(_FROM)

    @override
    def _match(self, number: int, ref: str, values: Values) -> tuple[str, Match, list[Remark]]:
        key, match, remarks = super()._match(number, ref, values)
        if key:
            return key, match, remarks
        there = [
            key
            for key in self._joining.get(_pair(values), ())
            if self._known.values[key][_FROM] == values.get(_FROM)
        ]
        if len(there) == 1:
            known = self._known.values[there[0]]
            if not values.get("kind") or not known.get("kind"):
                return there[0], Match.NAME, []
        return "", Match.NONE, remarks

    @override
    def _update(
        self, number: int, key: str, match: Match, values: dict[str, Any]
    ) -> tuple[PlannedRow, list[Remark]]:
        if values.get(ONE_WAY) is False and not self._known.values[key].get(ONE_WAY):
            # Nobody wrote down that it goes both ways, because relations do.
            values = {name: value for name, value in values.items() if name != ONE_WAY}
        return super()._update(number, key, match, values)

    @override
    def _create(
        self, number: int, values: dict[str, Any], remarks: list[Remark]
    ) -> tuple[PlannedRow, list[Remark]]:
        planned, said = super()._create(number, values, remarks)
        if planned.decision is Decision.CREATE and len(said) > len(remarks):
            row = self.first_like(values)
            text = _("Row {row} says otherwise of the same two; keep one, or name the natures.")
            raise CellError(text.format(row=row), _TO)
        return planned, said


def _pair(values: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(str(values.get(name)) for name in (_FROM, _TO))
