"""What a client may do wrong, and what the server makes of it. None of it ends or wedges the server."""

import random
import signal
import subprocess
import sys
import threading
import time

import pytest
from conftest import SERVER, STORY
from raw import Raw

URI = "file:///nowhere/harbour.md"
VERSIONS = {"textDocument": {"publishDiagnostics": {"versionSupport": True}}}
PARSE, REQUEST, METHOD, PARAMS, INITIALIZED = -32700, -32600, -32601, -32602, -32002


@pytest.fixture
def fresh():
    raw = Raw(SERVER)
    yield raw
    raw.process.kill()


@pytest.fixture
def raw(fresh):
    fresh.initialize(**VERSIONS)
    return fresh


def hover(line=0, character=0, uri=URI):
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}


def code(answer):
    return answer["error"]["code"]


def test_a_request_before_initialize_is_refused_and_a_notification_ignored(fresh):
    assert code(fresh.ask("textDocument/hover", hover())) == INITIALIZED
    assert code(fresh.ask("shutdown")) == INITIALIZED
    fresh.open(URI, STORY)
    fresh.initialize()
    assert fresh.ask("textDocument/hover", hover())["result"] is None, "what came before is not open"
    assert fresh.leave() == 0


def test_initialize_comes_once(raw):
    assert code(raw.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})) == REQUEST
    assert raw.leave() == 0


def test_a_request_after_shutdown_is_refused_and_exit_ends_well(raw):
    assert raw.ask("shutdown")["result"] is None
    assert code(raw.ask("textDocument/hover", hover())) == REQUEST
    raw.notify("exit")
    assert raw.process.wait(10) == 0


def test_exit_without_shutdown_ends_badly(raw):
    raw.notify("exit")
    assert raw.process.wait(10) == 1


def test_unknown_methods_are_refused_and_optional_ones_ignored(raw):
    assert code(raw.ask("textDocument/knit")) == METHOD
    raw.notify("textDocument/knit")
    raw.notify("$/knit", {})
    assert code(raw.ask("textDocument/hover")) == PARAMS
    assert code(raw.ask("textDocument/hover", {"textDocument": 3})) == PARAMS
    assert code(raw.ask("workspace/executeCommand", {"command": "knit", "arguments": []})) == PARAMS
    assert code(raw.ask("workspace/executeCommand", {"command": "copydesk.ledger", "arguments": [{}]})) == PARAMS
    assert raw.leave() == 0


EVERYWHERE = [
    "hover", "definition", "documentHighlight", "prepareRename", "completion",
]  # fmt: skip


@pytest.mark.parametrize("method", EVERYWHERE)
def test_positions_past_the_end_and_within_characters_are_answered(raw, method):
    raw.open(URI, "💣 It cost $3 million.\r\n“Née",)
    for line, character in [(0, 1), (0, 10**6), (1, 99), (7, 0), (2**31 - 1, 2**31 - 1)]:
        assert "result" in raw.ask(f"textDocument/{method}", hover(line, character)), (line, character)
    assert raw.leave() == 0


def test_edits_past_the_end_append_and_swapped_ends_are_one_range(raw):
    raw.open(URI, "One")
    end = {"line": 9, "character": 9}
    raw.change(URI, 2, {"range": {"start": end, "end": end}, "text": " two TK"})
    assert len(raw.published(URI, 2)) == 1
    start = {"line": 0, "character": 0}
    raw.change(URI, 3, {"range": {"start": end, "end": start}, "text": ""})
    assert raw.published(URI, 3) == []
    assert raw.leave() == 0


def test_a_character_that_comes_in_two_halves_keeps_what_follows_in_its_place(raw):
    raw.open(URI, "Fire\n\nThe pier is reportedly lost.\n")
    for version, (column, half) in enumerate([(0, "\ud83d"), (1, "\udca3")], 2):
        start = {"line": 2, "character": column}
        raw.change(URI, version, {"range": {"start": start, "end": start}, "text": half})
    (found,) = raw.published(URI, 3)
    assert found["range"]["start"] == {"line": 2, "character": 2 + len("The pier is ")}
    assert raw.leave() == 0


