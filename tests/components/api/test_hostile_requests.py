"""Odd requests, generated from our own description, within a fixed budget."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case
from schemathesis.config import SchemathesisConfig
from starlette.applications import Starlette

from components.api.routes import api_routes

REFUSED = {"checks": {"negative_data_rejection": {"expected-statuses": [400, 404, 414]}}}
SCHEMA = schemathesis.openapi.from_asgi("/openapi.json", Starlette(routes=api_routes("")), config=SchemathesisConfig.from_dict(REFUSED))


@SCHEMA.parametrize()
@settings(max_examples=15, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])
def test_every_endpoint_keeps_to_its_description(case: Case[Any]) -> None:
    case.call_and_validate()
