"""Which paragraphs of a page are the article.

Trafilatura says what it recognised; it tends to lose the edges (short lines, lists, tables, bylines) and, in pages laid
out with tables, to take all. So its answer counts only for *text*: paragraphs that are no links, no furniture and not
in an element that calls itself something else (``related``, ``share``, ``comments``). The article is, from the first
to the last of them,

* and on at both ends over their siblings: paragraphs directly in the same section, or in one like it beside it;
* with all of an ``article`` element that it begins or ends in, and the headline above, from there on;
* without headings, links and furniture at the end, without links and odd elements in between.

Where the library found too little (small or odd pages), the rule is: ``article``, else ``main``, with the headline
above, else ``body``, and of a ``body`` with paragraphs of prose in it, these and their siblings.

The headline is the heading that the title of the page repeats, else the only ``h1`` above that does not name the site,
else the nearest heading above.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from translate.article import Kind
from translate.readers.marks import classify, furniture, is_final
from translate.readers.page import Box, Paragraph

__all__ = ["Named", "choose", "head", "letters"]

ENOUGH = 0.5  # of the letters of the main element; less, and trafilatura's answer is not trusted
TELLING = 12  # letters and digits that a paragraph needs to be recognised anywhere in a text
NEAR = 4  # how many paragraphs a short one that was recognised may stand apart from the others
HEADLINE = 3  # deepest level of a heading that may be the headline
ABOVE = 12  # how many paragraphs above the text the headline may stand
LINKED = 0.8  # share of letters in links above which a paragraph is navigation
PROSE = 30  # letters of a sentence that is surely text
SEVERAL = 3  # such paragraphs tell where the article is
HALF = 0.5  # of the text of a page: an element with more is no aside, whatever it is called
MOST = 0.8  # of the text in elements of a name: more, and the name means something else on this page
OWN, TURNS = 0.2, 5  # as does that of an element that comes and goes

AROUND = frozenset(
    {"related", "relation", "relatedposts", "recommend", "recommended", "recommendations", "popular", "ranking"}
    | {"mostread", "share", "sharing", "sharedaddy", "addthis", "sns", "social", "comment", "comments", "reply"}
    | {"replies", "respond", "disqus", "livere", "foot", "footer", "copyright", "nav", "navi", "navigation", "gnb"}
    | {"lnb", "snb", "menu", "breadcrumb", "breadcrumbs", "sidebar", "widget", "ad", "ads", "adsense", "advert"}
    | {"advertisement", "banner", "promo", "promotion", "sponsor", "subscribe", "subscription", "newsletter"}
    | {"pagination", "paging", "pager", "toolbar", "login"}
)
"""Words of classes and ids by which pages call what stands around an article."""

ASIDE = frozenset({Kind.BYLINE, Kind.CAPTION, Kind.NOTE})  # may stand in an element of their own


_Place = tuple[Box | None, str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Named:
    """What a page calls itself: :func:`letters` of its title, with and without the site's name, and of that name."""

    titles: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()


def choose(found: Sequence[Paragraph], known: Sequence[str], named: Named) -> tuple[list[int], str]:
    """Indexes of the paragraphs of the article, and a notice where the element rules had to choose them.

    Args:
        found: All paragraphs of a page.
        known: :func:`letters` of the lines that trafilatura recognised.
        named: What the page calls itself.
    """
    return _Choice(found, known, named).made() if found else ([], "")


def head(found: Sequence[Paragraph], named: Named) -> int:
    """Index of the only ``h1`` of a page, if it is no link and does not name the site; -1 where there is none such."""
    firsts = [i for i, one in enumerate(found) if one.raw.kind is Kind.HEADING and one.raw.level == 1]
    firsts = [i for i in firsts if letters(found[i].raw.text) not in named.sites and not _linked(found[i])]
    return firsts[0] if len(firsts) == 1 else -1