def test_a_document_that_is_not_open_has_nothing_to_say(raw):
    raw.open(URI, STORY)
    raw.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    raw.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    raw.change(URI, 2, {"text": "TK"})
    for method in EVERYWHERE:
        assert not raw.ask(f"textDocument/{method}", hover(0, 3))["result"]
    assert raw.ask("textDocument/documentSymbol", {"textDocument": {"uri": URI}})["result"] is None
    assert raw.leave() == 0


def test_a_document_that_is_opened_twice_is_the_later_one(raw):
    raw.open(URI, "TK", 1)
    raw.open(URI, "Done", 2)
    assert raw.published(URI, 2) == []
    assert raw.leave() == 0


@pytest.mark.parametrize(
    ("bytes", "error"),
    [
        (b"Content-Length: many\r\n\r\n", PARSE),
        (b"nonsense\r\n\r\n", PARSE),
        (b"Content-Length: 3\r\n\r\n{]}", PARSE),
        (b"Content-Length: 3\r\n\r\n\xff\xfe\xfd", PARSE),
        (b"Content-Length: 2\r\n\r\n[]", REQUEST),
        (b'Content-Length: 16\r\n\r\n{"jsonrpc":"3.0"', PARSE),
        (b'Content-Length: 17\r\n\r\n{"jsonrpc":"3.0"}', REQUEST),
    ],
)
def test_what_is_no_message_is_answered_and_the_next_one_read(raw, bytes, error):
    raw.write(bytes)
    assert code(raw.until(lambda message: message.get("error") and message.get("id") is None)) == error
    assert raw.leave() == 0


def test_other_headers_and_the_casing_of_names_do_not_matter(raw):
    body = b'{"jsonrpc":"2.0","id":77,"method":"textDocument/knit"}'
    kind = b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n"
    raw.write(kind + b"content-length: %d\r\nX-Desk: copy\r\n\r\n%s" % (len(body), body))
    assert code(raw.until(lambda message: message.get("id") == 77)) == METHOD
    assert raw.leave() == 0


def test_a_message_may_come_in_pieces(raw):
    body = b'{"jsonrpc":"2.0","id":78,"method":"textDocument/knit"}'
    for piece in (b"Content-Len", b"gth: %d\r" % len(body), b"\n\r\n", body[:9], body[9:]):
        raw.write(piece)
    assert code(raw.until(lambda message: message.get("id") == 78)) == METHOD
    assert raw.leave() == 0


