"""The glossary: reading termbases, finding their terms in segments, enforcing them in translations."""

from translate.glossary.enforcement import Tools
from translate.glossary.forms import banned, uses
from translate.glossary.matching import match
from translate.glossary.termbase import Termbase, build, default_paths, load
from translate.glossary.through import enforce

__all__ = ["Termbase", "Tools", "banned", "build", "default_paths", "enforce", "load", "match", "uses"]
