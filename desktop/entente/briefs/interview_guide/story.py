"""What an interview guide says, and where what is heard is written down by hand."""

import re
from collections.abc import Iterator
from typing import Final

from entente.briefs.layout_words import by_mediator
from entente.briefs.parts import EMPTY, Box, Gap, Page, Part, Row, Table, Tone, Words, cell, section
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice, joined
from entente.domain.working_group import INTERVIEW_GUIDE
from entente.i18n import _

#: A number or sign that begins a line somebody listed by hand.
_BULLET: Final = re.compile(r"\s*(?:\d{1,2}\s*[.)]|[-–—•*])\s+")
#: Height of a question with the room below it, in points: five on the first page.
_ROOM: Final = 96.0
#: Of fewer questions than these, each gets more: they fill the first page.
_FEW: Final = 5
_MUCH: Final = 121.0
_LINE: Final = 24.0
_KEPT: Final = 3
_LAST: Final = 62.0


def tell(told: Told) -> Page:
    """Return the guide, in the language in use."""
    title = _(INTERVIEW_GUIDE.label)
    return Page(title=title, parts=tuple(_parts(told, Voice(told), title)))


def questions_of(guide: Entry) -> tuple[str, ...]:
    """Return the questions, one a line, without the numbers somebody gave them."""
    lines = (_BULLET.sub("", line, count=1) for line in guide.text("questions").splitlines())
    return tuple(filter(None, (line.strip() for line in lines)))


def _parts(told: Told, voice: Voice, title: str) -> Iterator[Part]:
    guide = told.subject
    if guide is None:
        yield Words(title, Tone.TITLE)
        yield Words(_("This guide is not for this reader."))
        return
    yield from voice.words(guide, "name", Tone.TITLE, mark=False) or (Words(title, Tone.TITLE),)
    by = _("{title} · by {mediator}").format(title=title, mediator=by_mediator(told.head))
    yield Words(joined(by, voice.label(guide.level)), Tone.SUBTITLE)
    yield Gap(6)
    yield _held()
    yield Gap(6)
    yield _first()
    yield from section(_("Questions"), _asked(questions_of(guide)))
    yield from section(_("In their words, as they were said"), _kept())
    yield from section(_("At the end"), _last())


def _held() -> Table:
    """Return where it is noted with whom the interview is held, and when."""
    heads = ((_("With"), _("Date and place")), (_("Function"), _("Noted by")))
    rows = (
        Row((cell(left, Tone.MUTED), EMPTY, cell(right, Tone.MUTED), EMPTY), room=_LINE)
        for left, right in heads
    )
    return Table((64, 0, 92, 0), tuple(rows), boxed=True)


def _first() -> Box:
    words = _(
        "What the interview is for and how long it takes, what is noted and who will read it. "
        "Nobody has to answer; whatever was said can be taken back."
    )
    return Box((Words(words, lead=_("Say first:")),))


def _asked(questions: tuple[str, ...]) -> Table | Words:
    if not questions:
        return Words(_("This guide has no question yet."))
    room = _MUCH if len(questions) < _FEW else _ROOM
    rows = (
        Row((cell(str(number), Tone.STRONG), cell(question, Tone.STRONG)), room=room)
        for number, question in enumerate(questions, 1)
    )
    return Table((24, 0), tuple(rows))


def _kept() -> Table:
    rows = tuple(Row((EMPTY, EMPTY), room=_LAST) for _row in range(_KEPT))
    return Table((0, 130), rows, (_("Quote"), _("Who may read these words")), boxed=True)


def _last() -> Table:
    asked = (_("What was not asked?"), _("Who else should be heard?"), _("What happens next?"))
    return Table(
        (150, 0), tuple(Row((cell(each, Tone.MUTED), EMPTY), room=_LAST) for each in asked)
    )
