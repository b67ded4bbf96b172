"""A kind of document as it is offered: what has to be chosen before one can be made.

Nothing is imported of a kind before it is asked for.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from importlib import import_module
from typing import Protocol

from entente.briefs.production import Form, Report, unheard
from entente.briefs.told import Told
from entente.domain.confidentiality import Audience
from entente.domain.records import RecordType
from entente.i18n import N_
from entente.store.session import Session


class Group(Enum):
    """What a document is for; the list of kinds is in this order."""

    CONFLICT = N_("For a difficulty")
    SESSION = N_("For a session")
    PROJECT = N_("For the project")
    PERSON = N_("For a person supported")


class Readers(Enum):
    """Whom a kind of document is first of all for."""

    MEDIATOR = auto()
    PARTIES = auto()
    SPONSOR = auto()
    ROOM = auto()  # the same for whoever is there
    PERSON = auto()  # the mediator, and the one person it is of; nobody else


class _Module(Protocol):
    """What the package of a kind offers."""

    gather: Callable[..., Told]
    produce: Callable[[Told, str, Report, Form], bytes]


@dataclass(frozen=True, slots=True)
class Offered:
    """One kind of document.

    Attributes:
        name: What it is asked for by, from a shell and within the program.
        label: What people see, in English; translated when shown.
        stem: What a file of it is called, in English; translated when shown.
        package: Where it is made.
        about: The kind of record it is about; None if it is about the whole mission.
        only: Fields of that record and the values one of which they must have.
        first: Whom it is first of all for.
        can_be_short: Whether long lists can be cut.
    """

    name: str
    label: str
    stem: str
    package: str
    group: Group
    about: RecordType | None = None
    only: tuple[tuple[str, frozenset[str]], ...] = ()
    first: Readers = Readers.PARTIES
    can_be_short: bool = False
    kind: str = ""

    def gather(
        self,
        session: Session,
        key: str,
        audience: Audience,
        on: dt.date | None = None,
        *,
        full: bool = True,
    ) -> Told:
        """Return what one reader may know of the record it is about.

        Args:
            session: The open mission.
            key: Of the record; nothing where it is about the mission.
            audience: The reader.
            on: The day whose state is shown; today if None.
            full: Whether long lists are told to their end.
        """
        gather = self._module().gather
        if self.about is None:
            return gather(session, audience, on)
        if self.can_be_short:
            return gather(session, key, audience, on, full=full)
        if self.kind:
            return gather(session, key, audience, on, kind=self.kind)
        return gather(session, key, audience, on)

    def produce(
        self, told: Told, language: str, report: Report = unheard, form: Form = Form.PDF
    ) -> bytes:
        """Return a file fit to leave: rendered, then audited.

        Raises:
            WithheldTextError: If the finished file holds a text its reader may not read.
        """
        return self._module().produce(told, language, report, form)

    def _module(self) -> _Module:
        return import_module(f"entente.briefs.{self.package}")
