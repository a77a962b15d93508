"""``translate models``."""

import json

import click

__all__ = ["models"]


@click.command(short_help="List what can translate what, from where.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def models(as_json: bool) -> None:
    """List the model packages: pair, name and version, where from, size and hash.

    Packages that cannot be used are listed on stderr with the reason.
    """
    from translate import engine

    found = engine.available()
    if as_json:
        records = [
            {
                "from": one.source,
                "to": one.target,
                "name": one.name,
                "version": one.version,
                "origin": one.origin,
                "path": str(one.path),
                "bytes": one.size,
                "sha256": one.sha256,
                "reads_hints": one.reads_hints,
            }
            for one in found
        ]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        for one in found:
            pair = f"{one.source}→{one.target}"
            label = f"{one.name} {one.version}"
            click.echo(f"{pair:8}{label:24}{one.origin:10}{one.size / 1e6:8.1f} MB  {one.sha256[:12]}  {one.path}")
    for broken in engine.broken():
        click.echo(f"translate: {broken.path}: {broken.why}; {broken.remedy}", err=True)
