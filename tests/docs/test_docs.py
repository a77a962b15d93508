"""The documentation names every command, option, exit code, check and format; its links lead somewhere."""

import re
from pathlib import Path

import click
import pytest

from translate import checks, exporters, readers
from translate.cli import COMMANDS, INTERNAL, INTERRUPTED, cli
from translate.errors import YeonjaeError

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def commands(group: click.Group = cli, prefix: str = "") -> list[tuple[str, click.Command]]:
    """Every command, those of groups too, by its whole name."""
    context = click.Context(group)
    found: list[tuple[str, click.Command]] = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found.append((prefix + name, command))
        if isinstance(command, click.Group):
            found += commands(command, f"{prefix}{name} ")
    return found


def test_every_command_is_there() -> None:
    names = {name for name, _ in commands()}
    assert {name for name in names if " " not in name} == set(COMMANDS)
    modules = {path.stem for path in (ROOT / "translate" / "cli").glob("*.py")}
    assert modules - {word for name in names for word in name.split()} == {"__init__", "options", "report"}


@pytest.mark.parametrize(("name", "command"), commands())
def test_command_is_documented(name: str, command: click.Command) -> None:
    assert f"translate {name}" in TEXT
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            missing = [flag for flag in option.opts if f"`{flag}`" not in TEXT]
            assert missing == [], f"translate {name}: {missing} documented nowhere"
            assert option.help or isinstance(option.type, click.Choice)


@pytest.mark.parametrize("name", ["--version", "_TRANSLATE_COMPLETE"])
def test_general_options(name: str) -> None:
    assert name in TEXT


def test_exit_codes() -> None:
    table = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    codes = {kind.exit_code for kind in (YeonjaeError, *YeonjaeError.__subclasses__())} | {0, INTERNAL, INTERRUPTED}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)} == codes


@pytest.mark.parametrize("name", checks.CHECKS)
def test_checks(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*exporters.FORMATS, *readers.SUFFIXES])
def test_formats(name: str) -> None:
    assert f"`{name}`" in TEXT


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), f"{page.name} links to {link}"


def test_every_page_is_linked_from_the_readme() -> None:
    readme = PAGES[0].read_text(encoding="utf-8")
    assert [page.name for page in PAGES[1:] if f"(docs/{page.name})" not in readme] == []
