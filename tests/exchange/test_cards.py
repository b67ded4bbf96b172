import base64
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from entente.errors import ImportRefusedError
from entente.exchange.cards import HEADINGS
from entente.exchange.readers import read_table

MakeFile = Callable[[str, bytes | str], Path]

APPLE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.5//EN
N:Lavandier;Noémie;;Mme;
FN:Noémie Lavandier
ORG:SSIAD « Plein-Vent »;Soins
TITLE:Infirmière\\, coordinatrice
item1.EMAIL;type=INTERNET;type=pref:noemie@plein-vent.example
item1.X-ABLabel:_$!<Work>!$_
TEL;type=CELL;type=VOICE;type=pref:06 39 98 04 08
TEL;type=WORK:04 65 71 04 08
NOTE:Une note\\nsur deux lignes\\; avec signes
CATEGORIES:soins,nuit
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD
 AAAAAAAAAAAA
END:VCARD
"""
ANDROID = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=56=65=72=73=6F=69=72;=48=69=70=70=6F=6C=79=74=65;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Hippolyte=20Versoir
TEL;CELL:+33639982101
TEL;X-Personnalis=C3=A9:0199002101
EMAIL;HOME:h.versoir@logiprisme.example
NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89diteur=
=20du logiciel
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQAB
AAEAAQABAAEAAQABAAEAAQ==

END:VCARD
"""
VERSION_4 = """BEGIN:VCARD
VERSION:4.0
FN:Odile Tisserine
ORG:EHPAD
ROLE:Directrice
EMAIL;PREF=1:mailto:odile@tilleuls.example
TEL;VALUE=uri;TYPE="voice,work":tel:+33-4-65-71-03-01
END:VCARD
"""


def refusal(path: Path) -> ImportRefusedError:
    with pytest.raises(ImportRefusedError) as refused:
        read_table(path)
    return refused.value


def contacts(path: Path) -> list[dict[str, object]]:
    table = read_table(path)
    assert table.headings == HEADINGS
    filled = (zip(HEADINGS, row, strict=True) for row in table.rows)
    return [{name: value for name, value in row if value is not None} for row in filled]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_contacts_of_every_version_are_read(
    make_file: MakeFile, line_end: str, encoding: str
) -> None:
    text = (APPLE + ANDROID + VERSION_4).replace("\n", line_end)
    assert contacts(make_file("a.vcf", text.encode(encoding))) == [
        {
            "Name": "Noémie Lavandier",
            "Role": "Infirmière, coordinatrice",
            "Organisation": "SSIAD « Plein-Vent »",
            "Email": "noemie@plein-vent.example",
            "Telephone": "06 39 98 04 08, 04 65 71 04 08",
            "Expertise": "soins, nuit",
            "Notes": "Une note\nsur deux lignes; avec signes\nSoins",
        },
        {
            "Name": "Hippolyte Versoir",
            "Email": "h.versoir@logiprisme.example",
            "Telephone": "+33639982101, 0199002101",
            "Notes": "Éditeur du logiciel",
        },
        {
            "Name": "Odile Tisserine",
            "Role": "Directrice",
            "Organisation": "EHPAD",
            "Email": "odile@tilleuls.example",
            "Telephone": "+33-4-65-71-03-01",
        },
    ]


def card(*lines: str) -> str:
    return "\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:Ferrage;Anselme;Marie;M.;",), "Anselme Marie Ferrage"),
        (("FN:", "N:Ferrage;;;;"), "Ferrage"),
        (("FN:", "ORG:Logiprisme SAS;Support"), "Logiprisme SAS"),
        (("N:;;;;", "EMAIL:a@b.example"), "a@b.example"),
        (("TEL:0465710000",), "0465710000"),
        (("FN:Jean\\;Luc",), "Jean;Luc"),
        (
            (
                "FN:folded ",
                "  in two",
            ),
            "folded  in two",
        ),
        (('FN;LANGUAGE=fr;X-A="a;b:c":Odile',), "Odile"),
        (("FN:back\\slash\\",), "back\\slash\\"),
        (("FN:<img src=x>\x07",), "<img src=x>"),
        (("fn:lower case",), "lower case"),
    ],
)
def test_a_contact_is_called_by_the_best_there_is(
    make_file: MakeFile, lines: tuple[str, ...], name: str
) -> None:
    assert contacts(make_file("a.vcf", card(*lines)))[0]["Name"] == name


def test_old_letters_without_a_charset_are_windows_letters(make_file: MakeFile) -> None:
    text = card("FN;ENCODING=QUOTED-PRINTABLE:No=E9mie")
    assert contacts(make_file("a.vcf", text)) == [{"Name": "Noémie"}]
    text = card("FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:No=E9mie")
    assert contacts(make_file("b.vcf", text)) == [{"Name": "Noémie"}]
    assert contacts(make_file("c.vcf", card("FN:Noémie").encode("cp1252"))) == [{"Name": "Noémie"}]


@pytest.mark.parametrize(
    "broken",
    [
        "BEGIN:VCARD\nFN:never closed\n",
        "BEGIN:VCARD\nFN:a\nBEGIN:VCARD\nFN:b\nEND:VCARD\n",
        "END:VCARD\n",
        "stray text\n",
        card("FN:a", "no colon in here"),
        card("FN;CHARSET=klingon;ENCODING=QUOTED-PRINTABLE:=E9"),
        card("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9"),
        card("FN;ENCODING=QUOTED-PRINTABLE;ENCODING=8BIT:a"),
        card('FN;X="open:a'),
    ],
)
def test_a_broken_card_is_refused_with_its_number(make_file: MakeFile, broken: str) -> None:
    error = refusal(make_file("a.vcf", VERSION_4 + VERSION_4 + broken))
    assert error.row == 3
    assert "Contact card 3 is broken" in error.reason


@pytest.mark.parametrize("text", ["", "  \n", "\ufeff\n"])
def test_a_file_without_cards_is_refused(make_file: MakeFile, text: str) -> None:
    assert "in it" in refusal(make_file("a.vcf", text)).reason


def test_three_thousand_contacts_with_photographs_are_read_at_once(make_file: MakeFile) -> None:
    photo = base64.b64encode(os.urandom(1_500)).decode()
    folded = "\n ".join(photo[start : start + 75] for start in range(0, len(photo), 75))
    cards = "".join(
        card(f"N:Nom{number};Prénom;;;", f"FN:Prénom Nom{number}", f"PHOTO;ENCODING=b:{folded}")
        for number in range(3_000)
    )
    path = make_file("telephone.vcf", cards)
    table = read_table(path)
    assert len(table.rows) == 3_000
    assert table.rows[2_999][0] == "Prénom Nom2999"


@pytest.mark.parametrize(
    "head",
    ["TEL;TYPE=" + "a," * 40 + 'x"', "TEL" + ";a" * 5_000 + '"', "TEL;A=" + '"x",' * 5_000 + '"'],
)
def test_a_head_made_to_take_for_ever_does_not(make_file: MakeFile, head: str) -> None:
    start = time.monotonic()
    error = refusal(make_file("a.vcf", card(f"{head}:1")))
    assert error.row == 1
    assert time.monotonic() - start < 5
