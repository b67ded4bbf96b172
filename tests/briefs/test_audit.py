"""The audit is tried on files that leak in each way known, and on files that do not."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from reportlab.pdfgen.canvas import Canvas

from entente.briefs import type as typeface
from entente.briefs.audit import audit
from entente.briefs.type import Face
from entente.errors import WithheldTextError

SECRETS = (
    "Durand-Lévêque",
    "06 12 34 56 78",
    "marie.durand@site-client.fr",
    "Nous avons une marge à 6 %; au-delà de 15 k€ offerts je dois remonter au siège",
)


def document(draw: Callable[[Canvas], None], face: str = Face.SANS.value) -> bytes:
    typeface.register()
    target = BytesIO()
    canvas = Canvas(target, pageCompression=1, invariant=1)
    canvas.setFont(face, 12)
    canvas.drawString(50, 800, "Partie A : ce que chacun peut lire.")
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def write(canvas: Canvas, x: float = 50, y: float = 700) -> None:
    for index, secret in enumerate(SECRETS):
        canvas.drawString(x, y - 30 * index, f"Note : {secret}")


def black_box(canvas: Canvas) -> None:
    write(canvas)
    canvas.rect(40, 550, 500, 180, fill=1)


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas)


def clipped(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(0, 0, 1, 1)
    canvas.clipPath(path, stroke=0)
    write(canvas)


def off_page(canvas: Canvas) -> None:
    write(canvas, -900, -700)


def invisible(canvas: Canvas) -> None:
    text = canvas.beginText(50, 700)
    text.setTextRenderMode(3)
    for secret in SECRETS:
        text.textLine(secret)
    canvas.drawText(text)


def nothing(_canvas: Canvas) -> None:
    """Leak nothing."""


LEAKS = {
    "black box": (black_box, "Helvetica"),
    "white text": (white, "Helvetica"),
    "clipped": (clipped, Face.SANS.value),
    "off the page": (off_page, Face.SANS.value),
    "TrueType subset": (write, Face.SANS.value),
    "invisible": (invisible, Face.SANS.value),
}


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("way", LEAKS)
def test_text_on_a_page_is_found_however_hidden(way: str, secret: str) -> None:
    draw, face = LEAKS[way]
    with pytest.raises(WithheldTextError):
        audit(document(draw, face), [secret])


@pytest.mark.parametrize("secret", SECRETS)
def test_the_title_of_the_window_is_read(secret: str) -> None:
    with pytest.raises(WithheldTextError):
        audit(document(lambda canvas: canvas.setTitle(f"Dossier {secret}")), [secret])


@pytest.mark.parametrize("secret", SECRETS)
def test_a_bookmark_is_read(secret: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.bookmarkPage("a")
        canvas.addOutlineEntry(secret, "a")

    with pytest.raises(WithheldTextError):
        audit(document(draw), [secret])


def changed(change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(document(nothing))))
    change(writer)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.mark.parametrize("secret", SECRETS)
def test_annotations_attachments_and_metadata_streams_are_read(secret: str) -> None:
    note = FreeText(text=secret, rect=(1, 1, 2, 2))
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{secret}</x:xmpmeta>".encode()
    for leak in (
        lambda writer: writer.add_annotation(0, note),
        lambda writer: writer.add_attachment("a.txt", secret.encode()),
        lambda writer: writer.add_attachment("a.txt", secret.encode("utf-16-le")),
        lambda writer: setattr(writer, "xmp_metadata", xmp),
    ):
        with pytest.raises(WithheldTextError):
            audit(changed(leak), [secret])


@pytest.mark.parametrize(
    "bytes_",
    [
        SECRETS[0].encode("utf-16-be"),
        SECRETS[0].encode("utf-16-le"),
        SECRETS[0].encode("cp1252"),
        SECRETS[0].encode("mac-roman"),
        SECRETS[0].encode().hex().encode(),
        SECRETS[0].encode("utf-16-be").hex().upper().encode(),
        rb"Durand-L\351v\352que",
        "DURAND LE\u0301VE\u0302QUE".encode(),
    ],
)
def test_a_forgotten_comment_in_any_code_is_read(bytes_: bytes) -> None:
    with pytest.raises(WithheldTextError):
        audit(document(nothing) + b"\n% " + bytes_, [SECRETS[0]])


@pytest.mark.parametrize(
    "shown",
    [
        "Le mot « DURAND LÉVÊQUE » en entier.",
        "Durand\u2011Lévêque",
        "Durand-\nLévêque",
        "d u r a n d l e v e q u e",
    ],
)
def test_case_accents_spaces_and_hyphens_make_no_difference(shown: str) -> None:
    def draw(canvas: Canvas) -> None:
        for index, line in enumerate(shown.split("\n")):
            canvas.setFont(Face.SANS.value, 12)
            canvas.drawString(50, 700 - 20 * index, line)

    with pytest.raises(WithheldTextError):
        audit(document(draw), [SECRETS[0]])


def said(words: str) -> bytes:
    return document(lambda canvas: canvas.drawString(20, 700, words))


def test_six_words_in_a_row_are_a_leak_and_five_are_none() -> None:
    with pytest.raises(WithheldTextError):
        audit(said("Il dit : au-delà de 15 k€ offerts."), [SECRETS[3]])
    audit(said("Il dit : nous avons une marge faible."), [SECRETS[3]])


def test_forty_letters_in_a_row_are_a_leak() -> None:
    words = "anticonstitutionnellement hexakosioihexekontahexaphobie"
    with pytest.raises(WithheldTextError):
        audit(said("onstitutionnellement-hexakosioihexekontahexa"), [words])


def test_each_text_found_is_counted() -> None:
    with pytest.raises(WithheldTextError) as caught:
        audit(document(write), [*SECRETS, "Rien de tel n'est écrit ici"])
    assert caught.value.count == len(SECRETS)


def test_a_clean_file_may_leave() -> None:
    audit(document(nothing), SECRETS)
    audit(document(write), ())


def test_what_the_reader_may_read_anyway_is_no_leak() -> None:
    shared = "Les dossiers inactifs depuis deux ans ne sont pas repris au démarrage."
    private = f"{shared} Il le regrette en privé, et le dit à ses proches du siège."
    audit(said(shared), [private], [shared])
    with pytest.raises(WithheldTextError):
        audit(said(f"{shared} Il le regrette en privé, et le dit."), [private], [shared])


def test_a_short_text_is_found_as_a_word_and_not_within_one() -> None:
    audit(said("La centrale reste ouverte."), ["trale", "este"])
    with pytest.raises(WithheldTextError):
        audit(said("La marge est de 6 points."), ["Marge"])


def test_what_cannot_be_told_from_furniture_is_not_looked_for() -> None:
    audit(said("oui, page 1/12"), ["Oui.", "12", "1", "…", ""])


def test_what_the_blank_form_says_is_the_page_s_own() -> None:
    audit(said("Prochaines étapes"), ["prochaines étapes"], blank=said("Prochaines étapes"))
    with pytest.raises(WithheldTextError):
        audit(said("Prochaines étapes"), ["prochaines étapes"], blank=said("Autre"))


def word_file(**parts: str) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", "<w:p><w:r><w:t>Partie A</w:t></w:r></w:p>")
        for name, xml in parts.items():
            file.writestr(f"word/{name}.xml", xml)
    return target.getvalue()


@pytest.mark.parametrize(
    "xml",
    [
        "<w:p><w:r><w:t>M. Durand-</w:t></w:r><w:r><w:t>Lévêque le dit.</w:t></w:r></w:p>",
        "<w:p><w:del><w:r><w:delText>Durand-Lévêque</w:delText></w:r></w:del></w:p>",
        '<wp:docPr id=\'1\' name="Image" descr="Durand-L&#233;v&#234;que"/>',
        "<cp:lastModifiedBy>Durand-Lévêque</cp:lastModifiedBy>",
        "<!-- Durand-Lévêque -->",
    ],
)
def test_a_word_file_is_read_in_every_part(xml: str) -> None:
    with pytest.raises(WithheldTextError):
        audit(word_file(other=xml), [SECRETS[0]])


def test_paragraphs_of_a_word_file_are_read_apart() -> None:
    said = "<w:p><w:t>la centrale reste ou</w:t></w:p><w:p><w:t>verte</w:t></w:p>"
    audit(word_file(other=said), ["ouverte"])
    with pytest.raises(WithheldTextError):
        audit(word_file(other=said), ["verte"])


def test_what_the_blank_word_file_says_is_the_page_s_own() -> None:
    audit(word_file(), ["Partie A"], blank=word_file())
