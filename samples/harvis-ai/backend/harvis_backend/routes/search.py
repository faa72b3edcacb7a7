from __future__ import annotations

from fastapi import APIRouter, Query

from ..conversations import Conversations, SearchHit


def search_routes(conversations: Conversations) -> APIRouter:
    router = APIRouter(prefix="/api/search", tags=["search"])

    @router.get("", response_model=list[SearchHit])
    def search(
        q: str = Query(min_length=1, max_length=1000), limit: int = Query(5, ge=1, le=50)
    ) -> list[SearchHit]:
        """What people said that is nearest in meaning to `q`, the nearest first."""
        return conversations.search(q, limit)

    return router
