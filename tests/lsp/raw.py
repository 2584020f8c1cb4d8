"""A client that can misbehave: it writes whatever bytes it is told to."""

import json
import os
import subprocess
import threading
import queue


class Raw:
    def __init__(self, server, reads=True, **options):
        self.process = subprocess.Popen(server, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **options)
        self.messages = queue.Queue()
        self.seen = []
        self.next_id = 0
        if reads:
            threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        out = self.process.stdout
        while True:
            headers = {}
            while (line := out.readline()) not in (b"\r\n", b""):
                name, value = line.decode().split(":", 1)
                headers[name.lower()] = value.strip()
            if not line:
                return self.messages.put(None)
            self.messages.put(json.loads(out.read(int(headers["content-length"]))))

    def write(self, raw):
        self.process.stdin.write(raw)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def notify(self, method, params=None):
        self.send({"method": method} | ({} if params is None else {"params": params}))

    def until(self, is_it, seconds=20):
        """The first message, seen or yet to come, that is wanted; what the server asks is answered on the way."""
        for message in self.seen:
            if is_it(message):
                return message
        while True:
            message = self.messages.get(timeout=seconds)
            if message is None:
                raise EOFError("the server has ended")
            if "method" in message and "id" in message:
                self.send({"id": message["id"], "result": None})
            self.seen.append(message)
            if is_it(message):
                return message

    def request(self, method, params=None):
        self.next_id += 1
        id = self.next_id
        self.send({"id": id, "method": method} | ({} if params is None else {"params": params}))
        return id

    def ask(self, method, params=None, seconds=20):
        id = self.request(method, params)
        return self.until(lambda message: message.get("id") == id and "method" not in message, seconds)

    def initialize(self, **capabilities):
        answer = self.ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities})
        self.notify("initialized", {})
        return answer["result"]

    def open(self, uri, text, version=1, language="markdown"):
        self.notify(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": language, "version": version, "text": text}},
        )

    def change(self, uri, version, *changes):
        self.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)},
        )

    def published(self, uri, version, seconds=20):
        def is_it(message):
            params = message.get("params") or {}
            is_publish = message.get("method") == "textDocument/publishDiagnostics"
            return is_publish and params["uri"] == uri and params.get("version") == version

        return self.until(is_it, seconds)["params"]["diagnostics"]

    def leave(self):
        self.ask("shutdown")
        self.notify("exit")
        return self.process.wait(10)
