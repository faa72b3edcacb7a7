"""The web application around what it is given; it reads no environment and opens no connection itself."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response

from .conversations import Conversations
from .database import UNAVAILABLE, Database
from .routes.conversations import conversation_routes
from .routes.health import health_routes
from .routes.search import search_routes
from .settings import Settings

log = logging.getLogger(__name__)


def create_app(settings: Settings, database: Database) -> FastAPI:
    app = FastAPI(title="Harvis AI", version=settings.version, description="An assistant that remembers.")
    conversations = Conversations(database)
    app.include_router(health_routes(settings, database))
    app.include_router(conversation_routes(conversations))
    app.include_router(search_routes(conversations))
    app.add_exception_handler(RequestValidationError, _wrong_input)
    app.add_exception_handler(UNAVAILABLE, _database_unavailable)
    app.add_api_route("/", lambda: RedirectResponse("/docs"), include_in_schema=False)
    return app


def _wrong_input(_request: Request, error: Exception) -> Response:
    # The framework's own answer repeats the input, which may be neither short nor expressible in UTF-8.
    assert isinstance(error, RequestValidationError)
    detail = [{"loc": problem["loc"], "msg": problem["msg"], "type": problem["type"]} for problem in error.errors()]
    return JSONResponse({"detail": detail}, status_code=422)


def _database_unavailable(request: Request, error: Exception) -> Response:
    log.error("database does not answer", extra={"path": request.url.path, "reason": str(error).strip()})
    return JSONResponse({"detail": "The database does not answer."}, status_code=503, headers={"Retry-After": "2"})
