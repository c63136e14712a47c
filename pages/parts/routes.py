"""A request comes in; out goes what is no page of the dashboard: the briefing."""

from datetime import date
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

# The tables and all that draws from them are imported when first asked for: the server starts without them.
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ALONE = {  # nothing but itself: no script, no other host
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


def base_of(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"


async def briefing(request: Request) -> Response:
    html = await run_in_threadpool(_web, base_of(request), dict(request.query_params))
    return HTMLResponse(html, headers=ALONE)


async def briefing_docx(request: Request) -> Response:
    data = await run_in_threadpool(_word, base_of(request), dict(request.query_params))
    name = f"bilim-monitor-{date.today().isoformat()}.docx"
    return Response(data, media_type=DOCX, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _document(base: str, query: dict[str, str]) -> tuple[Any, Any]:
    from pages.parts.briefing.content import content
    from pages.parts.briefing.wording import document
    from pages.parts.opening import page_at
    from pages.parts.sharing import path_of

    page = page_at(path_of(query), {name: said for name, said in query.items() if name != "page"})
    return page, document(content(page, date.today()), base)


def _web(base: str, query: dict[str, str]) -> str:
    from pages.parts.briefing.web import web
    from pages.parts.sharing import ways

    page, document = _document(base, query)
    return web(document, ways(page), page._("Other forms of this briefing"))


def _word(base: str, query: dict[str, str]) -> bytes:
    from pages.parts.briefing.word import word

    return word(_document(base, query)[1])


ROUTES = (Route("/briefing", briefing), Route("/briefing.docx", briefing_docx))
