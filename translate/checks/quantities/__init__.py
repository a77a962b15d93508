"""Reading the quantities of a text, language by language."""

from translate.checks.quantities import chinese, english, korean
from translate.checks.quantities.base import Name, Quantity, Reading, plain

__all__ = ["Name", "Quantity", "Reading", "plain", "read"]

READERS = {"ko": korean.read, "en": english.read, "zh": chinese.read}


def read(text: str, language: str) -> Reading:
    """The quantities and names of ``text``, left to right; nothing in languages without a reader.

    Offsets are those of ``text``. Numbers above 24 digits are read in pieces.
    """
    reader = READERS.get(language)
    return reader(text) if reader else Reading((), ())
