"""Engines: what translates. Model packages, hints, batched decoding, and the robust layer around it.

::

    engine = load("en")
    [outcome] = translate(engine, [Request("마윈 회장이 한국을 방문했다.")])
    outcome.candidates[0].text

Another engine is any object like :class:`translate.engine.base.Engine`; :func:`translate` takes it as it is.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from translate.engine.base import Decoding, Engine, Outcome, Progress, Request

if TYPE_CHECKING:
    from translate.engine.packages import ModelPackage, Unusable

__all__ = ["available", "broken", "load", "translate", "verify"]


def available() -> list["ModelPackage"]:
    """All model packages that can translate something: those that the user installed, then the starter."""
    from translate.engine.packages import discover

    return list(discover().packages)


def broken() -> list["Unusable"]:
    """Model packages that cannot be used, and the folder of the installed ones where that cannot be."""
    from translate.engine.packages import discover

    return list(discover().broken)


def load(target: str, *, choice: str = "", threads: int = 0, device: str = "cpu") -> Engine:
    """The best engine from Korean into a language: an installed direct pair, an installed pivot, the starter.

    Args:
        target: Code of the target language.
        choice: ``starter`` keeps the starter, ``argos`` demands installed packages.
        threads: Of the decoder; 0 takes all cores. It changes speed only.
        device: ``cpu``, ``cuda``, or ``auto`` for a CUDA device where there is one.

    Raises:
        OptionError: Unknown language, choice or device; negative threads.
        ModelError: No package does it, the package is broken, or there is no CUDA device.
    """
    from translate import languages
    from translate.engine.ctranslate import open_package
    from translate.engine.packages import route
    from translate.engine.pivot import Pivot

    first, *more = (open_package(one, threads, device) for one in route(languages.target(target).code, choice))
    return Pivot(first, more[0]) if more else first


def verify(engine: Engine) -> None:
    """Checks the files of an engine's packages against their hashes, and has it translate a sentence.

    Raises:
        ModelError: A file was changed, or the engine does not work.
    """
    from translate.engine.packages import check
    from translate.errors import ModelError

    for package in getattr(engine, "packages", ()):
        check(package.path)
    [result] = engine.translate([Request("오늘은 날씨가 좋다.")], engine.decoding)
    if not result.hypotheses[0].text.strip():
        raise ModelError("answers nothing", where=engine.name, hint="install the package anew")


def translate(
    engine: Engine,
    requests: Sequence[Request],
    *,
    decoding: Decoding | None = None,
    progress: Progress | None = None,
    placeholders: Sequence[str] | None = None,
    patient: bool = True,
) -> list[Outcome]:
    """One outcome a request, in order: see :func:`translate.engine.robust.translate`.

    Raises:
        ModelError: The engine failed while decoding.
    """
    from translate.engine import robust

    return robust.translate(
        engine, requests, decoding=decoding, progress=progress, placeholders=placeholders, patient=patient
    )
