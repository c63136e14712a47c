"""The real register, one moment, and a short way to a download of it."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings

from loaders.exports.asking import Download, download
from loaders.tables import Tables, build_tables

settings.register_profile("exports", settings.default, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("exports")
AT = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def tables() -> Tables:
    return build_tables()


@pytest.fixture(scope="session")
def everything(tables: Tables) -> Download:
    return download({}, tables, "en", AT, "https://example.org/")
