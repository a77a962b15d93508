"""The data model: what flows through the pipeline. Frozen values only, no behaviour beyond look-ups.

An :class:`Article` is blocks; segmentation cuts blocks into :class:`Segment` values; matching finds
:class:`TermHit` values in them; engine and enforcement make :class:`Translation` values; checks make
:class:`Finding` values; a :class:`Bitext` holds all of them together and is what exporters write.

Every offset counts code points in NFC text, ends are exclusive.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = [
    "Article",
    "Bitext",
    "Block",
    "Case",
    "Concept",
    "Finding",
    "Hint",
    "HintKind",
    "Kind",
    "Origin",
    "Place",
    "Rung",
    "Segment",
    "Severity",
    "Signature",
    "Status",
    "TermHit",
    "TermUse",
    "Translation",
]


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    QUESTION = "question"
    ANSWER = "answer"
    NOTE = "note"  # an editor's note, a footnote
    CAPTION = "caption"
    ITEM = "item"  # of a list
    CELL = "cell"  # of a table
    CODE = "code"  # kept as it is
    FURNITURE = "furniture"  # what the page adds to the article: file names, comment forms; kept as it is


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its file a block comes from.

    Attributes:
        line: Line number from 1 in the text formats, 0 where the format has no lines.
        part: The place in words where lines say nothing: ``table 1, row 2, cell 3``, ``footnote 4``.
    """

    line: int = 0
    part: str = ""

    def __str__(self) -> str:
        return self.part or f"line {self.line}"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the article that is never joined with its neighbours.

    Attributes:
        kind: What it is.
        text: NFC, without line ends at either side.
        place: Where it comes from.
        level: Depth of a heading (1 to 6) or of a list item (1 up); 0 otherwise.
        paragraph: Number (from 0) of the source paragraph that the block was cut from; blocks of one
            paragraph (a byline, its text, the editor's mark) share it.
        before: The white space that stood between the previous block of the same paragraph and this one.
        turn: Number (from 1) of the interview turn, a question and its answers; 0 outside interviews.
    """

    kind: Kind
    text: str
    place: Place = Place()
    level: int = 0
    paragraph: int = 0
    before: str = ""
    turn: int = 0

    @property
    def translatable(self) -> bool:
        """False for page furniture and code, which are kept in the document but not translated."""
        return self.kind not in (Kind.FURNITURE, Kind.CODE)


@dataclass(frozen=True, slots=True)
class Article:
    """One installment, as read.

    Attributes:
        name: File name without folder and extension; names the exports.
        file: File name with extension, without folder.
        format: ``txt``, ``md``, ``html`` or ``docx``.
        encoding: Of the text formats, as Python names it (``utf-8``, ``utf-8-sig``, ``utf-16``, ``cp949``); else empty.
        sha256: Hex digest of the file's bytes.
        blocks: In document order.
        notices: What the reader had to decide and the user may want to know, a line each.
    """

    name: str
    file: str
    format: str
    encoding: str
    sha256: str
    blocks: tuple[Block, ...]
    notices: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The text of the first heading, or the file name where there is none."""
        return next((b.text for b in self.blocks if b.kind is Kind.HEADING), self.name)


@dataclass(frozen=True, slots=True)
class Segment:
    """The unit of translation, normally a sentence.

    Attributes:
        id: Number in the article, from 1, as a string: what users see and quote.
        block: Index into ``Article.blocks``.
        start, end: Offsets into the block's text.
        source: ``block.text[start:end]``; no white space at either end, never empty.
    """

    id: str
    block: int
    start: int
    end: int
    source: str


class Status(StrEnum):
    """What a termbase says of a concept's target terms."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"
    DO_NOT_TRANSLATE = "do-not-translate"


class Case(StrEnum):
    """How the Latin letters of a concept's terms are compared, in the source and in the target."""

    AUTO = ""  # by the form: short abbreviations and words with capitals as written, all else in any case
    EXACT = "exact"  # as written
    ANY = "any"  # in any case


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of the termbase.

    Attributes:
        terms: Language code → its terms, the preferred one first; Korean ones include variants and misspellings.
        status: Of the target terms.
        note: For the translator; may be empty.
        where: ``file:line`` that defined it.
        forbidden: Language code → target forms that must not appear where the concept occurs.
        domain: The subject field in which it holds; empty for all.
        case: How Latin letters are compared.
    """

    terms: Mapping[str, tuple[str, ...]]
    status: Status = Status.PREFERRED
    note: str = ""
    where: str = ""
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    domain: str = ""
    case: Case = Case.AUTO

    @property
    def name(self) -> str:
        """The preferred Korean term, by which users know the concept."""
        return self.terms["ko"][0]

    def forms(self, language: str) -> tuple[str, ...]:
        """The terms of ``language``, the preferred one first; empty where the termbase has none."""
        return self.terms.get(language, ())


@dataclass(frozen=True, slots=True)
class TermHit:
    """One occurrence of a glossary concept in a source segment.

    Attributes:
        start, end: Offsets into ``Segment.source``, particles left out.
        concept: The concept that matched; the longest one where several could.
        waived: Language code → why the user allows that its term is missing in this segment.
    """

    start: int
    end: int
    concept: Concept
    waived: Mapping[str, str] = field(default_factory=dict)


class HintKind(StrEnum):
    """How binding a hint is."""

    GLOSS = "gloss"  # the engine may inflect or ignore it
    TERM = "term"  # must appear as written


@dataclass(frozen=True, slots=True)
class Hint:
    """A target-language form that the engine is given for a piece of its source.

    Attributes:
        start, end: Offsets into the source text that goes to the engine.
        form: In the target language.
        kind: A term of the termbase or a mere gloss.
        origin: Where it comes from: ``termbase``, ``number``, ``lexicon`` or ``guess`` (a romanised name).
    """

    start: int
    end: int
    form: str
    kind: HintKind = HintKind.GLOSS
    origin: str = ""


class Rung(StrEnum):
    """The step of the enforcement ladder that produced a translation."""

    PLAIN = "plain"  # no hit to enforce, or the engine wrote the terms unasked
    HINT = "hint"  # best hypothesis, given the term as a hint (or nothing, to engines that read none)
    NBEST = "n-best"  # a lower hypothesis, chosen because its terms stand
    COPY = "copy"  # the term travelled as a placeholder or written into the source
    SPLICE = "splice"  # decoded again from the hypothesis up to the term, with the term put there
    REPLACE = "replace"  # what the engine wrote for the term was replaced, found by the engine's attention
    FAILED = "failed"  # no step put every term in place


@dataclass(frozen=True, slots=True)
class TermUse:
    """What became of one hit in one target language.

    Attributes:
        hit: The occurrence in the source.
        start, end: Offsets of the accepted form in the target text; both -1 where it is missing.
        form: The accepted form found there, as written; empty where it is missing.
        waiver: Why the user allows that it is missing in this segment; empty where no one does.
    """

    hit: TermHit
    start: int = -1
    end: int = -1
    form: str = ""
    waiver: str = ""

    @property
    def enforced(self) -> bool:
        """True where the target has an accepted form for this hit."""
        return self.start >= 0


class Origin(StrEnum):
    """Where a translation comes from."""

    MACHINE = "machine"
    KEPT = "kept"  # nothing in it is Korean: the source as it is
    REPEAT = "repeat"  # the same source segment, with the same terms, was translated earlier in this run


@dataclass(frozen=True, slots=True)
class Translation:
    """The translation of one segment into one language, with the evidence of its quality.

    Attributes:
        segment: ``Segment.id``.
        language: Code of the target language.
        text: NFC, in the target language's typography.
        origin: Machine output, a repetition of it, or the source kept.
        engine: The model package(s) that made it: ``starter 0.1.0 ko→en``.
        score: Mean log-probability per target token, ≤ 0 (natural logarithm).
        rung: How the terms got in.
        terms: One a hit that has a term in this language, in source order.
        hints: What the engine was given.
        guessed: Names that were only romanised; a person must look at them.
        faults: Names of signs of degenerate output that stayed after retries (``loop``, ``copied`` …).
        attempts: How many times the engine decoded it.
        log: What was done to the text after decoding, a line each.
    """

    segment: str
    language: str
    text: str
    origin: Origin = Origin.MACHINE
    engine: str = ""
    score: float = 0.0
    rung: Rung = Rung.PLAIN
    terms: tuple[TermUse, ...] = ()
    hints: tuple[Hint, ...] = ()
    guessed: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    attempts: int = 1
    log: tuple[str, ...] = ()


class Severity(StrEnum):
    """How much a finding matters; the members are in order, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of one check on one translation.

    Attributes:
        check: Name of the check (``numbers``, ``terms`` …).
        severity: How much it matters.
        segment: ``Segment.id``.
        language: Code of the target language.
        message: For the translator: what is wrong, in one line.
        start, end: The span in the target text; both 0 where no span can be named.
    """

    check: str
    severity: Severity
    segment: str
    language: str
    message: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Signature:
    """All that a result depends on besides the article, so that it can be reproduced.

    Attributes:
        version: Of Yeonjae.
        engines: Language code → name of the engine (``starter 0.1.0 ko→en``).
        models: Language code → short hash of the model package(s).
        glossary: Short hash over the concepts; empty without a glossary.
        libraries: Distribution → version, of those that can change the output.
        options: Option → value, of those that can change the output.
    """

    version: str
    engines: Mapping[str, str]
    models: Mapping[str, str]
    glossary: str
    libraries: Mapping[str, str]
    options: Mapping[str, str]

    def __str__(self) -> str:
        parts = [f"yeonjae:{self.version}"]
        parts += [f"{code}:{name}#{self.models[code]}" for code, name in self.engines.items()]
        parts.append(f"glossary:{self.glossary or 'none'}")
        parts += [f"{name}:{value}" for name, value in (*self.libraries.items(), *self.options.items())]
        return "|".join(parts)


@dataclass(frozen=True, slots=True)
class Bitext:
    """An article with its translations: what exporters write.

    Attributes:
        article: As read.
        segments: In document order; blocks that are not translatable have none.
        hits: Segment id → occurrences of concepts, in source order; segments without hits are absent.
        translations: Language code → one translation a segment, in the order of ``segments``.
        findings: Ordered by segment, then language.
        signature: What made it.
        glossaries: File names (without folders) of the termbase.
    """

    article: Article
    segments: tuple[Segment, ...]
    hits: Mapping[str, tuple[TermHit, ...]]
    translations: Mapping[str, tuple[Translation, ...]]
    findings: tuple[Finding, ...]
    signature: Signature
    glossaries: tuple[str, ...] = ()
