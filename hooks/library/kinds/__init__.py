"""Every kind of thing an author writes. Folder, address, link word, schema, index page and labels follow from these."""

from library.core.catalogue import RESOURCE
from library.core.safety import SAFETY_FRAME
from library.core.shared import RETIRED, SHARED_TEXT, TOPIC
from library.core.synonyms import SYNONYMS
from library.core.words import WORD
from library.core.worksheet import WORKSHEET

from .guide import GUIDE
from .path import PATH
from .question_bank import QUESTION_BANK
from .record import RECORD
from .session import SESSION
from .signpost import SIGNPOST
from .wheel import WHEEL
from .workshop import WORKSHOP

DOCUMENT_KINDS = (GUIDE, SESSION, SIGNPOST, WORKSHOP, QUESTION_BANK, WHEEL, RECORD, PATH)
"""The kinds whose documents have a file and a page each, in the order in which readers meet them."""

KINDS = (*DOCUMENT_KINDS, RESOURCE, TOPIC, SAFETY_FRAME, SHARED_TEXT, WORKSHEET, SYNONYMS, WORD, RETIRED)
"""Every kind, those of lists last."""
