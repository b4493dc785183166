"""Cases on the move: to a colleague, to a file and back; and a device that will not keep them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.site.conftest import Open
from tests.site.filling import choose, clipboard
from tests.site.test_case import HOSTILE, LATE, kept, later, start, toast

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def cases(page: Page) -> list[dict[str, Any]]:
    """The cases on the device."""
    return [json.loads(text) for key, text in kept(page).items() if key.startswith("opptur.case.")]


def link_to(page: Page) -> str:
    """The link that hands the case over."""
    page.locator("[data-hand-over]").click()
    page.get_by_role("dialog").get_by_role("button", name="Behold den åpen").click()
    return clipboard(page)


def test_a_link_hands_a_case_over_when_the_receiver_agrees(open_page: Open) -> None:
    """The case lies behind the hash, is sent to no server, and is stored with the receiver only after a yes."""
    page = open_page(LATE)
    start(page, HOSTILE)
    choose(page, "first_notice_we_found", "sms").locator("[data-field=order_no]").fill("40127")
    page.locator("[data-step='first_hour/1'] input").check()
    link, sent = link_to(page), cases(page)[0]
    assert "40127" not in link
    other = open_page("/how-to-use/")
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.clock.set_fixed_time("2026-11-25T08:30:00+01:00")
    other.goto(link)
    dialog = other.get_by_role("dialog")
    dialog.wait_for()
    assert HOSTILE in str(dialog.text_content())
    assert cases(other) == []
    dialog.get_by_role("button", name="Ikke lagre").click()
    assert cases(other) == []
    assert "#" not in other.url
    other.goto("about:blank")
    other.goto(link)
    dialog.get_by_role("button", name="Lagre", exact=True).click()
    other.locator("[data-promise]").wait_for()
    got = cases(other)[0]
    unlike = {key for key in sent if sent[key] != got[key]}
    assert unlike == {"changed", "log"}
    assert got["log"][:-1] == sent["log"][:-1]
    assert sent["log"][-1][1] == "handed"
    assert got["log"][-1][1] == "received"
    assert not any("case=1" in url for url in asked)


@pytest.mark.parametrize("cut", [20, -10], ids=["short", "damaged"])
def test_a_damaged_link_is_told(open_page: Open, cut: int) -> None:
    """A link that was cut off or is for another play is said to be damaged; nothing is stored."""
    page = open_page(LATE)
    start(page)
    link = link_to(page)
    mark = link.index("#case=1.")
    other = open_page("/how-to-use/")
    other.goto(link[: mark + cut] if cut > 0 else link[:cut])
    assert "ødelagt" in toast(other)
    other.goto("about:blank")
    other.goto(link.replace("delivery/late-delivery", "invoicing/incorrect-invoice"))
    assert "ødelagt" in toast(other)
    assert cases(other) == []


def test_a_backup_is_restored_on_another_device(open_page: Open, tmp_path: Path) -> None:
    """All cases and the seller's own values go to a file and come back; of two versions the later one stays."""
    page = open_page(LATE)
    start(page, HOSTILE)
    choose(page, "first_notice_we_found", "sms").locator("[data-field=seller]").fill("Line Berg")
    page.goto(page.url.split("/delivery")[0] + "/cases/")
    with page.expect_download() as waiting:
        page.locator("[data-backup]").click()
    file = tmp_path / "opptur.json"
    waiting.value.save_as(file)
    other = open_page("/cases/")
    other.locator("input[type=file]").set_input_files(file)
    assert toast(other).startswith("Saker hentet: 1.")
    assert cases(other) == cases(page)
    assert json.loads(kept(other)["opptur.me"])["seller"] == "Line Berg"
    assert other.locator(".cases__play").text_content() == "Forsinket levering"
    other.locator("input[type=file]").set_input_files(file)
    other.wait_for_function("document.querySelector('.toast').textContent.startsWith('Saker hentet: 0 av 1')")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cases": [1]}', '{"cases": [{"v": 1, "id": "../x"}]}'])
def test_a_file_that_is_no_backup_changes_nothing(open_page: Open, tmp_path: Path, text: str) -> None:
    """Anything else is refused in plain words."""
    file = tmp_path / "x.json"
    file.write_text(text, encoding="utf-8")
    page = open_page("/cases/")
    page.locator("input[type=file]").set_input_files(file)
    assert "ikke en sikkerhetskopi" in toast(page)
    assert kept(page) == {}


