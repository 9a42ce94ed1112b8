"""Documents that readers meet as one: the same idea in several variants, such as a wheel with other words."""

from library.types.plain import Id, Line

from .document import Document


class Variant(Document):
    """A document that there may be in several variants, which readers meet as one and switch between."""

    variant: Line | None = None
    """What tells it from its variants, in a word or two, such as "14 letters"; leave it out where there are none."""
    variant_of: Id | None = None
    """The id of the one that readers meet first; leave it out on that itself."""
