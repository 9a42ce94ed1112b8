"""Drawings in docs/: shapes, and nothing that runs. What else stands there has its cases in tests/cases/docs.yaml."""

import pytest
from library.sources.pictures import faults_of_drawing

SVG = 'xmlns="http://www.w3.org/2000/svg"'
DRAWINGS = {
    f"<svg {SVG}><circle r='1'/></svg>": [],
    f"<svg {SVG}><use href='#a'/><rect fill='url(#a)'/></svg>": [],
    f"<svg {SVG}><script>go()</script></svg>": ["holds <script>, which is no shape; take it out."],
    f"<svg {SVG} xmlns:s='http://www.w3.org/2000/svg'><s:script>go()</s:script></svg>": [
        "holds <script>, which is no shape; take it out."
    ],
    f"<svg {SVG}><title><b xmlns='http://www.w3.org/1999/xhtml'/></title></svg>": [
        "holds <b>, which is no shape; take it out."
    ],
    f"<svg {SVG} onload='go()'/>": ["holds onload='go()', which could run or load something; take it out."],
    f"<svg {SVG} xmlns:q='http://www.w3.org/1999/xlink'><use q:href='https://evil.example/x#a'/></svg>": [
        "holds href='https://evil.example/x#a', which could run or load something; take it out."
    ],
    f"<svg {SVG}><rect mask='url(//evil.example/x)'/></svg>": [
        "holds mask='url(//evil.example/x)', which could run or load something; take it out."
    ],
    f"<?xml-stylesheet href='https://evil.example/x.css'?><svg {SVG}/>": [
        "holds <?…, which no drawing needs; take it out."
    ],
    f"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg {SVG}/>": ["holds <!DOCTYPE…, which no drawing needs; take it out."],
    "<svg": ["can't be read as a drawing (SVG); export it afresh as plain SVG."],
    "<svg><circle/></svg>": [
        "holds <svg>, which is no shape; take it out.",
        "holds <circle>, which is no shape; take it out.",
    ],
}


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_drawing_holds_shapes_and_nothing_that_runs(drawing):
    assert [fault.sentence for fault in faults_of_drawing(drawing)] == DRAWINGS[drawing]
