"""What is said twice: a document that is nearly another is told, and a little that two documents share is not."""

from library import ContentError, load
from tiny_library import GUIDE, spoil

COPY = "guides/attending.yaml"
QUESTIONS = (
    "When did somebody last listen to you?",
    "What did you notice?",
    "What would you have *missed* on a busy day?",
)
THINGS = ("story", "joke", "silence", "noise", "list", "answer", "door", "letter", "meeting", "visit", "phone", "child")
LONG = " ".join(f"Whoever waits for the {thing} to end hears what stood behind it." for thing in THINGS)
OWN = " ".join(f"Some say that a {thing} asks for two who both look at once." for thing in THINGS)


def copied(root, *changes):
    """Copy the guide, with a title and questions of its own."""
    spoil(root, GUIDE, "Listening looks easy.", f"Listening looks easy. {LONG}")
    text = (root / GUIDE).read_text(encoding="utf-8").replace("title: Listening", "title: Attending", 1)
    for number, question in enumerate(QUESTIONS):
        text = text.replace(question, f"Which question is number {number}?")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (root / COPY).write_text(text, encoding="utf-8")
    return root


def told(root):
    """What the check says of a folder: path and sentence of each problem."""
    try:
        load(root)
    except ContentError as error:
        return [(problem.path, str(problem.sentence)) for problem in error.problems]
    return []


def test_a_copy_with_another_title_is_told_once_with_what_it_is_a_copy_of(tiny):
    [(path, sentence)] = told(copied(tiny))
    assert path == GUIDE
    assert sentence.startswith("says for the most part what guide 'attending' says (")


def test_a_document_mostly_in_words_of_its_own_is_no_copy(tiny):
    assert told(copied(tiny, (LONG, OWN))) == []


def test_a_question_is_told_in_the_second_document_whatever_its_capitals_and_marks(tiny):
    sentences = told(copied(tiny, (LONG, OWN), ("Which question is number 1?", "What  Did you *notice*")))
    assert [path for path, _ in sentences] == [GUIDE]
    assert sentences[0][1].startswith("asks 'What did you notice?', which guide 'attending' asks already;")
