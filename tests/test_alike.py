"""Parts of the frame that many pages show alike are written once for each place, and stay right on every page."""

from functools import partial
from itertools import count
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment
from library.formats.html.alike import Alike

LISTED = ("", "guides/", "maintain/review/")


def a_page(frame, url, **facts):
    return frame.get_template("page").render(page=url and SimpleNamespace(url=url), facts=facts)


def a_frame():
    """A frame with a part that says how many times it was written."""
    page = "{% set title = 'Own' %}{{ alike('part', **facts) }}"
    part = "{{ counted() }} {{ told | default('') }} {{ title | default('') }}"
    frame = Environment(loader=DictLoader({"page": page, "part": part}), autoescape=True)
    frame.globals |= {"alike": Alike(frame, LISTED).part, "counted": partial(next, count())}
    return frame


@pytest.mark.parametrize(
    ("address", "place"),
    {
        "guides/": ("guides/", 0),
        "guides/one/": ("guides/", 1),
        "guides/one/safety/": ("guides/", 2),
        "maintain/": ("maintain/", 0),
        "maintain/links/": ("maintain/", 1),
        "maintain/review/": ("maintain/review/", 0),
        "run/one/follow/": ("", 3),
        "": ("", 0),
    }.items(),
)
def test_a_page_stands_below_the_last_folder_that_leads_to_a_listed_page(address, place):
    assert Alike(Environment(autoescape=True), LISTED).place_of(address) == place


def test_a_part_is_written_once_for_the_pages_of_a_place_that_give_it_the_same():
    frame = a_frame()
    first = a_page(frame, "guides/one/")
    assert a_page(frame, "guides/two/") == first
    assert a_page(frame, "guides/two/safety/") != first
    assert a_page(frame, "guides/two/", told="bare") != first
    assert a_page(frame, "guides/one/", told="bare") == a_page(frame, "guides/two/", told="bare")


def test_a_part_knows_nothing_that_a_page_says_of_itself():
    assert "Own" not in a_page(a_frame(), "guides/one/")


def test_a_part_of_what_is_no_page_is_written_anew():
    frame = a_frame()
    assert a_page(frame, None) != a_page(frame, None)
