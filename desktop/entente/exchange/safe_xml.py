"""XML somebody sent, read without whatever it could do harm with."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from entente.errors import ImportRefusedError
from entente.i18n import _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def parse(data: bytes, source: str) -> "Element":
    """Return the root of a document.

    Raises:
        ImportRefusedError: If it is broken, or declares a type or entities of its own.
    """
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415  # only for graphs

    from defusedxml import DefusedXmlException  # noqa: PLC0415  # only for graphs
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415  # only for graphs

    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except ParseError as error:
        reason = _("It is no graph: it is broken from this line on.")
        raise ImportRefusedError(source, reason, error.position[0]) from error
    except DefusedXmlException as error:
        # Entities can unfold without end, or fetch other files.
        reason = _("It is no graph to be trusted: it declares a document type or entities.")
        raise ImportRefusedError(source, reason) from error
    except (ValueError, LookupError) as error:
        raise ImportRefusedError(source, _("It is no graph: its letters are not known.")) from error
    return root


def local(element: "Element") -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def every(root: "Element", name: str) -> Iterator["Element"]:
    """Yield the elements of a name, however deep they lie."""
    return (element for element in root.iter() if local(element) == name)


def children(element: "Element", name: str) -> Iterator["Element"]:
    """Yield the elements of a name that lie directly in another."""
    return (child for child in element if local(child) == name)
