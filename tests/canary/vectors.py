"""What a hostile or a clumsy hand might write: each vector by category and name.

Each is put in every text of every kind, and must be refused with a sentence or shown letter for letter. Scripts set
`window.__canary`; commands make the file `canary-was-here`; readers of files and of the environment look for SECRET.
"""

from dataclasses import dataclass
from typing import Literal

from .letters import LENGTHS, LETTERS

SECRET = "kept-from-every-reader-41c7"
"""Stands in the environment of the build and in `canary-secret.txt`, and may stand nowhere in what is made."""
HARMLESS = "Plain words"


@dataclass(frozen=True)
class Vector:
    """Words, and how they are to be shown.

    place: "within" a sentence, at its "start", at its "end", or "alone" in a paragraph where there may be several.
    rich: what rich text shows, where CommonMark reads the words otherwise. lawful: in rich text they are markup that
    authors may use.
    """

    written: str
    place: Literal["within", "start", "end", "alone"] = "within"
    rich: str | None = None
    lawful: bool = False


def start(written: str) -> Vector:
    """A vector that means something at the start of a line."""
    return Vector(written, "start")


def end(written: str) -> Vector:
    """A vector that means something at the end of a line."""
    return Vector(written, "end")


def alone(written: str) -> Vector:
    """A vector that means something on lines of its own."""
    return Vector(written, "alone")


RUN = "window.__canary=1"
SCRIPT = f"<script>{RUN}</script>"

TABLE: dict[str, dict[str, str | Vector]] = {
    "harmless": {
        "plain-within": HARMLESS,
        "plain-start": start(HARMLESS),
        "plain-end": end(HARMLESS),
        "plain-alone": alone(HARMLESS),
    },
    "scripts": {
        "script": SCRIPT,
        "script-address": "<script src=https://evil.example/x.js></script>",
        "script-odd-case": f"<ScRiPt >{RUN}</sCrIpT >",
        "script-unclosed": f"<script>{RUN}//",
        "script-nested": f"<scr<script>ipt>{RUN}</scr</script>ipt>",
        "script-after-title": f"</title>{SCRIPT}",
        "script-after-json": f"</script>{SCRIPT}",
        "script-after-comment": f"--><!-- -->{SCRIPT}",
        "script-in-cdata": f"<![CDATA[ ]]>{SCRIPT}]]>",
        "script-in-a-json-string": f'","x":"</script>{SCRIPT}',
        "script-alone": alone(f"{SCRIPT}\n{SCRIPT}"),
    },
    "entities": {
        "entity-script-after-title": Vector(
            f"&lt;/title&gt; &lt;script&gt;{RUN} &lt;/script&gt;", rich=f"</title> <script>{RUN} </script>"
        ),
        "entity-refresh": Vector(
            "&lt;/title&gt;&lt;meta http-equiv=refresh content=0;url=https://evil.example/&gt;",
            rich="</title><meta http-equiv=refresh content=0;url=https://evil.example/>",
        ),
        "entity-base": Vector(
            "&lt;/title&gt;&lt;base href=https://evil.example/&gt;", rich="</title><base href=https://evil.example/>"
        ),
        "entity-style-sheet": Vector(
            "&lt;/title&gt;&lt;link rel=stylesheet href=//evil.example/x.css&gt;",
            rich="</title><link rel=stylesheet href=//evil.example/x.css>",
        ),
        "entity-heading": Vector(
            "&lt;/title&gt;&lt;/head&gt;&lt;body&gt;&lt;h1&gt;This site has moved&lt;/h1&gt;",
            rich="</title></head><body><h1>This site has moved</h1>",
        ),
        "entity-decimal": Vector(f"&#60;img src=x onerror={RUN}&#62;", rich=f"<img src=x onerror={RUN}>"),
        "entity-hexadecimal": Vector(f"&#x3C;svg onload={RUN}&#x3e;", rich=f"<svg onload={RUN}>"),
        "entity-twice": Vector(f"&amp;lt;script&amp;gt;{RUN}", rich=f"&lt;script&gt;{RUN}"),
        "entity-unfinished": f"&lt script&gt {RUN} &lt",
        "entity-ampersand": Vector("this &amp; that &copy; them", rich="this & that © them"),
        "entity-bare-ampersand": "this & that&those &c",
    },
    "elements": {
        "img": f'<img src=x onerror="{RUN}">',
        "img-without-quotes": f"<img src=x onerror={RUN}>",
        "img-unclosed": f"<img src=x onerror={RUN} ",
        "svg": f"<svg onload={RUN}> <a xlink:href=javascript:{RUN} >x</a> </svg>",
        "iframe": "<iframe src=https://evil.example/></iframe>",
        "iframe-document": f"<iframe srcdoc='{SCRIPT}'></iframe>",
        "style": "<style>body{display:none}</style>",
        "style-address": "<link rel=stylesheet href=//evil.example/x.css>",
        "base": "<base href=https://evil.example/>",
        "refresh": '<meta http-equiv="refresh" content="0; url=https://evil.example/">',
        "form": "<form action=https://evil.example/><input name=q><button>Go</button></form>",
        "math": f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
        "object": "<object data=https://evil.example/></object><embed src=//evil.example/>",
        "details": f"<details open ontoggle='{RUN}'>",
        "template": f"<template><img src=x onerror={RUN}></template><noscript>",
        "comment": "<!-- nobody sees this -->",
        "comment-unclosed": start("<!-- nobody sees this"),
        "declaration": "<!DOCTYPE html><?php echo 1 ?>",
        "body": f"</p></article></main></body><body onload={RUN}>",
        "heading-element": "</h1><h1>This site has moved</h1>",
    },
    "quotes": {
        "double-quote": f'" onmouseover="{RUN}" x="',
        "single-quote": f"' onfocus='{RUN}' autofocus='",
        "backtick": f"` onload=`{RUN}",
        "quote-and-element": f'"><img src=x onerror={RUN}>',
        "quote-in-script": f"'); {RUN}; //",
        "quote-after-backslash": Vector(f'\\\\"; {RUN}; //', rich=f'\\"; {RUN}; //'),
    },
    "links": {
        "link-javascript": f"[home](javascript:{RUN})",
        "link-javascript-in-entities": "[home](java&#x73;cript:__canary=1)",
        "link-javascript-in-brackets": f"[home](<javascript:{RUN}>)",
        "link-data": f"[home](data:text/html,{SCRIPT})",
        "link-vbscript": "[home](vbscript:msgbox)",
        "link-without-scheme": "[home](//evil.example/)",
        "link-file": "[home](file:///etc/hostname)",
        "link-with-title": f"[home](https://evil.example/ '\" onclick={RUN}')",
        "link-odd": Vector("[home](https://evil.example/\"onmouseover='x')", rich="home", lawful=True),
        "autolink": Vector("<https://evil.example/>", rich="https://evil.example/", lawful=True),
        "autolink-javascript": f"<javascript:{RUN}>",
        "bare-address": "see https://evil.example/ or www.evil.example",
        "reference": alone("[home]: https://evil.example/"),
        "reference-used": alone("[home]\n\n[home]: https://evil.example/ 'this site'"),
        "picture": "![home](https://evil.example/x.png)",
        "wiki-link": "[[home]] [TOC] [x] [ ]",
    },
    "markdown": {
        "attributes": f"{{: onclick={RUN} }}",
        "attributes-at-the-end": end(f"{{: #content .skip onclick={RUN} style=position:fixed }}"),
        "emphasis": Vector("*this* and **that** and _these_", rich="this and that and these", lawful=True),
        "emphasis-unpaired": "* this ** that _ these __ those",
        "code": "`this` ``that``",
        "fence": alone(f"```\n{SCRIPT}\n```"),
        "escapes": Vector(r"\* \_ \# \& \\ \a", rich=r"* _ # & \ \a"),
        "backslash-at-the-end": end("as it was \\"),
        "ruled-line": alone("---"),
        "front-matter": alone("---\ntitle: home\nrefresh: https://evil.example/\n---"),
        "table": alone("| this | that |\n|---|---|\n| a | b |"),
        "pipe": "this | that || those",
        "contents": alone("[TOC]"),
        "admonition": alone('!!! danger "Home"'),
        "tab": alone('=== "Home"'),
        "footnote": alone("this[^1]\n\n[^1]: that"),
        "abbreviation": alone("*[CPD]: this and that"),
        "definition": alone("this\n: that"),
        "markdown-element": alone("<div markdown>\n\n# Home\n\n</div>"),
        "marks": "==this== ~~that~~ ^^these^^ ~those~ ++ctrl++ :smile:",
        "mathematics": "$x^2$ and $$y$$",
        "quotation": start("> this"),
        "bullet": Vector("- this", "start", rich="this", lawful=True),
        "plus": Vector("+ this", "start", rich="this", lawful=True),
        "number": Vector("1. this", "start", rich="this", lawful=True),
        "number-in-brackets": start("2) this"),
        "year": start("1989. The Children Act"),
        "indented": alone("    this"),
    },
    "headings": {
        "heading": start("# This"),
        "heading-underlined": alone("This\n===="),
        "hash-at-the-end": end("We are number 1 in C#"),
        "hashes-at-the-end": end("Look at ##"),
        "less-than": "Under <5 minutes, not >9, <3 and 1<2",
        "tag-like": "the <b>bold</b> ones",
    },
    "templates": {
        "jinja": "{{ 7*7 }} {{ config.site_dir }}",
        "jinja-block": "{% include 'canary-secret.txt' %}{% raw %}",
        "jinja-comment": "{# this #}",
        "jinja-system": Vector(
            "{{ cycler.__init__ .__globals__.os.popen('touch canary-was-here').read() }}",
            rich="{{ cycler.init .globals.os.popen('touch canary-was-here').read() }}",
            lawful=True,
        ),
        "snippet": alone('--8<-- "canary-secret.txt"'),
        "literal": f"${{{RUN}}}",
        "percent-template": "<%= 7*7 %> #{7+7} @{7+7}",
        "environment": "!ENV CANARY_SECRET ${CANARY_SECRET} $CANARY_SECRET %CANARY_SECRET%",
        "yaml-tag": '!!python/object/apply:os.system ["touch canary-was-here"]',
        "shell": "$(touch canary-was-here) ; touch canary-was-here | touch canary-was-here",
        "path": "../../../../etc/hostname",
    },
    "typst": {
        "typst-read": '#read("canary-secret.txt") #read("../canary-secret.txt")',
        "typst-eval": '#eval("7*7") #sys.inputs',
        "typst-label": "@reference <label>",
        "typst-heading": start("= This"),
        "typst-signs": "~this~ that--those---these... /* not */ // read",
        "typst-page": "#pagebreak() #set page(fill: black)",
    },
    "office": {
        "formula": start('=HYPERLINK("https://evil.example/";"home")'),
        "formula-plus": start("+1+1"),
        "formula-at": start("@SUM(1+1)*cmd|' /C calc'!A0"),
        "word-tags": "</w:t></w:r><w:r><w:t>this",
        "word-entities": 'this & "that" ]]> {these} a_x000D_b',
    },
    "calendar": {
        "calendar-line": "this\r\nATTENDEE:https://evil.example/",
        "calendar-escapes": "this\\nATTENDEE:evil.example\\Nthat; those, these",
        "calendar-part": "END:VEVENT\nBEGIN:VALARM\nACTION:DISPLAY\nEND:VALARM",
        "calendar-folds": "éàü " * 24 + "ô",
    },
    "json": {
        "unicode-escapes": r"\u003cscript\u003e" + RUN,
        "percent-escapes": f"%3Cscript%3E{RUN}%3C/script%3E %00",
        "brackets": '"}]}, {"a": [{',
        "prototype": Vector(
            "__proto__ constructor toString hasOwnProperty",
            rich="proto constructor toString hasOwnProperty",
            lawful=True,
        ),
        "line-separators": "this\u2028that\u2029those",
    },
    "letters": {**LETTERS},
    "length": {**LENGTHS},
}

VECTORS: dict[str, Vector] = {
    name: vector if isinstance(vector, Vector) else Vector(vector)
    for vectors in TABLE.values()
    for name, vector in vectors.items()
}
"""Every vector by its name."""
