"""What is written into the impact study, and what is made of it: risks and cards, once each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from entente.domain.card_line import CardLine
from entente.domain.change.impact import (
    FUNCTIONAL_GROUP,
    IMPACT,
    OMITTED_QUESTIONS,
    PRACTICE_GAP,
)
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import LEVEL_FIELD, RecordType, Values
from entente.domain.risk import RISK
from entente.domain.text import heading_key, shorten
from entente.domain.values import show
from entente.i18n import LANGUAGES, _
from entente.services import board_edits, method_texts, records, risk_sets
from entente.services.impact import LEVERS, study
from entente.services.risk_sets import Model
from entente.store.session import Session

#: The starter set whose risks are those of the questions, in their order.
_OMISSIONS: Final = "omissions"
#: So much of a text becomes the title of a card; the whole stands in its notes.
_TITLE_MAX: Final = 120
#: What makes an impact worth keeping though it is not rated.
_CONTENT: Final = ("before", "after", *LEVERS, "item_id")


def rate(session: Session, group: str, dimension: str, depth: int | None) -> str:
    """Say how deeply a dimension is touched, or that it was not looked at after all.

    A new impact is as private as its group. One without a depth and without any words goes.

    Returns:
        Key of the impact; empty if there is none any more.

    Raises:
        InvalidValueError: If the depth is outside 1 to 4.
    """
    found = _impact(session, group, dimension)
    if found is not None and depth is None and not any(found[name] for name in _CONTENT):
        records.remove(session, IMPACT, found["id"])
        return ""
    if found is None and depth is None:
        return ""
    return describe(session, group, dimension, {"depth": depth})


def describe(session: Session, group: str, dimension: str, values: Values) -> str:
    """Say something of a dimension of a group, and return the key of the impact.

    Raises:
        InvalidValueError: If a value is outside its field's range.
    """
    found = _impact(session, group, dimension)
    if found is not None:
        records.change(session, IMPACT, found["id"], values)
        return str(found["id"])
    level = records.get(session, FUNCTIONAL_GROUP, group)[LEVEL_FIELD]
    owned = {"group_id": group, "dimension": dimension, LEVEL_FIELD: level}
    return records.create(session, IMPACT, owned | dict(values))


def proposed(session: Session, audience: Audience = MEDIATOR) -> tuple[Model, ...]:
    """Return the risk of each question that some group left open, its groups named.

    `is_there` says which are in the register already, in whatever language they were added.
    """
    groups = study(session, audience).groups
    shipped = [method_texts.read_file(f"risk_sets/{code}.toml")["sets"] for code in LANGUAGES]
    known = {heading_key(event) for event in records.titles(session, RISK).values()}
    models = next(each for each in risk_sets.library(session) if each.key == _OMISSIONS).models
    found = []
    for place, (name, model) in enumerate(zip(OMITTED_QUESTIONS, models, strict=True)):
        names = [each.name for each in groups if name in each.unanswered]
        if not names:
            continue
        events = {heading_key(_omitted(sets)[place]["event"]) for sets in shipped}
        words = _("Not answered for: {groups}.").format(groups=", ".join(names))
        found.append(replace(model, cause=f"{model.cause} {words}", is_there=bool(events & known)))
    return tuple(found)


def add_proposed(session: Session) -> list[str]:
    """Write the risks of open questions into the register; return the keys of those added."""
    return risk_sets.add(session, [each for each in proposed(session) if not each.is_there])


def gap_to_card(session: Session, key: str) -> str:
    """Make an idea of the backlog of a gap and return its key; the one there is, if any."""
    row = records.get(session, PRACTICE_GAP, key)
    return _to_card(session, PRACTICE_GAP, row, row["need"], row["practice"])


def impact_to_card(session: Session, group: str, dimension: str) -> str:
    """Make an idea of the backlog of what a dimension asks for, and return its key."""
    row = records.get(session, IMPACT, describe(session, group, dimension, {}))
    name = records.get(session, FUNCTIONAL_GROUP, group)["name"]
    what = row["after"] or show(IMPACT.field("dimension"), dimension)
    title = _("{group}: {what}").format(group=name, what=what)
    return _to_card(session, IMPACT, row, title, row["before"])


def _to_card(session: Session, kind: RecordType, row: Values, title: str, notes: str) -> str:
    """Make a card as private as what it is made of, and let that point to it."""
    if row["item_id"]:
        return str(row["item_id"])
    short = shorten(title, _TITLE_MAX)
    told = "\n".join(filter(None, (title if short != title else "", notes)))
    values = {LEVEL_FIELD: row[LEVEL_FIELD], "status": "idea", "notes": told or None}
    if owner := row.get("owner_id"):
        values["owner_id"] = owner
    key = board_edits.add(session, CardLine(short), values)
    records.change(session, kind, row["id"], {"item_id": key})
    return key


def _impact(session: Session, group: str, dimension: str) -> Values | None:
    where = {"group_id": group, "dimension": dimension}
    rows = records.list_rows(session, IMPACT, where=where).dicts()
    return rows[0] if rows else None


def _omitted(sets: Iterable[Mapping[str, object]]) -> Sequence[Mapping[str, str]]:
    found = next(each for each in sets if each["key"] == _OMISSIONS)
    return found["risks"]  # type: ignore[return-value]  # a parsed file of ours
