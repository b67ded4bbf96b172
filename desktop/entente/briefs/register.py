"""What a reader is told of registers that have been read as a whole."""

from collections.abc import Mapping
from dataclasses import replace

from entente.briefs import searched
from entente.briefs.gathering import Gathering
from entente.briefs.leftover import left_out
from entente.briefs.told import Entry, Told
from entente.domain.records import RecordType
from entente.services.disclosure import head_of


def told_of(gathering: Gathering, lists: Mapping[str, tuple[Entry, ...]]) -> Told:
    """Return the lists with what stands at the head, what is left out, and what is looked for."""
    head = head_of(gathering.session, gathering.audience, gathering.on, gathering.recipient())
    return Told(
        head=head,
        lists=lists,
        withheld=tuple(left_out(gathering)),
        texts=searched.texts_of(gathering, head.texts()),
    )


def named_alone(gathering: Gathering, kind: RecordType) -> tuple[Entry, ...]:
    """Return the records that were read of a kind with their names and nothing else."""
    found = []
    for entry in gathering.entries(kind):
        data = tuple(each for each in entry.data if each.name == kind.title)
        if data:
            found.append(replace(entry, data=data, history=()))
    return tuple(found)
