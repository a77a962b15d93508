"""``translate segment``."""

import json
from pathlib import Path

import click

from translate.cli.options import SOURCE

__all__ = ["segment"]


@click.command(short_help="Print the segments of an article, one a line.")
@click.argument("file", type=SOURCE)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: id, kind, place, offsets, source.")
def segment(file: Path, as_json: bool) -> None:
    """Print the segments of a Korean article (.txt, .md, .html, .docx), one a line.

    A line end inside a segment is printed as a space; with --json it stays. Page furniture and code,
    which are not translated, are left out.
    """
    from translate import readers, segmentation
    from translate.cli.report import shown

    article = readers.read(file)
    for notice in article.notices:
        click.echo(f"{shown(str(file))}: {notice}", err=True)
    for one in segmentation.segment(article.blocks):
        if not as_json:
            click.echo(" ".join(one.source.splitlines()))
            continue
        block = article.blocks[one.block]
        record = {
            "id": one.id,
            "kind": block.kind.value,
            "place": str(block.place),
            "turn": block.turn,
            "block": one.block,
            "start": one.start,
            "end": one.end,
            "source": one.source,
        }
        click.echo(json.dumps(record, ensure_ascii=False))
