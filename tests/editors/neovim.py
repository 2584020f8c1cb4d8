"""A real Neovim with the plugin installed as its help says, driven over its own protocol."""

import os

import pynvim

from conftest import CACHE, EDITORS, wait_for

INIT = {
    "0.11": "vim.lsp.enable('copydesk')",
    "0.10": "require('copydesk').setup()",
}


def binary(version):
    """Neovim of a version; None where it is not installed."""
    places = {"0.11": CACHE / "neovim/bin/nvim", "0.10": CACHE / "trixie/bin/nvim"}
    return places[version] if places[version].exists() else None


class Neovim:
    def __init__(self, newsroom, version, init=None, plugin=True):
        self.newsroom, self.version, self.has_left = newsroom, version, False
        self.environment = newsroom.environment()
        if plugin:
            packages = newsroom.home / "data/nvim/site/pack/copydesk/start"
            packages.mkdir(parents=True)
            (packages / "copydesk").symlink_to(EDITORS / "nvim")
        config = newsroom.home / "config/nvim"
        config.mkdir(parents=True, exist_ok=True)
        (config / "init.lua").write_text(init or INIT[version])

    def start(self, *arguments):
        words = [f"{name}={value}" for name, value in self.environment.items()]
        command = ["env", "-i", *words, str(binary(self.version)), "--embed", "--headless", "-n", *map(str, arguments)]
        self.nvim = pynvim.attach("child", argv=command)
        self.nvim.command(f"cd {self.newsroom.folder}")
        return self

    def lua(self, code, *arguments):
        return self.nvim.exec_lua(code, *arguments)

    def command(self, command):
        return self.nvim.command(command)

    def open(self, draft):
        self.command(f"edit {draft}")

    def text(self):
        return "\n".join(self.nvim.current.buffer[:])

    def findings(self):
        """What is shown of the current buffer: rule and words, sorted."""
        found = self.lua(
            """
            return vim.tbl_map(function(d)
              -- What was found in the text of before may lie beyond the end of the present one.
              local fits, words = pcall(vim.api.nvim_buf_get_text, 0, d.lnum, d.col, d.end_lnum, d.end_col, {})
              return { d.code, fits and table.concat(words, '\\n') or '?' }
            end, vim.diagnostic.get(0))"""
        )
        return sorted(tuple(finding) for finding in found)

    def wait_for_findings(self, expected):
        wait_for(lambda: f"{expected} rather than {self.findings()}", lambda: self.findings() == sorted(expected))

    def put_cursor_on(self, words):
        for row, line in enumerate(self.nvim.current.buffer[:], 1):
            column = line.find(words)
            if column != -1:
                self.nvim.current.window.cursor = (row, len(line[:column].encode()))
                return
        raise AssertionError(f"not in the text: {words}")

    def windows(self):
        """The texts of all windows, floating ones included."""
        return ["\n".join(window.buffer[:]) for window in self.nvim.windows]

    def wait_for_window(self, *words):
        def look():
            return next((text for text in self.windows() if all(word in text for word in words)), None)

        return wait_for(f"a window with {words}", look)

    def messages(self):
        return self.nvim.command_output("messages")

    def servers(self):
        """The process numbers of the servers that are children of this Neovim."""
        parent = self.lua("return vim.uv.os_getpid()")
        return [child for child in children_of(parent) if is_server(child)]

    def leave(self):
        try:
            if not self.has_left:
                self.has_left = True
                self.command("qall!")
        except (OSError, EOFError):
            pass  # It is gone before it can answer.


def children_of(parent):
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as stat:
                    fields = stat.read().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == parent and fields[0] != "Z":
                found.append(int(entry))
    return found


def is_server(process):
    try:
        with open(f"/proc/{process}/cmdline") as line:
            return "copydesk\0lsp" in line.read()
    except OSError:
        return False
