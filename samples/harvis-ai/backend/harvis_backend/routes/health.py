"""What orchestrators ask: is the process alive, and can it do its work?"""

from __future__ import annotations

from fastapi import APIRouter, Response
from pydantic import BaseModel

from ..database import Database
from ..settings import Settings


class Health(BaseModel):
    status: str
    version: str
    environment: str
    database: str


def health_routes(settings: Settings, database: Database) -> APIRouter:
    router = APIRouter(tags=["health"])

    @router.get("/health", response_model=Health, responses={503: {"model": Health}})
    def health(response: Response) -> Health:
        """200 while the database answers, otherwise 503: for readiness, start and smoke tests."""
        ready = database.answers()
        response.status_code = 200 if ready else 503
        return Health(
            status="ok" if ready else "unavailable",
            version=settings.version,
            environment=settings.environment,
            database="ok" if ready else "unavailable",
        )

    @router.get("/health/live")
    def live() -> dict[str, str]:
        """200 while the process serves: for liveness. It leaves the database out, because restarting wouldn't help it."""
        return {"status": "ok"}

    return router
