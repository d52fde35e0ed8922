"""Odd requests, generated from our own description, within a fixed budget."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, assume, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok
from starlette.applications import Starlette

from components.api.query import area_resolvers
from components.api.routes import api_routes
from components.dataset.store import current_dataset
from data.text import clean

REFUSED = {"checks": {"negative_data_rejection": {"expected-statuses": [400, 404, 414]}}}
RECTANGLE = "10.5,55,24.5,69.5"


@pytest.mark.parametrize("mode", GenerationMode)
def test_every_endpoint_keeps_to_its_description(mode: GenerationMode) -> None:
    """Requests as the description allows them, and others. They are made here and not by `parametrize`, which makes them in each worker."""
    app = Starlette(routes=api_routes(""))
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, config=SchemathesisConfig.from_dict(REFUSED))
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        strategy = found.ok().as_strategy(generation_mode=mode)

        @settings(max_examples=8, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])
        @given(case=strategy)
        def keeps_to_it(case: Case[Any]) -> None:
            if mode is GenerationMode.POSITIVE:
                case.query = {name: _allowed(name, value) for name, value in (case.query or {}).items()}
            else:
                assume(not _has_other_name_of_area(case.query or {}))
                assume(not any(map(_is_read_as_empty, (case.query or {}).values())))
            case.call_and_validate()

        keeps_to_it()


def _allowed(name: str, value: object) -> object:
    """Return an allowed value for one that the schema allows and the server refuses: 20.0 as an integer, and west behind east."""
    if name == "bbox":
        return RECTANGLE
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _has_other_name_of_area(query: Mapping[str, object]) -> bool:
    """Return whether a value names an area by no code: the description lists the usual names, not all that are understood, such as "d"."""
    dataset = current_dataset()
    for name, resolve in area_resolvers(dataset).items():
        given = query.get(name, [])
        for value in map(str, given if isinstance(given, list) else [given]):
            with suppress(ValueError):
                if value and resolve(value) != value:
                    return True
    return False


def _is_read_as_empty(value: object) -> bool:
    """Return whether a value of a query, or an item of it, is no text of the description but read as an empty one, such as {} and " "."""
    if isinstance(value, list):
        return any(item != "" and _is_read_as_empty(item) for item in value)
    if isinstance(value, dict):
        return all(map(_is_read_as_empty, value.values()))
    return value is None or (isinstance(value, str) and not clean(value))
