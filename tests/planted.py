"""A site with sixty faults planted in it, one of each way a link can lead nowhere, among links that are sound."""

import io
import json
from pathlib import Path

import docx
import pptx
import typst
from docx.opc.constants import RELATIONSHIP_TYPE

BASE = "https://library.example/"
SOUND = """<a href="">x</a><a href="#here">x</a><a href="other/">x</a><a href="other">x</a><a href="./other/">x</a>
<a href="other/index.html#there">x</a><a href="/other/#there">x</a><a href="other/?a=b#there">x</a>
<a href="https://library.example/other/">x</a><a href="https://library.example">x</a><a href="other/../other/">x</a>
<a href="mailto:a@b.org">x</a><a href="tel:999">x</a><a href="https://www.gov.uk/">x</a><a href="//www.gov.uk/">x</a>
<img src="here.png" srcset="here.png 1x, here.png 2x"><img src="data:image/png;base64,AA,AA"><a href="#top">x</a>
<a href="#caf%C3%A9">x</a><p id="here"></p><a name="café"></a><a href="a%20b.pdf">x</a><a href="here.png#any">x</a>
<video src="here.png" poster="here.png"></video><svg><use href="#here"></use></svg><form action="other/"></form>
<p style="background: url(here.png)"></p><p style="background: url('data:image/png;base64,AA')"></p>"""
IN_PAGE = [
    '<a href="nope/">',
    '<a href="nope.html">',
    '<a href="/nope/">',
    '<a href="./nope/">',
    '<a href="../outside/">',
    '<a href="other/../../outside/">',
    '<a href="Other/">',
    '<a href="HERE.png">',
    '<a href="other/nope/">',
    '<a href="#nope">',
    '<a href="#Here">',
    '<a href="other/#nope">',
    '<a href="/other/#nope">',
    '<a href="other/index.html#nope">',
    '<a href="other/?a=b#nope">',
    '<a href="#caf%C3%A8">',
    '<a href="https://library.example/nope/">',
    '<a href="https://library.example/other/#nope">',
    '<a href="empty/">',
    '<a href="a b c.pdf">',
    '<a href="nope.pdf">',
    '<a href="javascript:void(0)">',
    '<a href="file:///etc/passwd">',
    '<a href="ftp://files.example/x">',
    '<a href="https://nohost/">',
    '<a href="https://a b.example/">',
    '<a href="http://[bad/">',
    '<area href="nope/">',
    '<link rel="stylesheet" href="nope.css">',
    '<link rel="icon" href="nope.svg">',
    '<link rel="preload" href="nope.woff2" as="font">',
    '<script src="nope.js"></script>',
    '<img src="nope.png">',
    '<img srcset="here.png 1x, nope-2x.png 2x">',
    '<picture><source srcset="nope.avif"></picture>',
    '<video src="nope.mp4"></video>',
    '<video poster="nope.png"></video>',
    '<audio src="nope.mp3"></audio>',
    '<video><track src="nope.vtt"></video>',
    '<iframe src="nope.html"></iframe>',
    '<embed src="nope.svg">',
    '<object data="nope.pdf"></object>',
    '<form action="nope"></form>',
    '<input type="image" src="nope.png">',
    '<button formaction="nope"></button>',
    '<svg><use href="sprite.svg#x"></use></svg>',
    '<svg><image href="nope.png"></image></svg>',
    '<p style="background: url(nope.png)"></p>',
    "<style>p { background: url('nope.png') }</style>",
    '<style>@import "nope.css";</style>',
    '<meta http-equiv="refresh" content="0; url=nope/">',
    '<meta property="og:image" content="https://library.example/nope.png">',
]
"""Each stands on a page of its own."""
ELSEWHERE = {
    "a.css": '@import "nope.css"; p { background: url(here.png) }',
    "b.css": "/* url(no-fault.png) */ p { background: url(nope.png) }",
    "manifest.webmanifest": json.dumps({"start_url": "./", "icons": [{"src": "here.png"}, {"src": "nope.png"}]}),
    "data/library.json": json.dumps({"downloads": [{"path": "good.pdf"}, {"path": "nope.pdf"}]}),
    "find/first.json": json.dumps({"shown": {"url": ["other/", "resources/#nope"]}}),
    "sw.js": 'const FILES = [["other/","0"],["here.png","0"],["nope.png","0"]];\n',
    "sitemap.xml": "<urlset><url><loc>https://library.example/other/</loc></url><url><loc>https://library.example/no/</loc></url></urlset>",
}
"""Each holds one fault, and links that are sound."""
IN_PDF = (f"{BASE}other/", f"{BASE}nope/", "https://www.gov.uk/")
COUNT = len(IN_PAGE) + len(ELSEWHERE) + 1


def plant(folder: Path, pages: int = 0) -> set[str]:
    """Write the site below a folder, with more sound pages if asked for. Returns the names of those with a fault."""
    head = f'<link rel="canonical" href="{BASE}"><meta name="library:source" content="guides/x.yaml">'

    def page(name, body):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")

    page("index.html", SOUND)
    page("other/index.html", '<p id="there">')
    page("resources/index.html", "")
    (folder / "empty").mkdir()
    (folder / "here.png").write_bytes(b"")
    for name, addresses in {"a b.pdf": (), "good.pdf": (f"{BASE}other/",), "bad.pdf": IN_PDF}.items():
        (folder / name).write_bytes(pdf_with(*addresses))
    (folder / "good.docx").write_bytes(word_with(f"{BASE}other/"))
    for number, planted in enumerate(IN_PAGE):
        page(f"fault-{number}.html", SOUND.replace('<p id="here">', f'{planted}<p id="here">'))
    for name, text in ELSEWHERE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for number in range(pages):
        page(f"sound/{number}/index.html", '<a href="../../other/#there">x</a>' * 60)
    return {*(f"fault-{number}.html" for number in range(len(IN_PAGE))), *ELSEWHERE, "bad.pdf"}


def pdf_with(*addresses: str) -> bytes:
    """A PDF by Typst, with a link to each address on a page of its own, and one to a place in itself."""
    links = "#pagebreak()".join(f"#link({json.dumps(address, ensure_ascii=False)})[x]" for address in addresses)
    return typst.compile(f"#link(<here>)[x] #[here <here>] {links}".encode())


def word_with(*addresses: str) -> bytes:
    """A Word file by python-docx, with a relation to each address."""
    file, document = io.BytesIO(), docx.Document()
    for address in addresses:
        document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    document.save(file)
    return file.getvalue()


def slides_with(*addresses: str) -> bytes:
    """A PowerPoint file by python-pptx, with a slide and a link on it for each address."""
    file, deck = io.BytesIO(), pptx.Presentation()
    for address in addresses:
        slide = deck.slides.add_slide(deck.slide_layouts[0])
        run = slide.shapes.title.text_frame.paragraphs[0].add_run()
        run.text, run.hyperlink.address = "x", address
    deck.save(file)
    return file.getvalue()
