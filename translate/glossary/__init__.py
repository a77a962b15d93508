"""The glossary: reading termbases, finding their terms in segments, enforcing them in translations."""

from translate.glossary.enforce import enforce
from translate.glossary.forms import banned, uses
from translate.glossary.matching import match
from translate.glossary.termbase import Termbase, build, default_paths, load

__all__ = ["Termbase", "banned", "build", "default_paths", "enforce", "load", "match", "uses"]
