"""Yeonjae: offline translation and bilingual publishing for series of Korean articles."""

__all__ = ["__version__"]

__version__ = "0.1.0"
