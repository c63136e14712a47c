"""A page comes in; out go its sections, one module a page."""
