"""Each format is read by something that we did not write, and says what the JSON of copydesk says."""

import json
import os
import pathlib
import subprocess
import urllib.parse
import xml.etree.ElementTree as ElementTree

import pytest
import xmlschema

from conftest import CACHE, COPYDESK, NPM

LEVELS = {"error": "error", "warning": "warning", "information": "notice", "hint": "notice"}


@pytest.fixture(scope="session")
def findings(lint):
    found = json.loads(lint("json"))["findings"]
    assert len(found) > 90
    return found


def relative(path):
    return path.removeprefix("./")


def places(findings):
    return sorted((relative(it["path"]), it["span"]["line"], it["rule"]) for it in findings)


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)


def test_sarif_is_what_microsofts_validator_takes(lint, findings, tmp_path):
    report = tmp_path / "copydesk.sarif"
    report.write_text(lint("sarif"), encoding="utf-8")
    tool = NPM / "@microsoft/sarif-multitool-linux/Sarif.Multitool"
    tool.chmod(0o755)
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    output = tmp_path / "validation.sarif"
    ran = run(tool, "validate", report, "--output", output, env=environment)
    problems = json.loads(output.read_text(encoding="utf-8-sig"))["runs"][0].get("results", [])
    # Copydesk has no address of its own that a tool could name.
    problems = [it for it in problems if it["ruleId"] != "SARIF2005"]
    assert (problems, ran.returncode) == ([], 0), ran.stdout
    runs = json.loads(report.read_text(encoding="utf-8"))["runs"]
    assert [it["columnKind"] for it in runs] == ["utf16CodeUnits"]
    place = lambda it: it["locations"][0]["physicalLocation"]
    uri = lambda it: urllib.parse.unquote(place(it)["artifactLocation"]["uri"])
    results = sorted((uri(it), place(it)["region"]["startLine"], it["ruleId"]) for it in runs[0]["results"])
    assert results == places(findings)
    rules = {rule["id"] for rule in runs[0]["tool"]["driver"]["rules"]}
    assert rules == {it["rule"] for it in findings}
    assert {it["partialFingerprints"]["copydeskFingerprint/v1"] for it in runs[0]["results"]} == {
        it["fingerprint"] for it in findings
    }


def test_sarif_counts_columns_in_utf16(lint, folder):
    report = json.loads(lint("sarif", "--select", "hearsay", paths=["wire, 50%"]))
    (result,) = report["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    line = (folder / "wire, 50%/a:b #1.txt").read_bytes().decode().split("\r\n")[2].encode("utf-16-le")
    words = line[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)].decode("utf-16-le")
    assert words == "reportedly"


