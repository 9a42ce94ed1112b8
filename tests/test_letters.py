"""Letters on paper: what the typefaces lend each other, and what the check says of letters that none of them has."""

import re
import unicodedata
from contextlib import suppress

import pypdfium2 as pdfium
import pytest
import typst
import yaml
from conftest import some_first
from library import load, rules
from library.delivery.fonts import PAPER, paper_letters
from library.formats.failures import SheetError
from library.formats.paper.letters import INSTEAD, lacking
from library.formats.paper.proofs import read_proofs
from library.formats.paper.typesetting import TEMPLATES
from library.formats.sheets import sheets
from library.rules import copies
from library.sources import FOLDERS
from pydantic import ValidationError
from tiny_library import ADDRESS, BANK, FONTS, GUIDE, PROJECT, RECORD, SESSION, WHEEL, reworded, spoil, tiny_library
from yaml_files import read

LETTERS = paper_letters(PROJECT / "node_modules")
STEP = "What did you notice?"
QUESTION = "What happened?"


def write(root, path, old, new):
    """Change words in a file; say on which line they stand, counted from 1."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old, text.count(old))
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def proofs(root, press):
    return sorted(map(str, read_proofs(load(root), root, ADDRESS, press, LETTERS, lambda said: None)))


def test_sheets_name_the_typefaces_that_npm_brings_and_no_others():
    named = re.search(r"#let typefaces = \((.+)\)", (TEMPLATES / "sheet.typ").read_text(encoding="utf-8"))[1]
    assert re.findall(r'"([^"]+)"', named) == [one.family for one in PAPER]
    folders = [str(one) for one in FONTS]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    assert fonts.families() == sorted(one.family for one in PAPER)


def test_every_letter_that_the_check_lets_through_is_shown_in_every_style(tmp_path):
    template = tmp_path / "all.typ"
    families = ", ".join(f'"{one.family}"' for one in PAPER)
    template.write_text(
        f'#set document(title: "x")\n#set text(font: ({families}), lang: "en", fallback: false)\n'
        "#let it = sys.inputs.letters\n#it #emph(it) #strong(it) #strong(emph(it))",
        encoding="utf-8",
    )
    known = " ".join(chr(one) for one in sorted(frozenset.union(*LETTERS)) if not any(lacking(chr(one), LETTERS)))
    known = known.replace("\0", "")  # no file of ours can hold it
    assert len(known) > 10_000
    compiler = typst.Compiler(root=str(tmp_path), font_paths=[str(one) for one in FONTS], ignore_system_fonts=True)
    shown = {"sys_inputs": {"letters": known}, "pdf_standards": ["ua-1"]}
    assert compiler.compile(str(template), format="pdf", **shown).startswith(b"%PDF")
    with pytest.raises(typst.TypstError):
        compiler.compile(str(template), format="pdf", sys_inputs={"letters": "🙂"}, pdf_standards=["ua-1"])


CARRIED = "→ ← ↑ ↓ ↔ ⇒ ⇐ ↗ ➜ ✓ ✔ ✗ ✘ ☐ ☑ ☒ □ ■ • ◦ ● ○ ★ ☆ ½ ¼ ⅓ ⅔ ⅛ × ÷ ± ≈ ≠ ≤ ≥ ∞ √ ① ⚧ ⚠ Ọmọ Việt Привет Ωμέγα ŵŷ"


def test_arrows_ticks_boxes_stars_fractions_and_signs_are_printed(tiny, press):
    write(tiny, GUIDE, STEP, f"Tick ✔️ and go {CARRIED}")
    assert proofs(tiny, press) == []
    made = {one.path: one for one in sheets(load(tiny), ADDRESS)}
    for name in ("handout", "handout-large", "facilitator-sheet", "pack"):
        read = pdfium.PdfDocument(press.make(made[f"handouts/listening-{name}.pdf"]))
        text = " ".join(page.get_textpage().get_text_range() for page in read)
        missing = [one for one in CARRIED.split() if unicodedata.normalize("NFC", one) not in text]
        assert missing == [], name


TOLD = {
    "an emoji in a record's hint, told at the record and not at the guides whose packs hold it": (
        RECORD,
        "hint: The date alone.",
        "hint: 🙂 The date alone.",
        "heading 1, hint: holds '🙂' (slightly smiling face, U+1F642), which no typeface for paper has; "
        "write it in words, or leave it out.",
    ),
    "a Hebrew word in a prompt": (
        GUIDE,
        STEP,
        "What does שלום mean to you?",
        "plan, part 2, step 1, prompt 1, text: holds 'שלום' (hebrew letter shin, U+05E9, and 3 more), which no "
        "typeface for paper has; write it in our alphabet, or leave it out.",
    ),
    "a family of emoji on a card": (
        BANK,
        QUESTION,
        "Who else was there 👩‍👧?",
        "question 1, text: holds '👩👧' (woman, U+1F469, and 1 more), which no typeface for paper has; "
        "write it in words, or leave it out.",
    ),
    "four at once": (
        BANK,
        QUESTION,
        "✅ or ❌, 中, 🙂?",
        "question 1, text: holds letters that no typeface for paper has: '✅' (white heavy check mark, U+2705; write "
        "'✓'), '❌' (cross mark, U+274C; write '✗'), '中' (cjk unified ideograph-4e2d, U+4E2D; write it in our "
        "alphabet, or leave it out) and 1 more.",
    ),
    "brackets of another width": (
        BANK,
        QUESTION,
        "What （happened)?",
        "question 1, text: holds '（' (fullwidth left parenthesis, U+FF08), which no typeface for paper has; "
        "write '('.",
    ),
    "a space of another width": (
        BANK,
        QUESTION,
        '"What\\u3000happened?"',
        "question 1, text: holds something that can't be seen alone (ideographic space, U+3000), which no typeface for "
        "paper has; write an ordinary space.",
    ),
    "a mark from elsewhere that pasting left behind": (
        BANK,
        QUESTION,
        '"What\\ufeff happened?"',
        "question 1, text: holds something that can't be seen alone (zero width no-break space, U+FEFF), which no "
        "typeface for paper has; delete it.",
    ),
    "an accent on a sign of another typeface": (
        BANK,
        QUESTION,
        '"What \\u2610\\u0338 happened?"',
        "question 1, text: holds '☐̸' (combining long solidus overlay, U+0338), which no typeface for paper has; "
        "write it in words, or leave it out.",
    ),
    "a word without a break": (
        BANK,
        QUESTION,
        f"What did you {'do' * 40}?",
        f"question 1, text: has a word of 81 letters, '{'do' * 29}d…', and no line on paper holds it; break it up, or "
        "write it shorter.",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_what_no_typeface_has_is_told_once_with_its_name_and_what_to_write(tiny, press, case):
    path, old, new, said = TOLD[case]
    line = write(tiny, path, old, new)
    [told] = proofs(tiny, press)
    words, _, code = told.removesuffix("]").rpartition(" [")
    assert words == f"{path}:{line}  {said}"
    assert code in ("letter-not-printed", "letters-not-printed", "word-too-long")


@pytest.mark.parametrize(
    ("path", "old", "new", "where"),
    [
        (
            "resources.yaml",
            "publisher: The Listening",
            "publisher: The 🙂 Listening",
            ", publisher: holds",
        ),
        ("guides/shared/safety.yaml", "title: ", "title: 🙂 ", None),
        ("guides/shared/safety.yaml", "  pause: ", "  pause: 🙂 ", ", pause: holds"),
        ("guides/shared/texts.yaml", "title: ", "title: 🙂 ", ", title: holds"),
        ("guides/shared/topics.yaml", "label: ", "label: 🙂 ", None),
        (GUIDE, "aliases: [", "aliases: [🙂 ", None),
        (GUIDE, "title: ", "title: 🙂 ", "  title: holds"),
        (GUIDE, "kit: [", "kit: [🙂 ", ", kit 1: holds"),
        (SESSION, "people: ", "people: 🙂 ", ", people: holds"),
        (WHEEL, "title: ", "title: 🙂 ", "  title: holds"),
        (BANK, "\nattribution: ", "\nattribution: 🙂 ", "  attribution: holds"),
    ],
)
def test_a_letter_is_told_at_the_file_that_holds_it_where_it_is_printed_and_nowhere_else(
    tiny, press, path, old, new, where
):
    text = (tiny / path).read_text(encoding="utf-8")
    assert old in text, "the content has changed; name another text of the same kind"
    (tiny / path).write_text(text.replace(old, new, 22 if old.startswith("publisher") else 1), encoding="utf-8")
    told = proofs(tiny, press)
    if where is None:
        assert told == []
    else:
        assert told
        for one in told:
            number = int(re.match(rf"{re.escape(path)}:(\d+)  ", one)[1])
            assert where in one
            assert "🙂" in (tiny / path).read_text(encoding="utf-8").splitlines()[number - 1]
        assert len(told) == len(set(told))


def test_a_letter_in_a_long_text_is_told_at_its_own_line_and_what_is_on_the_page_alone_is_not_looked_at(tiny, press):
    spoil(
        tiny, BANK, "introduction: For the first minutes.", "introduction: >-\n      For the first\n      🙂 minutes."
    )
    spoil(tiny, BANK, "introduction: Choose one", "introduction: 🙂 Choose one")
    lines = (tiny / BANK).read_text(encoding="utf-8").splitlines()
    on_cards, on_page = (n for n, line in reversed(list(enumerate(lines, 1))) if "🙂" in line)
    assert on_page < on_cards
    assert [told.partition("  ")[0] for told in proofs(tiny, press)] == [f"{BANK}:{on_cards}"]


def test_what_is_advised_can_be_printed():
    assert not [one for one in INSTEAD if not any(lacking(one, LETTERS))], "what can be printed needs no advice"
    assert not [one for one in INSTEAD.values() if any(lacking(one, LETTERS))]


ODD = {
    "right to left, marks nobody sees, soft hyphens and joiners, and words that look like markup": (
        "a\u200fb\u200ec\u2060d\u200be a\u00adb\u034fc\ufe0f #panic() $x$ @b [c \\ {d} ]]>"
    ),
    "marks without a letter": "\u0301\u0308\u20dd",
    "nothing to see": "\u200b",
    "a hundred long words": "conscientiousness " * 14 + "end",
    "six thousand characters": ("What came of it? " * 352)[:5990],
    "a word of three hundred letters": "w" * 300,
    "signs and letters": CARRIED,
    "what no typeface has": "שלום 🙂 中",
}


@pytest.mark.parametrize("case", some_first(ODD, ["signs and letters"]))
def test_what_passes_the_check_is_made_in_every_format_and_the_rest_is_told_in_our_words(
    tiny, press, case, monkeypatch
):
    """Each text of every kind of document is odd at once, where the model lets it be."""
    some = ("guides/questions", "guides/sessions") if len(ODD[case]) > 5000 else tuple(FOLDERS)  # a minute less to wait
    apart = tuple(rule for rule in rules.OF_THE_LIBRARY if rule.__module__ != copies.__name__)
    monkeypatch.setattr(rules, "OF_THE_LIBRARY", apart)  # every text is the same here
    library = odd(tiny, ODD[case], some)
    problems = list(read_proofs(library, tiny, ADDRESS, press, LETTERS, lambda said: None))
    assert not [one for one in problems if "no mistake of yours" in one.sentence or "PDF/UA" in one.sentence]
    if not problems:
        failed = [one for _, one in press.make_all(sheets(library, ADDRESS), lambda said: None)]
        assert [str(one) for one in failed if isinstance(one, SheetError)] == []


FAR_TOO_MUCH = [f"word{number}" for number in range(500)]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("listening-facilitator-sheet-large", "Say what the session is for."),
        ("map-guide-large", "What somebody likes to hear."),
        ("pairs-role-cards-large", "Speak of your own work."),
    ],
)
def test_no_word_runs_off_the_paper_where_a_text_is_taller_than_a_page(press, path, words):
    sheet = next(one for one in sheets(tiny_library(), ADDRESS) if one.path == f"handouts/{path}.pdf")
    read = pdfium.PdfDocument(press.make(reworded(sheet, words, " ".join(FAR_TOO_MUCH))))
    shown = {word for page in read for word in page.get_textpage().get_text_bounded().split()}
    assert [word for word in FAR_TOO_MUCH if word not in shown] == []


def odd(root, text, folders):
    """The content with every title, text and list entry replaced, one after another, where the content stays sound."""
    for folder in folders:
        shelf = FOLDERS[folder]
        for file in sorted((root / folder).glob("*.yaml")):
            written = read(file, file.name).data
            for road in list(roads(written)):
                was = at(written, road)
                end = f" {file.stem[:3]} {shelf.key[:3]}" if road == ("title",) else ""  # no two titles are alike
                for new in (text + end, was[0] + text, was):  # a wheel's word starts with its letter
                    at(written, road, new)
                    with suppress(ValidationError):
                        shelf.model.model_validate({**written, "id": file.stem})
                        break
            file.write_text(yaml.safe_dump(written, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return load(root)


def is_of_a_bank(name, value):
    """Whether a value names questions of a bank, as a wheel does."""
    return name == "questions" and all(isinstance(each, str) for each in value)


def roads(content, road=()):
    """The road to each text that holds words: ids, links and dates stay as they are."""
    if isinstance(content, dict):
        for name, value in content.items():
            if name not in {"id", "link", "revised", "review_by"} and not is_of_a_bank(name, value):
                yield from roads(value, (*road, name))
    elif isinstance(content, list):
        for number, value in enumerate(content):
            yield from roads(value, (*road, number))
    elif isinstance(content, str) and content and not re.fullmatch(r"[a-z0-9-]+", content):
        yield road


def at(content, road, new=None):
    """What stands at the end of a road; with `new`, put that there."""
    for name in road[:-1]:
        content = content[name]
    if new is not None:
        content[road[-1]] = new
    return content[road[-1]]
