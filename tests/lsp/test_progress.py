"""The progress of a long work begins, is reported and ends, in this order and before the work is answered."""

import pytest
from conftest import SERVER
from raw import Raw

DRAFT = "Sources say the pier is lost.\n\nMore than 40 homes were flooded, and TK people fled.\n\n"


@pytest.fixture
def start(tmp_path):
    servers = []

    def start(drafts, length=1):
        for number in range(drafts):
            (tmp_path / f"{number:04}.txt").write_text(DRAFT * length)
        server = Raw(SERVER)
        servers.append(server)
        root = {"rootUri": tmp_path.as_uri(), "workspaceFolders": [{"uri": tmp_path.as_uri(), "name": "drafts"}]}
        capabilities = {"window": {"workDoneProgress": True}}
        server.ask("initialize", {"processId": None, "capabilities": capabilities} | root)
        server.notify("initialized", {})
        return server

    yield start
    for server in servers:
        server.process.kill()


def lint(server, token=None):
    token = {} if token is None else {"workDoneToken": token}
    return server.request("workspace/executeCommand", {"command": "copydesk.lintWorkspace", "arguments": []} | token)


def answered(server, id):
    return server.until(lambda message: message.get("id") == id and "method" not in message)


def shown(server, token):
    """The kinds of progress that were shown before now."""
    progress = [message["params"] for message in server.seen if message.get("method") == "$/progress"]
    return [params["value"]["kind"] for params in progress if params["token"] == token]


@pytest.mark.parametrize("token", [None, "mine", 7])
def test_progress_is_all_shown_before_the_answer(start, token):
    server = start(drafts=3)
    result = answered(server, lint(server, token))["result"]
    assert (result["drafts"], result["cancelled"]) == (3, False)
    assert shown(server, token or "copydesk-0") == ["begin", "report", "report", "report", "end"]
    assert server.leave() == 0


def test_works_side_by_side_each_show_their_own(start):
    server = start(drafts=3)
    ids = [lint(server, token) for token in range(20)]
    for token, id in enumerate(ids):
        answered(server, id)
        assert shown(server, token) == ["begin", "report", "report", "report", "end"]
    assert server.leave() == 0


def test_a_work_that_is_cancelled_says_so_and_its_progress_ends(start):
    server = start(drafts=300)
    id = lint(server, "mine")
    server.until(lambda message: message.get("method") == "$/progress")
    server.notify("window/workDoneProgress/cancel", {"token": "mine"})
    result = answered(server, id)["result"]
    assert result["cancelled"] and result["drafts"] < 300
    kinds = shown(server, "mine")
    assert (kinds[0], kinds[-1], kinds.count("end")) == ("begin", "end", 1)
    assert server.leave() == 0


def test_a_work_may_be_cancelled_at_once_and_its_name_come_again(start):
    server = start(drafts=3)
    id = lint(server, "mine")
    server.notify("window/workDoneProgress/cancel", {"token": "mine"})
    answered(server, id)
    assert answered(server, lint(server, "mine"))["result"]["cancelled"] is False
    assert server.leave() == 0


def test_a_work_that_never_was_may_be_cancelled(start):
    server = start(drafts=3)
    server.notify("window/workDoneProgress/cancel", {"token": "mine"})
    assert answered(server, lint(server, "mine"))["result"]["cancelled"] is False
    assert server.leave() == 0


def test_the_progress_of_a_request_that_is_cancelled_ends_as_well(start):
    server = start(drafts=300)
    id = lint(server, "mine")
    server.until(lambda message: message.get("method") == "$/progress")
    server.notify("$/cancelRequest", {"id": id})
    assert answered(server, id)["error"]["code"] == -32800
    kinds = shown(server, "mine")
    assert (kinds[0], kinds[-1], kinds.count("end")) == ("begin", "end", 1)
    assert server.leave() == 0
