"""Puts the parts together and serves them until SIGTERM."""

from __future__ import annotations

import logging
import os
import signal
import sys
from types import FrameType

import uvicorn
from fastapi import FastAPI

from .app import create_app
from .database import UNAVAILABLE, Database
from .logs import configure_logging
from .settings import Settings, SettingsError

log = logging.getLogger(__name__)

CANNOT_START = 1
WRONG_SETTINGS = 2


def main() -> int:
    # A first process has no default action for SIGTERM; without this it couldn't be stopped while it waits for the database.
    signal.signal(signal.SIGTERM, _stop)
    try:
        settings = Settings.read(os.environ)
    except SettingsError as error:
        print(f"harvis-backend: {error}", file=sys.stderr)
        return WRONG_SETTINGS
    configure_logging(settings.log_level)
    try:
        database = Database.start(settings)
    except UNAVAILABLE as error:
        log.error("giving up: the database does not answer", extra={"reason": str(error).strip()})
        return CANNOT_START
    try:
        log.info("starting", extra={"version": settings.version, "environment": settings.environment})
        # uvicorn finishes the requests under way at SIGTERM, then returns.
        uvicorn.run(create_app(settings, database), host="0.0.0.0", port=settings.port, log_config=None)
    finally:
        database.close()
        log.info("stopped")
    return 0


def development_app() -> FastAPI:
    """For `uvicorn --factory harvis_backend.main:development_app --reload`, which imports the application anew at each change."""
    settings = Settings.read(os.environ)
    configure_logging(settings.log_level)
    return create_app(settings, Database.start(settings))


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