def test_handing_over_can_close_the_case_here(open_page: Open) -> None:
    """One owner: the sender may close the case in the same breath, and keeps it closed when the link comes back."""
    page = open_page(LATE)
    start(page)
    page.locator("[data-hand-over]").click()
    page.get_by_role("dialog").get_by_role("button", name="Lukk hos meg").click()
    page.wait_for_function("document.querySelector('[data-promise]').textContent === 'Saken er lukket'")
    link = clipboard(page)
    page.goto("about:blank")
    page.goto(link)
    page.get_by_role("dialog").get_by_role("button", name="Behold min").click()
    assert "Ingenting ble endret." in toast(page)


def test_wiping_leaves_nothing(open_page: Open) -> None:
    """After a yes there is nothing of ours in either storage, and the page is as for a stranger."""
    page = open_page(LATE)
    start(page)
    page.get_by_role("button", name="Bytt mellom").click()
    page.goto(page.url.split("?")[0])
    choose(page, "first_notice_we_found", "sms").locator("[data-field=order_no]").fill("40127")
    page.goto(page.url.split("/delivery")[0] + "/cases/")
    page.locator("[data-wipe]").click()
    page.get_by_role("dialog").get_by_role("button", name="Slett alt").click()
    page.locator(".cases__none").wait_for()
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.context.cookies() == []
    assert not page.locator(".bar").is_visible()


def test_old_cases_are_offered_for_deletion(open_page: Open) -> None:
    """After ninety days without a change, and not a day before."""
    page = open_page(LATE)
    start(page)
    page.goto(page.url.split("/delivery")[0] + "/cases/")
    later(page, "2027-02-22T08:00:00+01:00")
    assert page.locator("[data-old]").count() == 0
    later(page, "2027-02-23T08:30:00+01:00")
    assert "90 dager: 1" in str(page.locator("[data-old]").text_content())
    page.locator("[data-old] button").click()
    page.get_by_role("dialog").get_by_role("button", name="Slett").click()
    page.locator(".cases__none").wait_for()
    assert cases(page) == []


def test_a_damaged_case_is_told_and_the_others_stand(open_page: Open) -> None:
    """What cannot be read is left where it is, can be saved as a file, and is deleted only after a yes."""
    page = open_page(LATE)
    start(page)
    page.evaluate("localStorage.setItem('opptur.case.aaaaaaaa', '{\"v\":1,')")
    page.goto(page.url.split("/delivery")[0] + "/cases/")
    assert page.locator(".cases__name").count() == 1
    with page.expect_download() as waiting:
        page.locator("[data-damaged] button").first.click()
    assert '{"v":1,' in Path(str(waiting.value.path())).read_text(encoding="utf-8")
    page.locator("[data-damaged] button").last.click()
    page.get_by_role("dialog").get_by_role("button", name="Slett det").click()
    page.wait_for_function("!document.querySelector('[data-damaged]')")
    assert len(cases(page)) == 1


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"


@pytest.mark.parametrize(("how", "said"), [(FULL, "ikke plass"), (BLOCKED, "lar oss ikke lagre")], ids=["full", "blocked"])
def test_a_device_that_will_not_keep_anything_is_told_and_nothing_is_lost_from_view(open_page: Open, how: str, said: str) -> None:
    """The page says why, and the case, its ticks and all that is typed stay as long as the page is open."""
    page = open_page("/how-to-use/")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.context.add_init_script(how)
    page.goto(page.url.replace("/how-to-use/", LATE))
    start(page)
    page.locator("[data-step='first_hour/1'] input").check()
    choose(page, "first_notice_we_found", "sms").locator("[data-field=order_no]").fill("40127")
    assert said in str(page.locator(".case__trouble").text_content())
    assert page.locator(".step__tick input:checked").count() == 1
    assert "40127" in choose(page, "bad_news", "sms").locator("[data-preview]").inner_text()
    page.locator("[data-copy-log]").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('40127'))")
    assert errors == []


def test_two_tabs_agree(open_page: Open) -> None:
    """What is ticked in one tab is ticked in the other."""
    page = open_page(LATE)
    start(page)
    other = page.context.new_page()
    other.goto(page.url)
    page.locator("[data-step='first_hour/2'] input").check()
    other.wait_for_function("document.querySelector(\"[data-step='first_hour/2'] input\").checked")
