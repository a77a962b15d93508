"""``translate doctor``."""

from pathlib import Path

import click

from translate.cli.options import SOURCE

__all__ = ["doctor"]


@click.command(short_help="Check versions, models, fonts and write access.")
@click.option("-o", "--output", type=SOURCE, default=Path("exports"), show_default=True, help="Folder for the exports.")
def doctor(output: Path) -> int:
    """Check versions, models, fonts and write access, and say what to do where something is missing.

    Exit code 1 when anything is missing.
    """
    from translate.doctor import examine

    found = examine(output)
    width = max(len(one.name) for one in found)
    for one in found:
        click.echo(f"{'ok ' if one.ok else 'NO '} {one.name:{width}}  {one.detail}")
        if not one.ok:
            click.echo(f"    {'':{width}}  → {one.hint}")
    return 0 if all(one.ok for one in found) else 1
