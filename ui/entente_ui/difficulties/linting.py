"""Words that judge, underlined where they are typed, with what makes them worth a look."""

from typing import Final

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.lint import DOUBT_ADVICE, Finding, lint
from entente.i18n import _, ngettext
from entente_ui.formats import quoted
from entente_ui.kit import PlainLabel
from entente_ui.look.theme import theme
from entente_ui.registers.box import FieldBox
from entente_ui.registers.inputs import LongInput

#: Words told one by one below a field.
_TOLD: Final = 3


def advice(text: str, *, is_feeling: bool = False) -> str:
    """Return what is worth another look in a text, each word with its reason; else nothing."""
    by_word: dict[str, Finding] = {}
    for finding in lint(text, is_feeling=is_feeling):
        by_word.setdefault(finding.word.lower(), finding)
    told = [
        f"{quoted(finding.word)} — {_(DOUBT_ADVICE[finding.doubt])}"
        for finding in list(by_word.values())[:_TOLD]
    ]
    more = len(by_word) - _TOLD
    if more > 0:
        told.append(ngettext("{count} more word", "{count} more words", more).format(count=more))
    return "\n".join(told)


class LintMarks(QSyntaxHighlighter):
    """Underlines the words that judge in what is being typed."""

    def __init__(self, editor: LongInput, *, is_feeling: bool = False) -> None:
        super().__init__(editor.document())
        self._is_feeling = is_feeling
        theme().changed.connect(self.rehighlight)

    @override
    def highlightBlock(self, text: str) -> None:
        mark = QTextCharFormat()
        mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        mark.setUnderlineColor(theme().colour("caution"))
        for finding in lint(text, is_feeling=self._is_feeling):
            start = _units(text[: finding.start])
            self.setFormat(start, _units(text[: finding.end]) - start, mark)


class LintLine(PlainLabel):
    """What is worth another look in a field, below it; gone while nothing is."""

    def __init__(
        self, editor: LongInput, *, is_feeling: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "small", parent, wrap=True)
        self._editor = editor
        self._is_feeling = is_feeling
        editor.textChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        told = advice(self._editor.typed(), is_feeling=self._is_feeling)
        if told != self.text():
            self.setText(told)
            self._editor.setAccessibleDescription(told)
        self.setVisible(bool(told))


def watch(box: FieldBox, *, is_feeling: bool = False) -> LintLine | None:
    """Mark the words that judge in a field of paragraphs, and tell about them below it.

    Returns:
        The line below, None for a field that holds no paragraphs.
    """
    if not isinstance(box.input, LongInput):
        return None
    LintMarks(box.input, is_feeling=is_feeling)  # belongs to the document it marks
    line = LintLine(box.input, is_feeling=is_feeling, parent=box)
    layout = box.layout()
    if layout is not None:
        layout.addWidget(line)
    return line


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it: signs beyond the first plane count twice."""
    return len(text) + sum(ord(char) > 0xFFFF for char in text)
