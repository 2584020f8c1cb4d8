"""What the tests of all editors share: a newsroom with drafts, the server on the path, and waiting for things to be so."""

import os
import pathlib
import shutil
import time

import pytest

ROOT = pathlib.Path(__file__).parents[2]
EDITORS = ROOT / "editors"
CACHE = ROOT / ".cache"
SERVER = pathlib.Path(os.environ.get("COPYDESK", ROOT / "target/debug/copydesk"))
EDITORS_PATH = f"{CACHE / 'trixie/bin'}:{CACHE / 'kak-lsp/bin'}:{os.environ['PATH']}"
# Generous, since the machines that run this are busy; nothing waits longer than it has to.
PATIENCE = 60


def wait_for(what, look, patience=PATIENCE):
    """Looks until there is something to see, and gives it; says what never came."""
    end = time.monotonic() + patience
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > end:
            raise AssertionError(f"not within {patience} s: {what() if callable(what) else what}")
        time.sleep(0.02)


def program(name):
    """Where an editor is; the test is skipped where it could not be installed."""
    found = shutil.which(name, path=EDITORS_PATH)
    if not found:
        pytest.skip(f"{name} is not installed, and could not be installed here")
    return found


class Newsroom:
    """A folder with a draft whose total is wrong, and a home without anybody's settings."""

    def __init__(self, folder):
        self.folder = folder / "newsroom"
        self.home = folder / "home"
        self.folder.mkdir()
        self.home.mkdir()
        (self.home / "bin").mkdir()
        (self.home / "bin/copydesk").symlink_to(SERVER)
        self.draft = pathlib.Path(shutil.copy(ROOT / "tests/lsp/drafts/harbour.md", self.folder))

    def environment(self):
        places = {f"XDG_{kind.upper()}_HOME": str(self.home / kind) for kind in ["config", "data", "state", "cache"]}
        for place in [*places.values(), str(self.home / "run")]:
            pathlib.Path(place).mkdir(mode=0o700, exist_ok=True)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("NVIM", "VIM", "LC_", "TMUX"))}
        return {
            **kept,
            **places,
            "HOME": str(self.home),
            "PATH": f"{self.home / 'bin'}:{EDITORS_PATH}",
            "XDG_RUNTIME_DIR": str(self.home / "run"),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }


@pytest.fixture
def newsroom(tmp_path):
    return Newsroom(tmp_path)