def test_gitlab_is_what_code_climates_types_describe(lint, findings, tmp_path):
    report = lint("gitlab")
    source = tmp_path / "report.ts"
    source.write_text(f"import {{ Issue }} from 'codeclimate-types'\nexport const report: Issue[] = {report}", "utf-8")
    (tmp_path / "node_modules").symlink_to(NPM)
    ran = run("node", NPM / "typescript/bin/tsc", "--noEmit", "--strict", "--skipLibCheck", source)
    assert (ran.stdout, ran.returncode) == ("", 0)
    issues = json.loads(report)
    assert sorted((it["location"]["path"], it["location"]["lines"]["begin"], it["check_name"]) for it in issues) == places(findings)
    # What GitLab's manual asks for beyond Code Climate: each has a severity and a fingerprint of its own.
    assert {it["severity"] for it in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert len({it["fingerprint"] for it in issues}) == len(issues)


def test_gitlabs_fingerprints_stay_when_paragraphs_come_and_go(lint, folder):
    draft = folder / "moved.md"
    first, second = "The inn reportedly closed.\n\n", "Twelve people died: seven in Ayr, three in Troon and one in Irvine, the police said.\n\n"
    prints = set()
    for text in (first + second, second + first, "A new start.\n\n" * 3 + first + "Between.\n\n" + second):
        draft.write_text(text)
        prints.add(frozenset(it["fingerprint"] for it in json.loads(lint("gitlab", paths=["moved.md"]))))
    draft.unlink()
    assert len(prints) == 1 and len(next(iter(prints))) >= 2


def test_junit_is_what_jenkins_schema_allows(lint, findings):
    report = lint("junit")
    xmlschema.XMLSchema(str(CACHE / "formats/junit-10.xsd")).validate(report)
    suites = ElementTree.fromstring(report.encode())
    failures = sorted((it.get("name"), int(it.get("failures"))) for it in suites if it.get("failures") != "0")
    counts = {}
    for it in findings:
        counts[relative(it["path"])] = counts.get(relative(it["path"]), 0) + 1
    assert failures == sorted(counts.items())
    clean = next(it for it in suites if it.get("name") == "clean.md")
    assert (clean.get("tests"), [test.get("name") for test in clean]) == ("1", ["copydesk"])


def test_checkstyle_is_xml_that_holds_every_finding(lint, findings):
    report = ElementTree.fromstring(lint("checkstyle").encode())
    assert report.tag == "checkstyle"
    errors = [(file.get("name"), int(it.get("line")), it.get("source").removeprefix("copydesk.")) for file in report for it in file]
    assert sorted(errors) == places(findings)
    assert {it.get("severity") for file in report for it in file} <= {"error", "warning", "info", "ignore"}


@pytest.mark.parametrize("command", ["lint", "claims"])
def test_the_page_is_html_that_a_validator_takes(lint, folder, command, tmp_path):
    page = lint("html") if command == "lint" else run(COPYDESK, "claims", "--no-config", "--output-format", "html", ".", cwd=folder).stdout
    assert "<article" in page
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / ".htmlvalidate.json").write_text('{"extends": ["html-validate:standard"], "root": true}')
    ran = run("node", NPM / "html-validate/bin/html-validate.mjs", tmp_path / "page.html", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stdout


@pytest.mark.parametrize("name", ["rdjson", "rdjsonl"])
def test_rdjson_is_what_a_reader_of_reviewdogs_format_takes(lint, findings, folder, name, tmp_path):
    text = lint(name)
    diagnostics = json.loads(text)["diagnostics"] if name == "rdjson" else [json.loads(line) for line in text.splitlines()]
    # The reader takes one object a file.
    whole = json.loads(text) if name == "rdjson" else {"diagnostics": diagnostics}
    report = tmp_path / "report.json"
    report.write_text(json.dumps(whole), "utf-8")
    ran = run("node", NPM / "@umbrelladocs/rdformat-validator/bin/rdformat-validator.js", "--strict", "--format", "json", report)
    assert json.loads(ran.stdout)["success"], ran.stdout
    assert sorted((it["location"]["path"], it["location"]["range"]["start"]["line"], it["code"]["value"]) for it in diagnostics) == places(findings)
    for it, finding in zip(sorted(diagnostics, key=lambda it: key(it)), sorted(findings, key=lambda it: (relative(it["path"]), it["span"]["start"], it["rule"]))):
        words = (folder / finding["path"]).read_bytes()[finding["span"]["start"] : finding["span"]["end"]]
        assert cut(folder, it["location"]) == words


def key(it):
    start = it["location"]["range"]["start"]
    return it["location"]["path"], start["line"], start["column"], it["code"]["value"]


def cut(folder, location):
    """The words at a place whose columns count bytes, as reviewdog has it."""
    lines = (folder / location["path"]).read_bytes().splitlines(keepends=True)
    offset = lambda place: sum(map(len, lines[: place["line"] - 1])) + place["column"] - 1
    return b"".join(lines)[offset(location["range"]["start"]) : offset(location["range"]["end"])]


def test_github_commands_are_those_of_its_own_toolkit(lint, findings, tmp_path):
    """The toolkit writes the same findings, and what it escapes is escaped alike."""
    commands = lint("github").splitlines()
    script = tmp_path / "commands.js"
    (tmp_path / "node_modules").symlink_to(NPM)
    script.write_text(
        "const core = require('@actions/core');\n"
        "for (const it of JSON.parse(require('fs').readFileSync(0, 'utf-8')))\n"
        "  core[it.level](it.message, {file: it.file, startLine: it.line, endLine: it.endLine,\n"
        "    startColumn: it.column, endColumn: it.endColumn, title: it.title});\n"
    )
    wanted = []
    for it in findings:
        one_line = it["span"]["line"] == it["span"]["end_line"]
        wanted.append({
            "level": LEVELS[it["severity"]], "message": it["message"], "file": relative(it["path"]), "title": it["rule"],
            "line": it["span"]["line"], "endLine": it["span"]["end_line"],
            "column": it["span"]["column"] if one_line else None, "endColumn": it["span"]["end_column"] if one_line else None,
        })
    ran = run("node", script, input=json.dumps(wanted))
    assert ran.returncode == 0, ran.stderr
    theirs, ours = sorted(map(parts, ran.stdout.splitlines())), sorted(map(parts, commands))
    assert len(theirs) == len(ours) == len(findings)
    for (level, properties, message), (our_level, our_properties, our_message) in zip(theirs, ours):
        assert (level, properties) == (our_level, our_properties)
        assert our_message == message or our_message.startswith(message + "%0A")
    levels = [parts(it)[0] for it in commands]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)


def parts(command):
    """A command as the runner takes it apart: `::name key=value,key=value::message`."""
    head, message = command.removeprefix("::").split("::", 1)
    name, properties = head.split(" ", 1)
    return name, sorted(tuple(it.split("=", 1)) for it in properties.split(",")), message


def test_several_formats_come_from_one_run(folder, lint, tmp_path):
    text = lint("sarif", "--output-file", str(tmp_path / "a.sarif"), "--output-format", "junit", "-o", str(tmp_path / "a.xml"), "--output-format", "concise")
    assert text == lint("concise")
    assert (tmp_path / "a.sarif").read_text("utf-8") == lint("sarif")
    assert (tmp_path / "a.xml").read_text("utf-8") == lint("junit")
    assert sorted(os.listdir(tmp_path)) == ["a.sarif", "a.xml"]
