"""Ways of working with a wheel on paper: two wheels side by side, or a grid to sort what a wheel brings up."""

from typing import Annotated

from pydantic import Field, model_validator

from library.types.plain import Authored, Line, Named
from library.types.refusal import refusal

from .kind import Kind


class Place(Authored):
    """One of the four places of a grid."""

    title: Line
    """What stands above it."""
    text: Line
    """What belongs there."""


class Worksheet(Named):
    """A sheet that goes with every wheel: either two wheels with questions to ask of both, or a grid of four places."""

    title: Line
    """What the sheet is called."""
    how: Line
    """How to use it, in a few sentences."""
    wheels: Annotated[tuple[Line, ...], Field(max_length=2)] = ()
    """Whose the two wheels are."""
    questions: Annotated[tuple[Line, ...], Field(max_length=2)] = ()
    """What to ask of the two wheels, with room to write under each."""
    places: Annotated[tuple[Place, ...], Field(max_length=4)] = ()
    """The four places of a grid, row by row."""

    @model_validator(mode="after")
    def _is_one_of_two(self) -> "Worksheet":
        counts = (len(self.wheels), len(self.questions), len(self.places))
        if counts not in ((2, 2, 0), (0, 0, 4)):
            raise refusal("not-a-worksheet")
        return self


WORKSHEET = Kind("worksheet", "worksheets", Worksheet, source="guides/shared/worksheets.yaml")
