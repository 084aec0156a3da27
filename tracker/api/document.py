"""The OpenAPI document of the API, and what a page needs to show the same to a reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from ninja import NinjaAPI

from tracker.api.problems import TYPE

ROOT = "/api/v1/"
SCOPES = {"get": "read"}  # any other method: log
SHOWN = 8  # words of a list that a reader sees at once

Tree = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """A parameter, or a field of a body."""

    name: str
    kind: str
    needed: bool
    says: str


@dataclass(frozen=True)
class Operation:
    method: str
    path: str
    summary: str
    says: str
    scope: str
    asked: list[Part]
    body: list[Part]
    many: bool  # the body is a list of such
    answers: str


@cache
def document(api: NinjaAPI) -> Tree:
    """The document, in which every refusal is a problem+json and every picture is what it is."""
    whole: Tree = api.get_openapi_schema(path_prefix=ROOT)
    for _path, _method, operation in operations(whole):
        for status, answer in operation["responses"].items():
            if int(status) >= 400 and "content" in answer:
                answer["content"] = {TYPE: next(iter(answer["content"].values()))}
    return whole


def operations(whole: Tree) -> Iterator[tuple[str, str, Tree]]:
    for path, methods in whole["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


@cache
def groups(api: NinjaAPI) -> list[tuple[str, list[Operation]]]:
    """The operations under their headings, as a page shows them."""
    whole = document(api)
    every = [
        (tree["tags"][0], _operation(whole, path, method, tree)) for path, method, tree in operations(whole)
    ]
    return [(tag, [own for _tag, own in found]) for tag, found in groupby(every, key=lambda one: one[0])]


def _operation(whole: Tree, path: str, method: str, tree: Tree) -> Operation:
    sent: Tree = next(iter(tree.get("requestBody", {}).get("content", {}).values()), {})
    asked = tree.get("parameters", [])
    body = _resolved(whole, sent.get("schema", {}))
    many = body.get("type") == "array"
    return Operation(
        method=method.upper(),
        path=path,
        summary=tree["summary"],
        says=tree.get("description", ""),
        scope=SCOPES.get(method, "log"),
        asked=[_part(whole, one["name"], one["schema"], one["required"]) for one in asked],
        body=list(_fields(whole, _resolved(whole, body["items"]) if many else body)),
        many=many,
        answers=", ".join(str(status) for status in tree["responses"]),
    )


def _fields(whole: Tree, schema: Tree) -> Iterator[Part]:
    needed = schema.get("required", [])
    for name, field in schema.get("properties", {}).items():
        yield _part(whole, name, field, name in needed)


def _part(whole: Tree, name: str, schema: Tree, needed: bool) -> Part:
    return Part(name, _kind(whole, schema), needed, schema.get("description", ""))


def _resolved(whole: Tree, schema: Tree) -> Tree:
    name = schema.get("$ref", "").rpartition("/")[2]
    return whole["components"]["schemas"][name] if name else schema


def _kind(whole: Tree, schema: Tree) -> str:
    """What a value has to be, in a few words: integer, 0 to 720."""
    schema = _resolved(whole, schema)
    if "anyOf" in schema:
        return _kind(whole, next(one for one in schema["anyOf"] if one.get("type") != "null"))
    if "enum" in schema:
        words = [word for word in schema["enum"] if word != ""]
        return " | ".join(words[:SHOWN]) + (" | …" if len(words) > SHOWN else "")
    if schema.get("type") == "array":
        return f"[{_kind(whole, schema['items'])}]"
    kind = str(schema.get("format", schema.get("type", "object")))
    ends = [f"{schema[end]:g}" if end in schema else "" for end in ("minimum", "maximum")]
    return f"{kind}, {ends[0]}–{ends[1]}" if any(ends) else kind
