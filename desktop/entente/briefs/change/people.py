"""What holds people back, on paper: those alone whom the reader may know."""

from collections.abc import Iterator

from entente.briefs.change.values import Change
from entente.briefs.parts import Cell, Part, Row, Table, Tone, Words, cell
from entente.briefs.told import Entry
from entente.briefs.voice import Voice, said
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import ADKAR, ADKAR_LABELS, MARK_MAX
from entente.i18n import _
from entente.services.change_figures import barrier
from entente.services.progress_words import NONE, held_sentence


def barriers(told: Change, voice: Voice) -> Iterator[Part]:
    """Yield the marks of each, and what was seen last."""
    groups = {each.key: each.text("name") for each in told.of(FUNCTIONAL_GROUP.name)}
    rows = []
    for entry in _marked(told):
        marks = _marks(entry)
        held = barrier(marks)
        named = said(entry, "actor_id") or groups.get(entry.links["group_id"], "")
        last = entry.history[-1]
        rows.append(
            Row(
                (
                    (*cell(named), *cell(said(last, "dated_on"), Tone.SMALL)),
                    *(_mark(marks[name]) for name in ADKAR_LABELS),
                    cell(_(ADKAR_LABELS[held]) if held else NONE, Tone.STRONG),
                )
            )
        )
        fact = voice.words(last, "fact", Tone.SMALL)
        if also := (*fact, *voice.rest(entry, ("actor_id", *ADKAR_LABELS))):
            rows.append(Row((also,), is_rest=True))
    if rows:
        labels = [_(label) for label in ADKAR_LABELS.values()]
        heads = (_("Who"), *labels, _("Barrier"))
        top = Row(tuple(cell(head, Tone.SMALL) for head in heads))
        yield Table((106.0, *(64.0,) * len(labels), 0.0), tuple(rows), top=top, tight=True)


def held_back(told: Change) -> str:
    """Return how many are held back; nothing where nobody is told of."""
    found = [barrier(_marks(entry)) for entry in _marked(told)]
    return held_sentence(sum(each is not None for each in found), len(found)) if found else ""


def _marked(told: Change) -> list[Entry]:
    return [each for each in told.of(ADKAR.name) if each.history]


def _marks(entry: Entry) -> dict[str, int | None]:
    last = entry.history[-1]
    return {
        name: None if (mark := last.number(name)) is None else int(mark) for name in ADKAR_LABELS
    }


def _mark(mark: int | None) -> Cell:
    if mark is None:
        return cell(NONE, Tone.MUTED)
    return (Words(str(mark), Tone.DENSE, heat=MARK_MAX - mark),)
