"""What a write answers: all of it to a token that may read, to any other that it was written."""

from typing import Annotated, Any, Literal

from ninja import Field, Schema

from tracker.api.access import ApiRequest
from tracker.models import Import
from tracker.models.token import Scope


class Written(Schema):
    """The whole answer to a token without the scope “read”."""

    id: int


class EntryWritten(Written):
    """The whole answer to a token without the scope “read”: a key may tell of a night that it never sent."""

    version: int = Field(description="Grows with each change; also the ETag.")


class ImportWritten(Written):
    """The whole answer to a token without the scope “read”: counts tell of what is here, not of the file."""

    state: Literal[tuple(Import.State.values)]  # type: ignore[valid-type]


def told(request: ApiRequest, shown: dict[str, Any], brief: type[Written]) -> dict[str, Any]:
    if request.auth.allows(Scope.READ):
        return shown
    return {name: shown[name] for name in brief.model_fields}


def answer(shown: type[Schema], brief: type[Written]) -> Any:  # noqa: ANN401 (a type)
    """What an operation declares that answers so."""
    return Annotated[shown | brief, Field(union_mode="left_to_right")]
