"""The real site, really built: strict, linked, described, and found by search."""

import json
import re
import subprocess

import jsonschema
import pytest
from conftest import ROOT, build, build_with
from library.links import check
from library.site import theme
from tiny_library import GUIDE, spoil


@pytest.mark.sweep
def test_every_link_of_the_site_holds(site):
    faults, count = check(site)
    assert faults == []
    assert count > 500


def test_the_data_and_its_schema_are_published(site):
    data = json.loads((site / "data" / "library.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, json.loads((site / "schema" / "library.json").read_text(encoding="utf-8")))
    questions = {bank["id"]: len(bank["questions"]) for bank in data["question_banks"]}
    assert questions["mcclure-questions"] == 22


def test_a_page_describes_itself(site):
    page = (site / "guides" / "relationship-based-practice" / "index.html").read_text(encoding="utf-8")
    facts = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1])
    assert (facts["@type"], facts["name"]) == ("LearningResource", "Relationship-based practice")
    assert re.fullmatch(r"PT\d+M", facts["timeRequired"])
    for wanted in ('rel="canonical"', 'property="og:title"', 'name="description"', "source/guides/relationship-based"):
        assert wanted in page
    assert "guides/relationship-based-practice/" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_edit_links_lead_to_the_yaml(tiny_project):
    settings = {"REPO_URL": "https://git.example.org/library", "EDIT_URI": "edit/main/docs/"}
    done = build(tiny_project, tiny_project / "out", SHEETS="none", **settings)
    assert done.returncode == 0, done.stderr
    page = (tiny_project / "out" / "guides" / "listening" / "index.html").read_text(encoding="utf-8")
    assert f"https://git.example.org/library/edit/main/{GUIDE}" in page.replace("docs/../", "")


def test_pages_carry_no_guide_in_their_navigation(site):
    page = (site / "privacy" / "index.html").read_text(encoding="utf-8")
    assert "relationship-based-practice/" not in page.replace("topics/relationship-based-practice/", "")


def test_a_wrong_guide_stops_the_build(tiny_project):
    line = spoil(tiny_project, GUIDE, "intensity: heavy", "intensity: wild")
    done = build(tiny_project, tiny_project / "out")
    assert done.returncode == 1
    assert f"{GUIDE}:{line}  " in done.stdout + done.stderr
    assert "intensity: should be one of 'light', 'moderate', 'heavy'; found 'wild'." in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (tiny_project / "out" / "index.html").exists()


def test_a_broken_markdown_link_stops_the_build(tiny_project):
    done = build_with(tiny_project, "[x](nope.md)")
    assert done.returncode == 1
    assert "privacy.md" in done.stderr


def test_a_broken_html_link_stops_the_build_with_the_file_to_edit(tiny_project):
    done = build_with(tiny_project, '<a href="/nope/">x</a>')
    assert done.returncode == 1
    assert "Edit docs/privacy.md." in done.stderr


@pytest.mark.parametrize(
    "path",
    ["", "guides/relationship-based-practice/", "sessions/space-to-think/", "wheels/grrraacceeesss/", "resources/"],
)
def test_nothing_is_wider_than_a_small_phone_and_nobody_else_is_asked(page, address, path):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [one for one in asked if not one.startswith((address, "data:", "blob:"))] == []


def test_the_repository_holds_no_machine_made_files():
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    assert [
        file for file in files if file.startswith((".venv/", "site/")) or file.endswith((".min.js", ".woff2"))
    ] == []


def test_a_theme_that_changed_under_our_templates_is_named(tmp_path):
    for one in theme.OVERRIDES:
        (tmp_path / one.template).write_text("changed", encoding="utf-8")
        assert (ROOT / "docs" / ".overrides" / one.template).is_file()
        assert len(one.mends) > 40
    with pytest.raises(theme.ThemeChanged) as changed:
        theme.check(tmp_path)
    for one in theme.OVERRIDES:
        assert f"{one.template} is new or changed in Material" in str(changed.value)
