"""Large XML files entry by entry, with exact places, and without entities, DTDs or a network.

A document type declaration is allowed, because TBX v2 has one, but what it refers to is not loaded and it
may declare nothing (XML 1.0, section 2.8: no internal subset of entities); so there is nothing to expand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from translate.errors import GlossaryError

__all__ = ["Node", "entries"]

MAX_DEPTH = 64
CHUNK = 2**16
XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(slots=True)
class Node:
    """An element.

    Attributes:
        name: Local name.
        space: Namespace; empty where there is none.
        attributes: Local name → value; ``xml:lang`` is under ``lang``.
        line, column: Of its start tag, from 1.
        children: Elements, in order.
        parts: The text directly inside it.
    """

    name: str
    space: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list["Node"] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside, that of inline elements (``hi``, ``foreign`` …) too, in document order."""
        return "".join(self.parts)

    def walk(self, stop: Sequence[str] = ()) -> Iterator["Node"]:
        """Its descendants in document order, without those called one of ``stop`` and what is in them."""
        for child in self.children:
            if child.name not in stop:
                yield child
                yield from child.walk(stop)


def entries(data: bytes, path: Path, roots: Sequence[str], names: Sequence[str]) -> Iterator[Node]:
    """The elements called one of ``names``, each forgotten when the next one is asked for.

    Args:
        data: The file.
        path: For messages.
        roots: What the document element may be called.
        names: Of the elements wanted; they do not nest.

    Raises:
        GlossaryError: Not well-formed, another root, entities, too deep; with line and column.
    """
    builder = _Builder(path, roots, names)
    for start in range(0, len(data) + CHUNK, CHUNK):
        chunk = data[start : start + CHUNK]
        try:
            builder.feed(chunk, last=not chunk)
        except GlossaryError:
            yield from builder.taken()  # what was complete before it broke
            raise
        yield from builder.taken()


class _Builder:
    """The handlers of one parse."""

    def __init__(self, path: Path, roots: Sequence[str], names: Sequence[str]) -> None:
        self.path, self.roots, self.names = path, roots, names
        self.depth = 0
        self.open: list[Node] = []  # from the wanted element down
        self.done: list[Node] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.EntityDeclHandler = self.entity
        self.parser.SkippedEntityHandler = self.skipped
        self.parser.ExternalEntityRefHandler = self.external

    def feed(self, chunk: bytes, *, last: bool) -> None:
        try:
            self.parser.Parse(chunk, last)
        except expat.ExpatError as error:
            raise GlossaryError(
                f"is not well-formed XML: {expat.errors.messages.get(error.code, str(error))}",
                where=f"{self.path}:{error.lineno}:{error.offset + 1}",
                hint="export it again, as UTF-8",
            ) from None
        except (LookupError, ValueError, TypeError) as error:  # an encoding that Python or expat does not know
            raise GlossaryError(f"cannot be decoded ({error})", where=self.here(), hint="save it as UTF-8") from None

    def taken(self) -> Iterator[Node]:
        done, self.done = self.done, []
        yield from done

    def here(self) -> str:
        return f"{self.path}:{self.parser.CurrentLineNumber}:{self.parser.CurrentColumnNumber + 1}"

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self.depth += 1
        if self.depth == 1 and local not in self.roots:
            hint = f"a TBX file begins with <{'> or <'.join(self.roots)}>"
            raise GlossaryError(f"is not TBX: the root element is <{local[:40]}>", where=self.here(), hint=hint)
        if self.depth > MAX_DEPTH:
            raise GlossaryError(f"elements nested deeper than {MAX_DEPTH}", where=self.here())
        if not self.open and local not in self.names:
            return
        place = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        node = Node(local, space, {key.rpartition(" ")[2]: value for key, value in attributes.items()}, *place)
        if self.open:
            self.open[-1].children.append(node)
        self.open.append(node)

    def end(self, _: str) -> None:
        self.depth -= 1
        if self.open:
            node = self.open.pop()
            if not self.open:
                self.done.append(node)

    def characters(self, text: str) -> None:
        for node in self.open[1:]:  # all of them, so that a term has the text of what is highlighted in it
            node.parts.append(text)

    def entity(self, name: str, *_: object) -> None:
        raise GlossaryError(
            f"declares the entity {name[:40]!r}; entities are refused",
            where=self.here(),
            hint="export it without a DTD",
        )

    def skipped(self, name: str, _: bool) -> None:
        raise GlossaryError(
            f"uses the entity {name[:40]!r}, which is not defined", where=self.here(), hint="write the character itself"
        )

    def external(self, *_: object) -> int:
        raise GlossaryError("refers to an external entity", where=self.here(), hint="export it without a DTD")
