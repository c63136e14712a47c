"""Not written yet."""


def entries(register):
    return ()


def find(document):
    return []


def published(document):
    return None


def read(document):
    return []
