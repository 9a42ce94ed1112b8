"""Letters that hide, move, end or break something, that few typefaces have, or that are simply many."""

LETTERS: dict[str, str] = {
    "terminal": "\x1b[31mred\x1b[0m \x1b]0;home\x07",
    "backspace": "safe\x08\x08\x08\x08not",
    "null": "this\x00that",
    "delete": "this\x7fthat",
    "control-of-eight-bits": "this\x9b31mthat\x85those",
    "vertical-tab": "this\x0bthat\x0cthose\x1cthese",
    "bidi-override": "this \u202egnp.exe\u202c that",
    "bidi-isolate": "this \u2066that\u2067those\u2069 these",
    "bidi-mark": "this\u200fthat\u200ethose\u061cthese",
    "zero-width": "this\u200bthat\u2060those",
    "byte-order": "this\ufeffthat",
    "joiner": "this\u200dthat\u200cthose",
    "soft-hyphen": "this\u00adthat",
    "no-break-space": "this\u00a0that\u202fthose\u3000these",
    "noncharacter": "this\ufffethat\uffffthose",
    "noncharacter-within": "this\ufdd0that\U0001fffethose",
    "private-use": "this\ue000that\U000f0000those",
    "tag-letters": "this\U000e0041\U000e0042that",
    "combining": "e\u0301 a\u030a w\u0302",
    "emoji": "🙂 and 👩‍👧‍👦 and ❤️",
    "arrow": "this → that",
    "box": "☐ this ✓ that",
    "hebrew": "שלום and مرحبا",
    "far-away": "日本語 and ไทย",
    "look-alike": "＜script＞ ﬁne ‹script›",
    "welsh": "tŷ, ŵyr, Gŵyl Ddewi",
}

LENGTHS: dict[str, str] = {
    "long-word": "unputdownable" * 9,
    "long-line": "on and on and " * 12 + "on",
}
