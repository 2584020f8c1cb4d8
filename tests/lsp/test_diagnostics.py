"""Findings as diagnostics, pushed and pulled, in every position encoding."""

import pytest
from conftest import VALLEY
from lsprotocol import types


async def test_findings_are_pushed_with_the_version_and_their_places(desk):
    desk = desk.desk.open()
    found = await desk.published()
    assert desk.shown(found) == [("unattributed-figure", "340"), ("inconsistent-total", "14")]
    total = found[1]
    assert [desk.place.of(other.location.range) for other in total.related_information] == ["6", "7"]
    assert total.source == "copydesk"
    assert total.code_description.href.endswith("#inconsistent-total")
    assert set(total.data) == {"fingerprint"}


async def test_an_edit_brings_the_findings_of_its_own_version(desk):
    desk = desk.desk.open()
    await desk.published()
    desk.replace("7 from Sand Bay", "8 from Sand Bay")
    assert desk.shown(await desk.published()) == [("unattributed-figure", "340")]
    desk.replace("The blast wrecked 340 boats.", "")
    assert await desk.published() == []


async def test_closing_takes_the_findings_back(desk):
    desk = desk.desk.open()
    await desk.published()
    desk.close()
    await desk.until(lambda: not desk.client.diagnostics[desk.name])
    desk.open()
    assert len(await desk.published()) == 2


async def test_findings_are_pulled_and_named(puller):
    desk = puller.desk.open()
    report = await desk.pulled()
    assert report.kind == "full"
    assert desk.shown(report.items) == [("unattributed-figure", "340"), ("inconsistent-total", "14")]
    again = await desk.pulled(report.result_id)
    assert (again.kind, again.result_id) == ("unchanged", report.result_id)
    desk.replace("340 boats", "two boats")
    changed = await desk.pulled(report.result_id)
    assert desk.shown(changed.items) == [("inconsistent-total", "14")]
    assert desk.name not in puller.versions, "what is pulled is not pushed as well"


async def test_findings_are_pulled_for_all_drafts_in_the_folder(puller, story):
    desk = puller.desk
    (desk.root / "other.txt").write_text("Sources say the pier is lost.\n")
    (desk.root / "ignored.txt").write_text("Sources say the pier is lost.\n")
    (desk.root / ".copydeskignore").write_text("ignored.txt\n")
    desk.open()
    ask = puller.workspace_diagnostic_async
    report = await ask(types.WorkspaceDiagnosticParams(previous_result_ids=[]))
    by_name = {item.uri.rsplit("/", 1)[1]: item for item in report.items}
    assert set(by_name) == {"harbour.md", "other.txt"}
    assert by_name["harbour.md"].version == desk.version
    assert [found.code for found in by_name["other.txt"].items] == ["bare-source"]
    known = [types.PreviousResultId(uri=item.uri, value=item.result_id) for item in report.items]
    again = await ask(types.WorkspaceDiagnosticParams(previous_result_ids=known))
    assert [item.kind for item in again.items] == ["unchanged", "unchanged"]


async def test_a_file_that_is_closed_has_nothing_to_pull(puller):
    desk = puller.desk.open()
    report = await desk.pulled()
    desk.close()
    assert list((await desk.pulled(report.result_id)).items) == []


async def test_a_finding_points_at_the_other_mention_of_a_figure(desk):
    desk = desk.desk.open(VALLEY, "valley.md")
    found = {diagnostic.code: diagnostic for diagnostic in await desk.published()}
    caption = found["caption-mismatch"]
    assert desk.place.of(caption.range) == "321"
    (other,) = caption.related_information
    assert (desk.place.of(other.location.range), other.location.uri, other.message) == ("312", desk.name, "312 here")


async def test_a_mark_that_waives_nothing_is_shown_as_unnecessary(desk):
    desk = desk.desk.open(VALLEY, "valley.md")
    tagged = {diagnostic.code: list(diagnostic.tags) for diagnostic in await desk.published() if diagnostic.tags}
    assert tagged == {"unused-stet": [types.DiagnosticTag.Unnecessary]}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
async def test_edits_behind_letters_of_every_width_land_where_they_were_made(desk, end):
    lines = ["💣 Fire", "", "“Né e\u0301” 👩‍🚒 The pier is reportedly lost.", "", "The quay is reportedly lost.", ""]
    desk = desk.desk.open("\n".join(lines).replace("\n", end), "pier.txt", "plaintext")
    # A return before a line feed stands behind every column of its line.
    desk.place.text = desk.place.text.replace("\r\n", "\n")
    assert desk.shown(await desk.published()) == [("hearsay", "reportedly")] * 2
    desk.replace("The pier is reportedly", "The pier is")
    assert desk.shown(await desk.published()) == [("hearsay", "reportedly")]
    desk.replace("The quay", "“💣” The quay")
    assert [diagnostic.range for diagnostic in await desk.published()] == [desk.place.range("reportedly")]


async def test_an_edit_whose_ends_lie_within_letters_takes_them_from_their_starts(desk):
    desk = desk.desk.open("Fire\n\n💣 The pier💣 is reportedly lost.\n", "pier.txt", "plaintext")
    await desk.published()
    # Half of either character, where the encoding has halves.
    half = desk.place.width("💣") // 2
    start, end = desk.place.at("💣 The"), desk.place.at("💣 is")
    start.character, end.character = start.character + half, end.character + half
    change = types.TextDocumentContentChangePartial(range=types.Range(start=start, end=end), text="The mole ")
    desk.change(change)
    desk.place.text = "Fire\n\nThe mole 💣 is reportedly lost.\n"
    assert [diagnostic.range for diagnostic in await desk.published()] == [desk.place.range("reportedly")]