def test_ten_megabytes_are_read_and_others_need_not_wait(raw):
    paragraph = "The board said on Tuesday that more than 40 homes were lost in the valley, and TK people fled.\n\n"
    raw.open("file:///nowhere/long.txt", paragraph * (10_000_000 // len(paragraph)), language="plaintext")
    raw.open(URI, STORY)
    assert len(raw.published(URI, 1, 60)) == 2
    assert raw.ask("textDocument/hover", hover(6, 48))["result"] is not None
    raw.change("file:///nowhere/long.txt", 2, {"text": "TK"})
    assert len(raw.published("file:///nowhere/long.txt", 2, 600)) == 1
    assert raw.leave() == 0


def test_two_hundred_documents_each_have_their_own_findings(raw):
    uris = [f"file:///nowhere/{number}.md" for number in range(200)]
    for number, uri in enumerate(uris):
        raw.open(uri, "TK\n\n" * (number % 5), number)
    for number, uri in enumerate(uris):
        assert len(raw.published(uri, number)) == number % 5
    assert raw.leave() == 0


def test_a_client_that_vanishes_takes_the_server_with_it(raw):
    raw.open(URI, STORY)
    raw.process.stdin.close()
    assert raw.process.wait(10) == 1


def test_a_client_that_is_killed_takes_the_server_with_it(tmp_path):
    program = (
        "import sys, subprocess, time\n"
        "server = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
        "print(server.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    client = subprocess.Popen([sys.executable, "-c", program, *SERVER], stdout=subprocess.PIPE)
    pid = int(client.stdout.readline())
    client.send_signal(signal.SIGKILL)
    client.wait(10)
    for _ in range(200):
        try:
            with open(f"/proc/{pid}/stat") as stat:
                if stat.read().split()[2] == "Z":
                    return
        except FileNotFoundError:
            return
        time.sleep(0.05)
    raise AssertionError("the server lives on")


@pytest.fixture
def deaf():
    """A client that has asked for far more than a pipe holds, and reads nothing."""
    raw = Raw(SERVER, reads=False)
    start = raw.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    raw.notify("initialized", {})
    raw.open(URI, STORY * 20)
    for _ in range(start, 50):
        raw.request("textDocument/documentSymbol", {"textDocument": {"uri": URI}})
    yield raw
    raw.process.kill()


def test_a_client_that_vanishes_without_reading_takes_the_server_with_it(deaf):
    deaf.process.stdin.close()
    assert deaf.process.wait(5) == 1


def test_a_client_that_leaves_without_reading_is_not_waited_for(deaf):
    deaf.request("shutdown")
    deaf.notify("exit")
    assert deaf.process.wait(5) == 0


def test_a_client_that_can_no_longer_be_told_anything_has_vanished(deaf):
    deaf.process.stdout.close()
    assert deaf.process.wait(5) == 1


def test_a_client_that_types_without_reading_is_told_the_newest_when_it_reads_on():
    raw = Raw(SERVER, reads=False)
    raw.request("initialize", {"processId": None, "rootUri": None, "capabilities": VERSIONS})
    raw.notify("initialized", {})
    raw.open(URI, STORY * 20)
    start = {"line": 2, "character": 0}
    for version in range(2, 602):
        raw.change(URI, version, {"range": {"start": start, "end": start}, "text": "x"})
        time.sleep(0.001)
    threading.Thread(target=raw._read, daemon=True).start()
    raw.published(URI, 601)
    told = [message for message in raw.seen if message.get("method") == "textDocument/publishDiagnostics"]
    assert len(told) < 100, "what was out of date before it was read is not told"
    assert raw.leave() == 0


def test_a_cancelled_request_is_answered_once(raw):
    raw.open(URI, STORY * 200)
    id = raw.request("textDocument/hover", hover(6, 48))
    raw.notify("$/cancelRequest", {"id": id})
    answer = raw.until(lambda message: message.get("id") == id and "method" not in message)
    assert "result" in answer or code(answer) == -32800
    assert raw.leave() == 0


def edits(text, count, seed):
    """Edits as a typist and a paster make them, each with the text that it leaves."""
    chance = random.Random(seed)
    for _ in range(count):
        start = chance.randrange(len(text) + 1)
        length = chance.choice([0, 0, 0, 1, 1, 5, 60])
        end = min(len(text), start + length)
        new = chance.choice(["", "a", "9", "\n", "\n\n", "“", "”", "💣", "é", " said Orlić", " 40 people"])
        yield start, end, new, (text := text[:start] + new + text[end:])


def position(text, offset):
    before = text[:offset].split("\n")
    return {"line": len(before) - 1, "character": len(before[-1].encode("utf-16-le")) // 2}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_five_hundred_edits_at_once_end_in_the_findings_of_the_last(raw, seed):
    raw.open(URI, STORY)
    text = STORY
    for version, (start, end, new, after) in enumerate(edits(STORY, 500, seed), 2):
        range = {"start": position(text, start), "end": position(text, end)}
        raw.change(URI, version, {"range": range, "text": new})
        text = after
    last = raw.published(URI, 501)
    raw.open("file:///nowhere/fresh.md", text, 1)
    afresh = raw.published("file:///nowhere/fresh.md", 1)
    blank = lambda found: repr(found).replace("fresh.md", "harbour.md")
    assert blank(last) == blank(afresh)
    versions = [
        message["params"]["version"]
        for message in raw.seen
        if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == URI
    ]
    assert versions == sorted(set(versions)), "no version twice, and none after a later one"
    assert raw.leave() == 0
