"""The map in words: for the sheet beside the pointer, the screen reader and the table."""

from typing import Final

from entente.domain.relation import DEPENDENCE_LABELS, FREQUENCY_LABELS, KIND_LABELS, STRONG
from entente.i18n import N_, _, ngettext
from entente.services.maps import MapRelation
from entente_ui import formats
from entente_ui.actors.map.chart import Chart
from entente_ui.actors.map.things import ACTOR_KIND, BOX_KIND, RELATION_KIND, Thing
from entente_ui.actors.wording import confidence_word

#: What a quality means, from −2 on.
_QUALITIES: Final = (
    N_("broken"),
    N_("tense"),
    N_("neutral"),
    N_("good"),
    N_("trusting"),
)


def quality_words(quality: int | None) -> str:
    """Return a quality as number and word."""
    if quality is None:
        return _("not rated")
    return f"{formats.signed(quality)} {_(_QUALITIES[quality + 2])}"


def kind_word(kind: str) -> str:
    """Return the nature of a relation."""
    return _(KIND_LABELS[kind]) if kind in KIND_LABELS else ""


def describe(chart: Chart, thing: Thing) -> tuple[str, ...]:
    """Return what there is to say of something on the map, the name first."""
    if thing.kind == ACTOR_KIND and thing.key in chart.actors:
        return _describe_actor(chart, thing.key)
    if thing.kind == BOX_KIND and thing.key in chart.boxes:
        return (chart.boxes[thing.key].organisation.name,)
    if thing.kind == RELATION_KIND:
        relation = next((r for r in chart.relations if r.id == thing.key), None)
        return describe_relation(chart, relation) if relation else ()
    return ()


def describe_relation(chart: Chart, relation: MapRelation) -> tuple[str, ...]:
    """Return what there is to say of a relation."""
    first, second = ends(chart, relation)
    arrow = "→" if relation.one_way else "↔"
    rated = [quality_words(relation.quality), kind_word(relation.kind)]
    if relation.frequency in FREQUENCY_LABELS:
        rated.append(_(FREQUENCY_LABELS[relation.frequency]))
    lines = [f"{first} {arrow} {second}", " · ".join(part for part in rated if part)]
    for one, other, much in (
        (first, second, relation.dependence),
        (second, first, relation.dependence_back),
    ):
        if 0 < much <= STRONG:
            text = _("{one} depends on {other}: {much}")
            lines.append(text.format(one=one, other=other, much=_(DEPENDENCE_LABELS[much])))
    if relation.need:
        lines.append(relation.need)
    if relation.dated_on is not None:
        day = formats.long_date(relation.dated_on)
        text = _("Rated on {day}, confidence: {confidence}")
        lines.append(text.format(day=day, confidence=confidence_word(relation.confidence)))
    return tuple(lines)


def ends(chart: Chart, relation: MapRelation) -> tuple[str, str]:
    """Return the names of the two a relation joins."""
    names = {actor.id: actor.name for actor in chart.data.actors}
    return names.get(relation.from_id, ""), names.get(relation.to_id, "")


def _describe_actor(chart: Chart, key: str) -> tuple[str, ...]:
    actor = chart.actors[key]
    names = {each.id: each.name for each in chart.data.organisations}
    where = names.get(actor.organisation_id, "")
    return tuple(part for part in (actor.name, actor.role, where) if part)


def counted(chart: Chart) -> str:
    """Return how many are shown, of how many where it is not all of them."""
    shown, total = len(chart.actors), len(chart.data.actors)
    if shown < total:
        return _("{shown} of {total}").format(
            shown=formats.number(shown), total=formats.number(total)
        )
    text = ngettext("{count} on the map", "{count} on the map", shown)
    return text.format(count=formats.number(shown))
