"""Where the program starts: ``translate`` and ``python -m translate``.

Nothing is imported outside of the ``try``: whoever presses Ctrl-C while the libraries load gets one line too.
"""

__all__ = ["INTERRUPTED", "INTERRUPTION", "main"]

INTERRUPTED = 130  # 128 + SIGINT, as shells report it
INTERRUPTION = "interrupted; files that were finished are complete, no other was touched"


def main() -> None:
    """Runs the command line and exits."""
    import signal
    import sys

    try:
        from translate import cli

        cli.main()
    except KeyboardInterrupt:
        sys.stderr.write(f"translate: {INTERRUPTION}\n")
        sys.exit(INTERRUPTED)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # all is said: what still runs at exit may end without a word


if __name__ == "__main__":
    main()
