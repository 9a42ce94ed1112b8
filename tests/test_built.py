"""A built site as those see it who look it over: every file once, in order, and every element of a page."""

from library.built import BuiltPage, Look, look_over


def test_files_come_in_the_order_of_their_paths_parts(tmp_path):
    names = ["a/b/x.html", "a/c.html", "a-b/x.html", "index.html"]
    for name in reversed(names):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    shown = []
    look_over(tmp_path, [Look(shown.append)])
    assert [file.name for file in shown] == names


def test_all_who_look_are_shown_the_same_file_and_tell_in_their_order_when_all_were_shown(tmp_path):
    (tmp_path / "a.html").write_text("<p id=x>", encoding="utf-8")
    (tmp_path / "b.css").write_text("p {}", encoding="utf-8")
    first, second, told = [], [], []
    looks = (Look(first.append, lambda: told.append(len(second))), Look(second.append, lambda: told.append("last")))
    look_over(tmp_path, looks)
    assert [file.name for file in first] == ["a.html", "b.css"]
    assert all(file is other for file, other in zip(first, second, strict=True))
    assert first[0].page is second[0].page, "it is parsed once"
    assert told == [2, "last"]


def test_every_element_of_a_page_is_there_and_nothing_else():
    head = '<meta name="library:source" content="guides/x.yaml">'
    page = BuiltPage(f"<!-- a --><html><head>{head}</head><body><!-- b --><svg><use href='#x'/></svg><p hidden>c")
    assert [tag for tag, _ in page.elements] == ["html", "head", "meta", "body", "svg", "use", "p"]
    assert page.elements[-1] == ("p", {"hidden": None})
    assert page.source == "guides/x.yaml"


def test_the_ids_of_a_page_come_in_order_and_as_often_as_they_stand():
    page = BuiltPage("<p id=b><i id>x</i><a name=c id=a>y</a><p id=b>")
    assert page.ids == ("b", "", "a", "b")