def letters(text: str) -> str:
    """Letters and digits only: trafilatura changes white space and punctuation at the joints."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum())


def _linked(paragraph: Paragraph) -> bool:
    return paragraph.linked > 0 and paragraph.linked >= LINKED * len(letters(paragraph.raw.text))


class _Choice:
    """What is known of the paragraphs of one page."""

    def __init__(self, found: Sequence[Paragraph], known: Sequence[str], named: Named) -> None:
        self._found = found
        self._named = named
        self._keys = [letters(paragraph.raw.text) for paragraph in found]
        self._lines = frozenset(known)
        whole = "".join(known)
        self._recognised = [len(key) >= TELLING and (key in self._lines or key in whole) for key in self._keys]
        self._known = [all(letters(line) in self._lines for line in one.raw.text.split("\n")) for one in found]
        self._linked = [_linked(one) for one in found]
        self._shared = Counter(one.home for one in found)

    def made(self) -> tuple[list[int], str]:
        """The choice."""
        main = self._main()
        text = [self._text(i) for i in range(len(self._found))]
        sure = [recognised and plain for recognised, plain in zip(self._recognised, text, strict=True)]
        wanted = sum(len(self._keys[i]) for i in main if text[i])
        if any(sure) and sum(len(key) for key, s in zip(self._keys, sure, strict=True) if s) >= ENOUGH * wanted:
            return self._between(sure), ""
        element = self._found[main[0]].container
        notice = f"article text chosen by its element: {element}"
        inside = frozenset(main)
        prose = [i in inside and text[i] and self._prose(i) for i in range(len(self._found))]
        if element == "body" and sum(prose) >= SEVERAL:
            return self._between(prose), notice
        kept = [i for i in main if text[i]] or main
        if element != "body":
            above = range(self._headline(main[0], main[-1]), main[0])
            kept = [*(i for i in above if self._plain(i)), *kept, *self._signed(main[-1])]
        return self._trimmed(kept, 0), notice

    def _between(self, sure: Sequence[bool]) -> list[int]:
        """From the first to the last paragraph that is surely text, and what belongs to them."""
        first, last = sure.index(True), len(sure) - 1 - sure[::-1].index(True)
        near = [known and self._text(i) for i, known in enumerate(self._known)]
        while True in (after := near[last + 1 : last + 1 + NEAR]):
            last += after.index(True) + 1
        while True in (before := near[max(0, first - NEAR) : first][::-1]):
            first -= before.index(True) + 1
        text = [i for i, one in enumerate(sure) if one]
        end = self._end(last, text)
        start = self._headline(self._start(first, text), end)
        siblings, _ = self._around(text)
        return self._trimmed([i for i in range(start, end + 1) if self._belongs(i, siblings)], last)

    def _signed(self, last: int) -> list[int]:
        """Bylines and notes directly below the ``article``, in elements of their own."""
        below = range(last + 1, len(self._found))
        return list(takewhile(lambda i: self._text(i) and self._aside(i), below))

    def _belongs(self, index: int, siblings: set[_Place]) -> bool:
        """In the middle of an article: all but links (unless they are a sentence of it) and odd elements."""
        if self._linked[index]:
            return self._known[index] and self._prose(index) and self._place(index) in siblings
        return not self._odd(index)

    def _trimmed(self, kept: list[int], last: int) -> list[int]:
        """Without what may not end an article (headings, links, furniture) behind ``last``, nor begin it."""
        while len(kept) > 1 and kept[-1] > last and not self._may_end(kept[-1], last):
            kept = kept[:-1]
        while len(kept) > 1 and self._linked[kept[0]]:
            kept = kept[1:]
        return kept

    def _may_end(self, index: int, last: int) -> bool:
        text = self._plain(index) if self._held(index, last) else self._text(index)
        return text and self._found[index].raw.kind is not Kind.HEADING

    def _held(self, index: int, by: int) -> bool:
        """Are both in one ``article`` element?"""
        return self._found[by].container == "article" and self._found[index].holder == self._found[by].holder

    def _end(self, last: int, sure: Sequence[int]) -> int:
        """The last sibling of the text, or the last paragraph of the ``article`` that it ends in."""
        siblings, scopes = self._around(sure)
        end = last
        for i in range(last + 1, len(self._found)):
            held = self._held(i, last)
            signed = i == end + 1 and self._text(i) and self._aside(i)  # a byline in an element of its own
            if held or signed or (self._text(i) and self._place(i) in siblings):
                end = i
            elif scopes.isdisjoint(self._found[i].path):
                break
        return end

    def _start(self, first: int, sure: Sequence[int]) -> int:
        """The first sibling of the text below its headline, or the first paragraph of the ``article`` it begins in."""
        siblings, scopes = self._around(sure)
        start = first
        for i in range(first - 1, -1, -1):
            one, held = self._found[i], self._held(i, first)
            if not held and (first - i > NEAR or scopes.isdisjoint(one.path)):
                break
            if self._text(i) and (held or self._place(i) in siblings):
                start = i
            if not held and one.raw.kind is Kind.HEADING and one.raw.level <= HEADLINE:
                break
        return start

    def _around(self, sure: Sequence[int]) -> tuple[set[_Place], set[Box | None]]:
        """The places of the paragraphs, and the sections that hold them and their siblings."""
        places = {self._place(i) for i in sure}
        return places, {place[0] for place in places}

    def _headline(self, first: int, last: int) -> int:
        """Where the article begins when its headline stands above the first paragraph."""
        if any(p.raw.kind is Kind.HEADING and p.raw.level == 1 for p in self._found[first : last + 1]):
            return first
        above = [i for i in range(max(0, first - ABOVE), first) if self._may_head(i)]
        repeated = [i for i in above if self._keys[i] in self._named.titles]
        only = head(self._found, self._named)
        return (repeated or [i for i in above if i == only] or above or [first])[-1]

    def _may_head(self, index: int) -> bool:
        raw = self._found[index].raw
        heading = raw.kind is Kind.HEADING and raw.level <= HEADLINE
        return heading and self._keys[index] not in self._named.sites and self._text(index)

    def _main(self) -> list[int]:
        """Indexes of the paragraphs in the element that holds the article by its name."""
        for name in ("article", "main"):
            if inside := [i for i, paragraph in enumerate(self._found) if paragraph.container == name]:
                return inside
        return list(range(len(self._found)))

    def _place(self, index: int) -> _Place:
        """What siblings have in common: their section; of one that holds nothing else, its parent and its looks."""
        one = self._found[index]
        if one.home is None or self._shared[one.home] > 1:
            return one.home, "", frozenset()
        outside = one.path[: one.path.index(one.home)]
        return (outside[-1] if outside else None), one.home.tag, one.home.names

    def _text(self, index: int) -> bool:
        """Not links or a heading of links, not furniture of the page, not in an element for something else."""
        return self._plain(index) and not furniture(self._found[index].raw.text.strip(), "")

    def _plain(self, index: int) -> bool:
        if self._linked[index] or self._odd(index):
            return False
        heading = self._found[index].raw.kind is Kind.HEADING
        return not (heading and all(self._linked[index + 1 : index + 3] or [False]))

    def _prose(self, index: int) -> bool:
        return len(self._keys[index]) >= PROSE and is_final(self._found[index].raw.text.strip())

    def _aside(self, index: int) -> bool:
        raw = self._found[index].raw
        return (raw.kind or classify(raw.text.strip(), "")) in ASIDE

    def _odd(self, index: int) -> bool:
        """In an element that calls itself something else, and that does not hold most of the page, as ``body`` does."""
        return any(not self._names.isdisjoint(box.names) for box in self._small(index))

    def _small(self, index: int) -> list[Box]:
        return [box for box in self._found[index].path if self._sizes[box] < HALF]

    @cached_property
    def _sizes(self) -> dict[Box, float]:
        """The share of the page's text in each element."""
        sizes: Counter[Box] = Counter()
        for one, key, linked in zip(self._found, self._keys, self._linked, strict=True):
            sizes.update(dict.fromkeys(one.path, 0 if linked else len(key)))
        total = max(sizes.values(), default=0) or 1
        return {box: size / total for box, size in sizes.items()}

    @cached_property
    def _names(self) -> frozenset[str]:
        """The words of :data:`AROUND`, without those that this page uses for its text."""
        text = [i for i in range(len(self._found)) if not self._linked[i]]
        met = AROUND & {name for box in self._sizes for name in box.names}
        return frozenset(name for name in met if not self._own(name, text))

    def _own(self, name: str, text: Sequence[int]) -> bool:
        """Is nearly all text in elements of this name, or do they alternate with others, as answers with questions?"""
        named = [any(name in box.names for box in self._small(i)) for i in text]
        inside = sum(len(self._keys[i]) for i, one in zip(text, named, strict=True) if one)
        share = inside / (sum(len(self._keys[i]) for i in text) or 1)
        turns = sum(one != other for one, other in pairwise(named))
        return share >= MOST or (share >= OWN and turns >= TURNS)
