"""Contacts as telephones and mail programs export them: vCard 2.1, 3.0 and 4.0."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from entente.domain.text import clean
from entente.errors import ImportRefusedError
from entente.exchange.encoding import decode
from entente.exchange.table import ROWS_MAX, Row, Table, too_many_rows
from entente.i18n import _

#: What is taken from a card, in the order of columns; photographs and keys are passed by.
HEADINGS: Final = ("Name", "Role", "Organisation", "Email", "Telephone", "Expertise", "Notes")

_WANTED: Final = frozenset(
    {"VERSION", "N", "FN", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "NOTE", "CATEGORIES"}
)
#: The head of a line, up to its colon. vobject's own pattern can take for ever on a head it
#: does not match, so it never gets one that this does not.
_HEAD: Final = re.compile(
    r'(?:[\w-]+\.)?([\w-]+)((?:;[\w-]+(?:=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)?)*):',
    re.ASCII,
)
_LINE_ENDS: Final = re.compile(r"\r\n|\r|\n")
#: A value and what separates its parts; a separator behind a backslash is text.
_PIECES: Final = re.compile(r"(?:[^\\;]|\\.?)+|;", re.DOTALL)
_ITEMS: Final = re.compile(r"(?:[^\\,]|\\.?)+", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\([\\;,:nN])")


@dataclass(slots=True)
class _Card:
    """The lines of one card that are wanted.

    Attributes:
        number: Its number in the file, from 1.
        line: Where it begins, from 1.
    """

    number: int
    line: int
    lines: list[str]


def read_cards(data: bytes, source: str) -> Table:
    """Return the contacts in a vCard file, one a row.

    Raises:
        ImportRefusedError: If a card is broken; the row is the number of the card.
    """
    rows: list[Row] = []
    for card in _cards(decode(data, source), source):
        if card.number > ROWS_MAX:
            raise too_many_rows(source)
        rows.append(_row(card, source))
    if not rows:
        raise ImportRefusedError(source, _("There is no contact card in it."))
    return Table(source, "", HEADINGS, rows, first_row=1, heading_row=1)


def _cards(text: str, source: str) -> Iterator[_Card]:
    card: _Card | None = None
    count = 0
    for number, line in enumerate(_LINE_ENDS.split(text), 1):
        mark = line.strip().upper().replace(" ", "") if len(line) < 40 else ""
        if mark == "BEGIN:VCARD":
            if card is not None:
                raise _broken(source, card.number, card.line)
            count += 1
            card = _Card(count, number, [])
        elif mark == "END:VCARD":
            if card is None:
                raise _broken(source, count + 1, number)
            yield card
            card = None
        elif card is not None:
            card.lines.append(line)
        elif line.strip("\ufeff\x1a \t"):
            raise _broken(source, count + 1, number)
    if card is not None:
        raise _broken(source, card.number, card.line)


def _wanted_lines(card: _Card, source: str) -> Iterator[str]:
    """Yield whole lines of a card, folded ones joined, and only those that are wanted."""
    held: list[str] = []
    quoted = wanted = binary = False
    for number, line in enumerate(card.lines, card.line + 1):
        if quoted:
            # Quoted-printable goes on after a line that ends in an equals sign.
            held.append(line)
            quoted = line.endswith("=")
        elif line[:1] in {" ", "\t"} and held:
            held[-1] += line[1:]
        elif match := _HEAD.match(line):
            if wanted:
                yield "\n".join(held)
            parameters = match[2].upper()
            wanted = match[1].upper() in _WANTED
            binary = "BASE64" in parameters or "ENCODING=B" in parameters
            quoted = "QUOTED-PRINTABLE" in parameters and line.endswith("=")
            held = [line]
        elif line.strip() and not binary:
            raise _broken(source, card.number, number)
    if wanted:
        yield "\n".join(held)


def _row(card: _Card, source: str) -> Row:
    """Return a card as a row of `HEADINGS`."""
    values = _values(card, source)
    names = [_full_name(value) for value in values["N"]]
    companies = [_parts(value) for value in values["ORG"]]
    company = next((parts[0] for parts in companies if parts), "")
    units = [", ".join(parts[1:]) for parts in companies if len(parts) > 1]
    roles = [_plain(value) for value in (*values["TITLE"], *values["ROLE"])]
    mails = [_plain(value).removeprefix("mailto:") for value in values["EMAIL"]]
    phones = [_plain(value).removeprefix("tel:") for value in values["TEL"]]
    tags = [_plain(tag) for value in values["CATEGORIES"] for tag in _ITEMS.findall(value)]
    full = [_plain(value) for value in values["FN"]]
    # A telephone holds numbers without a name; they are not lost for that.
    title = next(filter(None, (*full, *names, company, *mails, *phones)), "")
    notes = [*(_plain(value) for value in values["NOTE"]), *units]
    return (
        title or None,
        _listed(roles),
        company or None,
        _listed(mails),
        _listed(phones),
        _listed(tags),
        "\n".join(filter(None, notes)) or None,
    )


def _values(card: _Card, source: str) -> dict[str, list[str]]:
    """Return the values of a card by the name of their property, decoded but not unescaped."""
    from vobject.base import VObjectError  # noqa: PLC0415  # slow, and only for contacts

    values: dict[str, list[str]] = {name: [] for name in _WANTED}
    for line in _wanted_lines(card, source):
        try:
            name, value = _content(line)
        except (VObjectError, ValueError, LookupError, AttributeError, TypeError) as error:
            raise _broken(source, card.number, card.line) from error
        values[name].append(clean(value))
    return values


def _content(line: str) -> tuple[str, str]:
    from vobject.base import textLineToContentLine  # noqa: PLC0415  # as above

    try:
        content = textLineToContentLine(line)
    except UnicodeDecodeError:
        head, colon, value = line.partition(":")
        if "CHARSET" in head.upper():
            raise
        # Telephones of the nineties wrote their Windows letters without saying so.
        content = textLineToContentLine(f"{head};CHARSET=cp1252{colon}{value}")
    return str(content.name), str(content.value)


def _full_name(value: str) -> str:
    """Return given, further and family name of a structured name, in this order."""
    family, given, further, *__ = (*_pieces(value), "", "", "")
    return " ".join(filter(None, (given, further, family)))


def _parts(value: str) -> list[str]:
    return [part for part in _pieces(value) if part]


def _pieces(value: str) -> list[str]:
    """Return the parts between semicolons, blank ones included."""
    pieces = [""]
    for piece in _PIECES.findall(value):
        if piece == ";":
            pieces.append("")
        else:
            pieces[-1] = _plain(piece)
    return pieces


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value).strip()


def _listed(texts: list[str]) -> str | None:
    return ", ".join(dict.fromkeys(filter(None, texts))) or None


def _broken(source: str, number: int, line: int) -> ImportRefusedError:
    reason = _("Contact card {number} is broken (line {line}).")
    return ImportRefusedError(source, reason.format(number=number, line=line), number)
