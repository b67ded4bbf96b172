"""Cells of somebody's register of risks: steps as words or percentages, impact as money."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, TypeGuard

from entente.domain import values as field_values
from entente.domain.mission import MISSION
from entente.domain.risk import RISK, Reading, impact_of, probability_of
from entente.domain.risk_levels import Scales, scales_of
from entente.domain.risk_scales import RISK_STEP, STEP_MAX, STEP_MIN
from entente.domain.text import clean, heading_key, shorten
from entente.domain.values import number_text
from entente.errors import InvalidValueError
from entente.exchange.amounts import Amount, currency_of, read_amount, unit_of
from entente.exchange.known import Existing
from entente.exchange.mapping import ColumnMapping
from entente.exchange.plan import CellError
from entente.exchange.risk_headings import AMOUNT
from entente.exchange.risk_words import CHOICES, IMPACT, PROBABILITY, steps_by_word
from entente.exchange.table import Cell, Table
from entente.i18n import _, language

_AXES: Final = {
    **{probability_of(reading): PROBABILITY for reading in Reading},
    **{impact_of(reading): IMPACT for reading in Reading},
}
_CONSEQUENCE: Final = "consequence"
_EFFECT: Final = "effect"
_AMOUNT_FIELD: Final = RISK.field(AMOUNT)
#: `4`, `4/5`, `4 - probable`, `4 (probable)`.
_STEP: Final = re.compile(
    rf"([{STEP_MIN}-{STEP_MAX}])(?:\s*/\s*{STEP_MAX}|\s*[-–—:.)(=]?\s*[^\d%]*)?"
)
_PERCENT: Final = re.compile(r"([0-9]{1,3}(?:[.,][0-9]+)?)\s*%")
_SHARE: Final = re.compile(r"0?[.,][0-9]+")
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Meant:
    """What a cell means.

    Attributes:
        target: The field it is for: an impact that is an amount is for another.
        said: What is worth knowing about how it was read, in the language in use.
    """

    target: str
    value: Any
    said: str = ""


class RiskCells:
    """Reads the cells of risks that a register may say in other ways than we do."""

    def __init__(self, table: Table, mapping: ColumnMapping, existing: Existing) -> None:
        """Take the scales of the mission and look which columns hold shares of one."""
        known = existing.get(RISK_STEP.name)
        self._scales: Scales = scales_of(known.values.values() if known else (), (), ())
        self._words = {axis: steps_by_word(self._scales, axis) for axis in (PROBABILITY, IMPACT)}
        self._table = table
        self._units = [unit_of(heading) for heading in table.headings]
        self._shares = {
            place: _shares(row[place] for row in table.rows)
            for place, target in enumerate(mapping.targets)
            if _AXES.get(target) == PROBABILITY
        }
        # What a currency was first named by: the heading of a column, or one of its rows.
        self._currencies: dict[int, tuple[str, int]] = {
            place: (unit.currency, table.heading_row)
            for place, unit in enumerate(self._units)
            if unit.currency
        }
        self._mission = _currency(existing)
        self._read: dict[tuple[int, type, Cell], Meant] = {}

    def takes(self, target: str) -> bool:
        """Whether cells of a target are read here."""
        return target in _AXES or target in CHOICES or target in {AMOUNT, _CONSEQUENCE}

    def read(self, target: str, cell: Cell, row: int, place: int) -> Meant | None:
        """Return what a cell means, None for a blank.

        Args:
            target: The field its column is for.
            cell: What it holds.
            row: Its row in the file.
            place: The place of its column.

        Raises:
            CellError: If it could mean several things, or amounts of two currencies.
            InvalidValueError: If it means nothing the field takes.
        """
        if cell is None or (isinstance(cell, str) and not clean(cell).strip()):
            return None
        if target == AMOUNT:
            return self._amount(cell, row, place)
        if _AXES.get(target) == IMPACT and (money := self._money(cell, row, place)):
            return money
        # A register says the same few words over and over; 1 and True are not the same.
        sign = (place, type(cell), cell)
        if sign not in self._read:
            self._read[sign] = self._word(target, cell, place)
        return self._read[sign]

    def _word(self, target: str, cell: Cell, place: int) -> Meant:
        if target == _CONSEQUENCE:
            return _consequence(cell)
        return self._choice(target, cell) if target in CHOICES else self._step(target, cell, place)

    def _choice(self, target: str, cell: Cell) -> Meant:
        field = RISK.field(target)
        try:
            return Meant(target, field_values.parse(field, cell))
        except InvalidValueError:
            words = {heading_key(word): value for word, value in CHOICES[target].items()}
            value = words.get(heading_key(str(cell)))
            if value is None:
                raise
        said = _("“{given}” is read as “{meant}”.")
        meant = field_values.show(field, value)
        return Meant(target, value, said.format(given=_shown(cell), meant=meant))

    def _money(self, cell: Cell, row: int, place: int) -> Meant | None:
        """Return the amount in a column of impacts, None for what does not say it is money."""
        if not isinstance(cell, str):
            return None
        found = read_amount(_AMOUNT_FIELD, clean(cell), self._units[place])
        if found is None or not found.is_money:
            return None
        self._check_currency(found, cell, row, place)
        said = _("“{given}” is an amount: it is kept as such, and the impact has no step.")
        return Meant(AMOUNT, found.value, said.format(given=_shown(cell)))

    def _amount(self, cell: Cell, row: int, place: int) -> Meant:
        unit = self._units[place]
        if isinstance(cell, str):
            found = read_amount(_AMOUNT_FIELD, clean(cell), unit)
        else:
            number = field_values.parse(_AMOUNT_FIELD, cell)
            whole = field_values.check(_AMOUNT_FIELD, number * unit.times)
            found = Amount(whole, unit.currency, is_money=False)
        if found is None:
            raise InvalidValueError(
                _AMOUNT_FIELD.label, cell, _("an amount such as 38 000 € or 38 k€")
            )
        self._check_currency(found, cell, row, place)
        said = ""
        if unit.times > 1 and not found.is_money:
            said = _("The heading says that the numbers of this column stand for {times} each.")
            said = said.format(times=number_text(unit.times, language()))
        return Meant(AMOUNT, found.value, said)

    def _check_currency(self, found: Amount, cell: Cell, row: int, place: int) -> None:
        """Refuse an amount that cannot be added to the others.

        Raises:
            CellError: If it is of another currency.
        """
        if not found.currency:
            return
        first, at = self._currencies.setdefault(place, (found.currency, row))
        if first != found.currency:
            said = _(
                "“{given}” is in {currency}, and row {row} of this column in {other}; "
                "convert one of them."
            )
            raise CellError(
                said.format(given=_shown(cell), currency=found.currency, row=at, other=first)
            )
        if self._mission and found.currency != self._mission:
            said = _("“{given}” is in {currency}, and the mission counts in {other}; convert it.")
            raise CellError(
                said.format(given=_shown(cell), currency=found.currency, other=self._mission)
            )

    def _step(self, target: str, cell: Cell, place: int) -> Meant:
        axis = _AXES[target]
        if isinstance(cell, str):
            text = clean(cell).strip()
            if match := _STEP.fullmatch(text):
                return self._whole(target, int(match[1]), cell, place)
            own, usual = self._words[axis]
            key = heading_key(text)
            if key in own:
                return Meant(target, own[key])
            if key in usual:
                return self._read_as(target, usual[key], cell)
            share = _share_of(text)
        else:
            number = float(cell) if _is_number(cell) else -1.0
            if number.is_integer():
                return self._whole(target, int(number), cell, place)
            share = number
        if axis == PROBABILITY and share is not None and 0 <= share <= 1:
            return self._read_as(target, self._nearest(share), cell)
        raise self._refusal(target, cell)

    def _whole(self, target: str, number: int, cell: Cell, place: int) -> Meant:
        shares = self._shares.get(place)
        if shares is not None and shares.has_any and number in {0, 1}:
            if shares.has_steps:
                raise CellError(
                    _(
                        "“{given}” may be a step or a share of one: the column holds both; "
                        "write “{percent} %” or the name of the step."
                    ).format(given=_shown(cell), percent=100 * number)
                )
            return self._read_as(target, self._nearest(number), cell)
        if not STEP_MIN <= number <= STEP_MAX:
            raise self._refusal(target, cell)
        return Meant(target, number)

    def _read_as(self, target: str, step: int, cell: Cell) -> Meant:
        scale = self._scales.probability if _AXES[target] == PROBABILITY else self._scales.impact
        given = cell
        if isinstance(cell, int | float):
            given = number_text(cell, language())
        said = _("“{given}” is read as step {step}, {name}.")
        name = scale[step - STEP_MIN].label
        return Meant(target, step, said.format(given=_shown(given), step=step, name=name))

    def _nearest(self, share: float) -> int:
        """Return the step whose share is nearest; of two as near, the more likely."""
        steps = range(STEP_MIN, STEP_MAX + 1)
        return min(steps, key=lambda step: (round(abs(self._scales.share(step) - share), 9), -step))

    def _refusal(self, target: str, cell: Cell) -> InvalidValueError:
        scale = self._scales.probability if _AXES[target] == PROBABILITY else self._scales.impact
        names = ", ".join(step.label for step in scale)
        if _AXES[target] == PROBABILITY:
            said = _("a step: a whole number from 1 to 5, a percentage, or one of these: {names}")
        else:
            said = _("a step: a whole number from 1 to 5, an amount, or one of these: {names}")
        given = number_text(cell, language()) if isinstance(cell, float) else cell
        return InvalidValueError(RISK.field(target).label, given, said.format(names=names))


@dataclass(frozen=True, slots=True)
class _Shares:
    """What a column of probabilities holds besides words.

    Attributes:
        has_any: Whether some are shares of one.
        has_steps: Whether some are steps from 2 on.
    """

    has_any: bool
    has_steps: bool


def _consequence(cell: Cell) -> Meant:
    """Return the kind of consequence, or the effect where somebody described it in words."""
    try:
        return Meant(_CONSEQUENCE, field_values.parse(RISK.field(_CONSEQUENCE), cell))
    except InvalidValueError:
        effect = field_values.parse(RISK.field(_EFFECT), cell)
    said = _("What this column describes is kept as the effect.")
    return Meant(_EFFECT, effect, said)


def _shares(cells: Iterable[Cell]) -> _Shares:
    has_any = has_steps = False
    for cell in cells:
        if isinstance(cell, str):
            text = cell.strip()
            has_any = has_any or (not text.endswith("%") and _share_of(text) is not None)
            match = _STEP.fullmatch(text)
            has_steps = has_steps or (match is not None and int(match[1]) > STEP_MIN)
        elif _is_number(cell):
            has_any = has_any or 0 < cell < 1
            has_steps = has_steps or (cell > STEP_MIN and float(cell).is_integer())
    return _Shares(has_any, has_steps)


def _share_of(text: str) -> float | None:
    """Return what `70 %` or `0,7` stand for, None for anything else."""
    if match := _PERCENT.fullmatch(text):
        share = float(match[1].replace(",", ".")) / 100
        return share if share <= 1 else None
    return float(text.replace(",", ".")) if _SHARE.fullmatch(text) else None


def _is_number(cell: Cell) -> TypeGuard[float]:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _currency(existing: Existing) -> str:
    known = existing.get(MISSION.name)
    missions = list(known.values.values()) if known else []
    return currency_of(str(missions[0].get("currency") or "")) if missions else ""


def _shown(cell: object) -> str:
    return shorten(str(cell), _SHOWN)
