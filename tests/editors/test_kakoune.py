"""copydesk in a real Kakoune, through kak-lsp."""

import shutil

import pytest

from conftest import EDITORS, program
from terminal import Terminal


@pytest.fixture
def kakoune(newsroom):
    kak = program("kak")
    program("kak-lsp")
    environment = newsroom.environment()
    config = newsroom.home / "config/kak"
    config.mkdir()
    shutil.copy(EDITORS / "kakoune/kakrc", config)
    started = []

    def start(draft):
        started.append(Terminal(newsroom, kak, draft, environment=environment))
        return started[-1]

    yield start
    for terminal in started:
        terminal.type(":quit!")
        terminal.keys("Enter")
        terminal.wait_until_it_ends()
        terminal.close()


def go_to(terminal, words):
    terminal.keys("g", "g")
    terminal.type("/" + words)
    terminal.keys("Enter")


def hover(terminal):
    terminal.type(":lsp-hover")
    terminal.keys("Enter")


def test_findings_and_the_claim_card(kakoune, newsroom):
    terminal = kakoune(newsroom.draft)
    terminal.wait_for("!The blast", "*The dead are 14")
    go_to(terminal, "14 dockers")
    hover(terminal)
    terminal.wait_for("The parts add up to 13; the story says 14.")
    go_to(terminal, "4,200 tons")
    hover(terminal)
    terminal.wait_for("Standing", "attributed")


def test_plain_text_is_read(kakoune, newsroom):
    draft = newsroom.folder / "draft.txt"
    draft.write_text("The dead are 14 dockers: 6 from Ellery and 7 from Sand Bay, the Harbour Board said.\n")
    terminal = kakoune(draft)
    terminal.wait_for("*The dead")
    go_to(terminal, "14 dockers")
    hover(terminal)
    terminal.wait_for("The parts add up to 13; the story says 14.")
