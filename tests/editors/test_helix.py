"""copydesk in a real Helix, which counts columns in UTF-8."""

import shutil

import pytest

from conftest import EDITORS, program
from terminal import Terminal


@pytest.fixture
def helix(newsroom):
    hx = program("hx")
    environment = newsroom.environment()
    config = newsroom.home / "config/helix"
    config.mkdir()
    shutil.copy(EDITORS / "helix/languages.toml", config)
    started = []

    def start(draft):
        started.append(Terminal(newsroom, hx, draft, environment=environment))
        return started[-1]

    yield start
    for terminal in started:
        terminal.close()


def go_to(terminal, words):
    terminal.keys("g", "g")
    terminal.type("/" + words)
    terminal.keys("Enter")


def test_findings_the_claim_card_and_a_fix(helix, newsroom):
    terminal = helix(newsroom.draft)
    terminal.wait_for("Blast at Port Ellery")
    terminal.wait_for("● 1")
    go_to(terminal, "14")
    terminal.wait_for("The parts add up to 13; the story says 14.")
    go_to(terminal, "4,200 tons")
    terminal.type(" k")
    terminal.wait_for("Ellery Harbour Board", "Standing", "attributed")
    go_to(terminal, "14")
    terminal.type(" a")
    terminal.wait_for("Change the total to 13")
    terminal.keys("Enter")
    terminal.wait_for("13 dockers")
    go_to(terminal, "340")
    terminal.wait_for("Who counts 340 boats? No source is named.")
    terminal.type(":write-quit")
    terminal.keys("Enter")
    terminal.wait_until_it_ends()
    assert "The dead are 13 dockers: 6 from Ellery" in newsroom.draft.read_text()


def test_plain_text_is_read(helix, newsroom):
    draft = newsroom.folder / "draft.txt"
    draft.write_text("The dead are 14 dockers: 6 from Ellery and 7 from Sand Bay, the Harbour Board said.\n")
    terminal = helix(draft)
    terminal.wait_for("● 1")
    go_to(terminal, "14")
    terminal.wait_for("The parts add up to 13; the story says 14.")
