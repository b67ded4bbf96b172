"""In which folder a question for a file begins."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from entente_ui import folders


@pytest.fixture(autouse=True)
def nothing_used() -> Iterator[None]:
    folders.forget_folder()
    yield
    folders.forget_folder()


def test_it_begins_where_documents_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "documents_folder", lambda: tmp_path)
    assert folders.start_folder() == tmp_path


def test_it_begins_where_the_last_file_was(tmp_path: Path) -> None:
    folders.remember_folder(tmp_path / "contacts.csv")
    assert folders.start_folder() == tmp_path


def test_a_folder_that_is_gone_is_not_where_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "documents_folder", lambda: tmp_path)
    folders.remember_folder(tmp_path / "stick" / "contacts.csv")
    assert folders.start_folder() == tmp_path
