"""How a type says no: by the code of a mistake, whose sentence stands elsewhere."""

import re
from dataclasses import dataclass

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


def refusal(code: str, **values: str | int) -> PydanticCustomError:
    """What a validator raises. code: of a mistake. values: what its sentence names, but for `found`."""
    return PydanticCustomError(code, code, values)


@dataclass(frozen=True)
class Form:
    """A text of a certain form. pattern: a regular expression for the whole. code: of the mistake to have another."""

    pattern: str
    code: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        return {**handler(schema), "pattern": self.pattern}

    def _checked(self, text: str) -> str:
        if not re.fullmatch(self.pattern, text, re.ASCII):
            raise refusal(self.code)
        return text
