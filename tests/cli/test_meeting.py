"""The sheet of a meeting from a shell."""

import io
from pathlib import Path

import pypdf
import pytest

from entente import cli


def words(path: Path) -> str:
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def brief(confluent: Path, target: Path, *more: str) -> int:
    return cli.main(["brief", str(confluent), "meeting", str(target), *more])


def test_the_sheet_is_written_for_the_mediator(confluent: Path, tmp_path: Path) -> None:
    target = tmp_path / "meeting.pdf"
    assert brief(confluent, target, "--pair", "A02,A11", "--on", "2026-06-10") == 0
    text = words(target)
    assert "Anselme Ferrage and Hippolyte Versoir depend strongly on each other" in text
    assert "Score 80" in text


def test_a_guest_s_copy_says_nothing_of_how_they_get_on(confluent: Path, tmp_path: Path) -> None:
    target = tmp_path / "meeting.pdf"
    more = ("--pair", "Anselme Ferrage, a11", "--for", "party:A02", "--on", "2026-06-10")
    assert brief(confluent, target, *more) == 0
    text = words(target)
    assert "Hippolyte Versoir" in text
    for word in ("broken", "Score", "8 April 2026", "Mise en cause"):
        assert word not in text


@pytest.mark.parametrize(
    ("more", "status", "said"),
    [
        ((), 2, "--pair"),
        (("--ref", "K1"), 2, "--pair"),
        (("--pair", "A02"), 2, "two actors"),
        (("--pair", "A02,A11,A13"), 2, "two actors"),
        (("--pair", "A02,"), 2, "two actors"),
        (("--pair", "A02,A99"), 1, "A99"),
        (("--pair", "A02,A02"), 1, "two different actors"),
        (("--pair", "A02,A11", "--for", "party:A05"), 1, "one of the two who meet"),
        (("--pair", "A02,A11", "--for", "everybody"), 2, "everybody"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(  # fixtures and cases
    confluent: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    more: tuple[str, ...],
    status: int,
    said: str,
) -> None:
    target = tmp_path / "meeting.pdf"
    assert brief(confluent, target, *more) == status
    assert said in capsys.readouterr().err
    assert not target.exists()


def test_a_conflict_brief_still_needs_its_difficulty(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["brief", str(confluent), "conflict", str(tmp_path / "k.pdf")]) == 2
    assert "--ref" in capsys.readouterr().err
