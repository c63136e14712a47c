"""Not written yet."""


def read(document, facts):
    return []
