"""A request comes in; out goes what is no page of the dashboard: briefing, feed, API, health."""

import hashlib
import json
from collections.abc import Callable
from email.utils import formatdate, parsedate_to_datetime
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

# What draws from the tables is imported when it is first asked for: the server starts without it.
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ALONE = {  # nothing but itself: no script, no other host
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
JSON = "application/json"
Made = tuple[int, bytes, float | None]  # status, body, when its data last changed


def route(make: Callable[..., Made], media_type: str, **more: str) -> Callable[[Request], Any]:
    """Made in a thread, so that no reader waits for another's briefing; not sent again to who has it."""

    async def answer(request: Request) -> Response:
        said = dict(request.path_params) | {"base": f"{request.url.scheme}://{request.url.netloc}"}
        from loaders.filters import one_query

        query = one_query(request.query_params.multi_items())
        status, body, changed = await run_in_threadpool(partial(make, query, **said))
        headers = more | {"Cache-Control": "no-cache", "ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"'}
        headers |= {"Last-Modified": formatdate(changed, usegmt=True)} if changed is not None else {}
        if status == 200 and _has(request, headers["ETag"], changed):
            return Response(status_code=304, headers=headers)
        return Response(body, status, headers, media_type if status == 200 else JSON)

    return answer


def _has(request: Request, etag: str, changed: float | None) -> bool:
    """RFC 9110: the tag decides where it is sent; else the date."""
    if (known := request.headers.get("if-none-match")) is not None:
        return known.strip() == "*" or etag in {one.strip().removeprefix("W/") for one in known.split(",")}
    try:
        since = parsedate_to_datetime(request.headers.get("if-modified-since", "")).timestamp()
    except ValueError:
        return False
    return changed is not None and int(changed) <= since


def _web(query: dict[str, str], base: str) -> Made:
    from pages.parts.routes import asked

    return 200, asked.web(query, base), None


def _word(query: dict[str, str], base: str) -> Made:
    from pages.parts.routes import asked

    return 200, asked.word(query, base), None


def _feed(query: dict[str, str], base: str) -> Made:
    from pages.parts.routes import asked

    return asked.feed(query, base)


def _api(query: dict[str, str], base: str, of: str) -> Made:
    from pages.parts.routes import asked

    return asked.api(query, base, of)


def _health(query: dict[str, str], base: str) -> Made:
    from loaders.records import ROOT
    from loaders.tables.freshness import signature

    return 200, json.dumps({"status": "ok", "version": signature(ROOT)}).encode(), None


OPEN = [Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET"],
                                             allow_headers=["If-None-Match", "If-Modified-Since"],
                                             expose_headers=["ETag", "Last-Modified"])]  # fmt: skip
ROUTES: tuple[BaseRoute, ...] = (
    Route("/healthz", route(_health, JSON)),
    Route("/briefing", route(_web, "text/html", **ALONE)),
    Route("/briefing.docx", route(_word, DOCX, **{"Content-Disposition": 'attachment; filename="bilim-monitor.docx"'})),
    Route("/feed.atom", route(_feed, "application/atom+xml", **{"Access-Control-Allow-Origin": "*"})),
    Mount("/api/v1", routes=[Route("/{of}.json", route(_api, JSON))], middleware=OPEN),
)
