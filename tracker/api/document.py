"""The OpenAPI document of the API, and the same as a page."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from ninja import NinjaAPI

from tracker.api.problems import TYPE

ROOT = "/api/v1/"


@cache
def document(api: NinjaAPI) -> dict[str, Any]:
    """The document, in which every refusal is a problem+json and every picture is what it is."""
    whole: dict[str, Any] = api.get_openapi_schema(path_prefix=ROOT)
    for _path, _method, operation in operations(whole):
        for status, answer in operation["responses"].items():
            if int(status) >= 400 and "content" in answer:
                answer["content"] = {TYPE: next(iter(answer["content"].values()))}
    return whole


def operations(whole: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in whole["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation
