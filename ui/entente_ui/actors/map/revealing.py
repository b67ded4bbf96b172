"""Where on the map a record is that somebody wants to see."""

from PySide6.QtCore import QPointF

from entente.domain.actor import ORGANISATION
from entente.domain.canvas import MAP_NOTE
from entente.domain.relation import RELATION
from entente_ui.actors.map.chart import Chart, note_rect
from entente_ui.actors.map.things import BOX_KIND, NOTE_KIND, RELATION_KIND, Thing


def found(chart: Chart, record_type: str, key: str) -> tuple[Thing, QPointF] | None:
    """Return what stands for a relation, a note or an organisation, and its middle.

    Args:
        chart: What is where.
        record_type: Name of the kind of record.
        key: Of the record.

    Returns:
        None where it is not shown.
    """
    middle: QPointF | None = None
    kind = ""
    if record_type == RELATION.name:
        kind = RELATION_KIND
        drawn = zip(chart.relations, chart.lines, strict=True)
        middle = next((line.center() for each, line in drawn if each.id == key), None)
    elif record_type == MAP_NOTE.name:
        kind = NOTE_KIND
        notes = (note for note in chart.notes if note.id == key)
        middle = next((note_rect(note).center() for note in notes), None)
    elif record_type == ORGANISATION.name and key in chart.boxes:
        kind = BOX_KIND
        middle = chart.boxes[key].rect.center()
    return None if middle is None else (Thing(kind, key), middle)
