"""Runs the real command over a folder of drafts that hold what formats stumble over."""

import os
import pathlib
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).parents[2]
CACHE = ROOT / ".cache"
NPM = CACHE / "formats-npm/node_modules"
COPYDESK = os.environ.get("COPYDESK", str(ROOT / "target/debug/copydesk"))

# Letters of one to four bytes, both in a message and before one; markup; what a property of GitHub's would end at.
ODD = (
    "Inn’s é closes\r\n\r\nThe 💣 “R&D” team <b>, 40% of it: the inn’s é reportedly closed.\r\n\r\n"
    "Twelve people died: seven in Ayr, three in Troon and one in Irvine, the police said.\r\n"
)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The stories of the tests, and drafts with names and words that have to be escaped."""
    folder = tmp_path_factory.mktemp("drafts")
    shutil.copytree(ROOT / "tests/stories", folder / "stories")
    (folder / "wire, 50%").mkdir()
    (folder / "wire, 50%/a:b #1.txt").write_bytes(ODD.encode())
    (folder / "clean.md").write_text("The council met on Monday.\n")
    (folder / "bell.txt").write_bytes("The inn \x1b[2J\x07\uffff reportedly closed.\n".encode())
    (folder / "mark.md").write_text("# Pier opens\n\n<!-- stet hearsay -->\n\nThe pier opened on Monday, Ida Moss said.\n")
    return folder


@pytest.fixture(scope="session")
def lint(folder):
    """Prints the findings in a format."""

    def run(name, *arguments, paths=(".",)):
        command = [COPYDESK, "lint", "--no-config", "--output-format", name, *arguments, *paths]
        ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
        assert ran.returncode in (0, 1), ran.stderr
        return ran.stdout

    return run
