"""One reader of the real register for all tests of the loaders, and a short way to read a sentence with it."""

import pytest

from loaders.articles import Article
from loaders.facts import Reader
from loaders.records import load_register


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(load_register())


@pytest.fixture(scope="session")
def document(reader):
    """raw text → Document."""
    return lambda raw, **sidecar: reader.document(Article("a", raw, sidecar=sidecar))


@pytest.fixture(scope="session")
def read(reader):
    """raw text → record."""
    return lambda raw, **sidecar: reader.read(Article("a", raw, sidecar=sidecar))


@pytest.fixture(scope="session")
def names(document):
    """raw text → {(kind, id)} of its mentions."""
    return lambda raw, **sidecar: {(mention.kind, mention.id) for mention in document(raw, **sidecar).mentions}
