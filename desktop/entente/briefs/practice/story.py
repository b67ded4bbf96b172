"""What is taken to a practice analysis: the question brought, what came out, what one does."""

from collections.abc import Iterator

from entente.briefs.layout_words import drawn_up
from entente.briefs.parts import Box, Gap, Page, Part, Tone, Words, section
from entente.briefs.told import Told
from entente.briefs.voice import Voice, joined, said
from entente.domain.start.context import SUPERVISION
from entente.i18n import _

_TITLES = ("question", "answer", "measure", "notes")


def tell(told: Told) -> Page:
    """Return the sheet, in the language in use."""
    return Page(
        title=_("Practice analysis"),
        parts=tuple(_parts(told, Voice(told))),
        note=_("Names have become roles; whoever knows the project may still recognise it."),
        recipient=_("For a supervisor, without names"),
    )


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    yield Words(_("Practice analysis"), Tone.TITLE)
    yield Words(drawn_up(told.head, _("State on {date}")), Tone.SUBTITLE)
    held = told.of(SUPERVISION.name)
    if not held:
        yield Words(_("No practice analysis may be told to this reader."))
        return
    words = _("What happens to the mediator in a mission, not who the others are.")
    yield Box((Words(words),))
    for each in held:
        minutes = said(each, "minutes")
        length = _("{minutes} minutes").format(minutes=minutes) if minutes else ""
        title = joined(said(each, "held_on"), each.text("with_whom"), length)
        parts: list[Part] = []
        for name in _TITLES:
            told_words = voice.words(each, name, Tone.BODY, lead=_lead(name), mark=False)
            parts += [*told_words, *((Gap(2),) if told_words else ())]
        yield from section(title or _("Without a date"), *parts)


def _lead(name: str) -> str:
    return _("{label}:").format(label=_(SUPERVISION.field(name).label))
