"""Where the program starts: ``translate`` and ``python -m translate``.

Nothing is imported outside of the ``try``: whoever presses Ctrl-C while the libraries load gets one line too.
"""

__all__ = ["INTERRUPTED", "INTERRUPTION", "main"]

INTERRUPTED = 130  # 128 + SIGINT, as shells report it
INTERRUPTION = "interrupted; files that were finished are complete, no other was touched"


def main() -> None:
    """Runs the command line and exits."""
    try:
        from translate import interruption

        interruption.listen()
        from translate import cli

        cli.main()
    except SystemExit:
        raise
    except BaseException as error:
        _stop_if_interrupted(error)
        raise
    finally:
        from translate import interruption

        interruption.finish()


def _stop_if_interrupted(error: BaseException) -> None:
    """Exits with one line and 130 if Ctrl-C is behind the error."""
    import signal
    import sys

    from translate import interruption

    if interruption.interrupted(error):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first one may have come before it was listened to
        if sys.stderr is not None:
            sys.stderr.write(f"translate: {INTERRUPTION}\n")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
