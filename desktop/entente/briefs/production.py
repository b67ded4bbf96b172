"""How a document comes about, whatever its kind: gathered, rendered, audited.

A kind of document is a package of its own that plugs in here:

* `values.py`: a frozen dataclass of all that is shown, free of the session and of the page.
  It has `head: Head` and `texts: Texts` (`entente.services.disclosure`); whatever else it
  holds has passed `may_read`. `emptied(values)` gives the same shape without anybody's words.
* `gather.py`: `gather(session, …, audience, on) -> values`. `head_of` and `sorted_texts` do
  what is the same for all; only which rows the document concerns is its own.
* `layout.py`: `render(values, language, report) -> bytes`, by `entente.briefs.layout` for the
  A4 page. It reads nothing but the values, so it may run in any thread, and equal values
  give equal bytes.
* `__init__.py`: exports `gather` and the methods of its one `Kind`:

      def _pdf(values: Minutes, language: str, report: Report) -> bytes:
          from entente.briefs.minutes import layout  # noqa: PLC0415  # ReportLab takes its time

          return layout.render(values, language, report)


      DOCUMENT: Final = Kind({Form.PDF: _pdf}, emptied)
      render, produce = DOCUMENT.render, DOCUMENT.produce

Whoever only gathers need not wait for ReportLab to import; so nothing here imports it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Protocol, TypeAlias, TypeVar

from entente.services.disclosure import Head, Texts

#: Told the percentage done; raises to stop the work.
Report: TypeAlias = Callable[[int], None]


class Form(Enum):
    """The sorts of file a document can be; the value is how their names end."""

    PDF = ".pdf"
    DOCX = ".docx"


class Gathered(Protocol):
    """What every gathered document has."""

    @property
    def head(self) -> Head:
        """What stands at its head."""

    @property
    def texts(self) -> Texts:
        """What the audit of the finished file looks for."""


_G = TypeVar("_G", bound=Gathered)
Renderer: TypeAlias = Callable[[_G, str, Report], bytes]


def unheard(_percent: int) -> None:
    """Take a report of progress that nobody waits for."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[_G]):
    """One kind of document.

    Attributes:
        renderers: How its values become a file, for each sort of file it can be.
        emptied: Gives values of the same shape without anybody's words or names: what that
            document says is the page's own and no leak.
    """

    renderers: Mapping[Form, Renderer[_G]]
    emptied: Callable[[_G], _G]

    def render(
        self, values: _G, language: str, report: Report = unheard, form: Form = Form.PDF
    ) -> bytes:
        """Return a document as a file; equal values give equal bytes.

        It reads nothing but the values and the typeface, so it may run in any thread.

        Args:
            values: What to show.
            language: `fr` or `en`, whatever the screen speaks.
            report: Told the percentage done; what it raises ends the work.
            form: The sort of file.
        """
        return self.renderers[form](values, language, report)

    def produce(
        self, values: _G, language: str, report: Report = unheard, form: Form = Form.PDF
    ) -> bytes:
        """Return a document as a file fit to leave: rendered, then audited.

        Args:
            values: What to show, and what must not show.
            language: `fr` or `en`, whatever the screen speaks.
            report: Told the percentage done; what it raises ends the work.
            form: The sort of file.

        Raises:
            WithheldTextError: If the finished file holds a text its reader may not read.
        """
        return audited(
            self.render(values, language, report, form),
            values.texts,
            lambda: self.render(self.emptied(values), language, form=form),
        )


def audited(
    made: bytes, texts: Texts, blank: Callable[[], bytes], ours: Iterable[str] = ()
) -> bytes:
    """Return a finished file, once nothing its reader may not read was found in it.

    Args:
        made: The file, of any `Form`.
        texts: What must not be in it, and what may.
        blank: Makes the same document without anybody's text.
        ours: Words of the program that may stand in it, though not in the blank one.

    Raises:
        WithheldTextError: If it holds a text its reader may not read.
    """
    if texts.withheld:
        from entente.briefs.audit import audit  # noqa: PLC0415  # readers of PDF take their time

        audit(made, texts.withheld, (*texts.readable, *ours), blank)
    return made
