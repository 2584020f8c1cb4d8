"""An editor in a terminal of its own: what is typed, and what can be seen."""

import subprocess
import uuid

from conftest import program, wait_for


class Terminal:
    def __init__(self, newsroom, *command, environment=None):
        self.tmux = [program("tmux"), "-L", f"copydesk-{uuid.uuid4().hex}", "-f", "/dev/null"]
        env = {**newsroom.environment(), **(environment or {})}
        self.run("new-session", "-d", "-x", "160", "-y", "50", "-c", str(newsroom.folder), *map(str, command), env=env)

    def run(self, *arguments, env=None):
        done = subprocess.run([*self.tmux, *arguments], env=env, capture_output=True, text=True, timeout=60)
        return done.stdout

    def keys(self, *keys):
        self.run("send-keys", *keys)

    def type(self, text):
        self.run("send-keys", "-l", text)

    def screen(self):
        return self.run("capture-pane", "-p")

    def wait_for(self, *words):
        return wait_for(
            lambda: f"{words} on this screen:\n{self.screen()}",
            lambda: (screen := self.screen()) and all(word in screen for word in words) and screen,
        )

    def wait_until_it_ends(self):
        wait_for("the editor ends", lambda: not self.run("list-sessions"))

    def close(self):
        self.run("kill-server")
