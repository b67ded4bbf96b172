"""Texts without the names of a mission: for somebody outside who is to help with it."""

import re
from collections.abc import Iterable
from functools import cached_property

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.pseudonym import Concealer, pseudonyms
from entente.i18n import _
from entente.services import mission, records
from entente.store.session import Session

#: Shorter first names are words of the language more often than names.
_SHORTEST = 3


class Nameless:
    """Puts what people do in the place of what they are called.

    First names alone are replaced where they begin with a capital, as names do; so are
    organisations, the mission and whoever gave it.
    """

    def __init__(self, session: Session) -> None:
        people = records.list_rows(session, ACTOR).dicts()
        roles = pseudonyms((row["id"], row["name"] or "", row["role"] or "") for row in people)
        self._people = {row["name"]: roles[row["id"]] for row in people if row["name"]}
        self._others: dict[str, str] = {
            row["name"]: _("an organisation")
            for row in records.list_rows(session, ORGANISATION).dicts()
            if row["name"]
        }
        told = mission.read(session)
        stand_ins = {
            "name": _("the mission"),
            "organisation": _("the client"),
            "mediator": _("the mediator"),
            "practice": _("the practice"),
            "sponsor": _("the sponsor"),
        }
        for name, words in stand_ins.items():
            if told[name]:
                # “Anne Roy, managing director” is a name and what she does.
                self._others[told[name].partition(",")[0].strip()] = words
        self._first = {
            first: role
            for name, role in self._people.items()
            if len(first := name.split()[0]) >= _SHORTEST and first[:1].isupper()
        }

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that must not be told."""
        return (*self._people, *self._others)

    def conceal(self, text: str) -> str:
        """Return a text without names."""
        told = self._whole.conceal(text)
        if self._first:
            told = _pattern(self._first).sub(lambda match: self._first[match.group()], told)
        # Last, as what people do may name where they do it.
        others = {name.casefold(): words for name, words in self._others.items()}
        if others:
            pattern = _pattern(self._others, re.IGNORECASE)
            told = pattern.sub(lambda match: others.get(match.group().casefold(), "…"), told)
        return told

    @cached_property
    def _whole(self) -> Concealer:
        return Concealer(self._people)


def _pattern(names: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return what finds any of some names as whole words, the longest first."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", flags)
