"""The HTTP interface over a stand-in for the database, called as a server calls it: through ASGI, without a socket."""

import asyncio
import json
import unittest
from contextlib import contextmanager

from harvis_backend.app import create_app
from harvis_backend.database import UNAVAILABLE
from harvis_backend.settings import Settings

SETTINGS = Settings("db", 5432, "harvis", "harvis", "secret", environment="staging", version="1.2.3")


class FakeDatabase:
    def __init__(self, up: bool) -> None:
        self.up = up

    def answers(self) -> bool:
        return self.up

    @contextmanager
    def connection(self):
        raise UNAVAILABLE("connection refused")
        yield


def request(app, method: str, path: str, body: object = None) -> tuple[int, dict]:
    sent: list[dict] = []
    payload = b"" if body is None else json.dumps(body).encode()
    path, _, query = path.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"content-type", b"application/json")], "client": ("127.0.0.1", 1), "server": ("test", 80),
    }

    async def receive() -> dict:
        return {"type": "http.request", "body": payload, "more_body": False}

    async def send(message: dict) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    content = b"".join(message.get("body", b"") for message in sent[1:])
    return sent[0]["status"], json.loads(content or b"{}")


class AppTests(unittest.TestCase):
    def test_health_database_answers_is_200_with_the_version(self) -> None:
        status, body = request(create_app(SETTINGS, FakeDatabase(up=True)), "GET", "/health")
        self.assertEqual(200, status)
        self.assertEqual({"status": "ok", "version": "1.2.3", "environment": "staging", "database": "ok"}, body)

    def test_health_database_away_is_503_but_the_process_lives(self) -> None:
        app = create_app(SETTINGS, FakeDatabase(up=False))
        self.assertEqual(503, request(app, "GET", "/health")[0])
        self.assertEqual(200, request(app, "GET", "/health/live")[0])

    def test_api_database_away_is_503_without_a_stack_trace(self) -> None:
        with self.assertLogs("harvis_backend", "ERROR"):
            status, body = request(create_app(SETTINGS, FakeDatabase(up=False)), "GET", "/api/conversations")
        self.assertEqual((503, {"detail": "The database does not answer."}), (status, body))

    def test_api_wrong_input_is_refused_before_the_database(self) -> None:
        app = create_app(SETTINGS, FakeDatabase(up=True))
        for method, path, body in (
            ("POST", "/api/conversations", {"title": "   "}),
            ("POST", "/api/conversations", {"title": "x" * 201}),
            ("POST", "/api/conversations/1/messages", {"content": ""}),
            ("POST", "/api/conversations/1/messages", {"content": "a NUL \0 byte"}),
            ("POST", "/api/conversations/1/messages", {"content": "half a pair \ud800"}),
            ("GET", "/api/conversations/0", None),
            ("GET", "/api/conversations/9223372036854775808", None),
            ("GET", "/api/search?q=", None),
            ("GET", "/api/conversations?limit=0", None),
        ):
            with self.subTest(f"{method} {path} {body}"[:80]):
                self.assertEqual(422, request(app, method, path, body)[0])

    def test_docs_describe_every_route(self) -> None:
        paths = request(create_app(SETTINGS, FakeDatabase(up=True)), "GET", "/openapi.json")[1]["paths"]
        self.assertLessEqual({"/health", "/api/conversations", "/api/conversations/{conversation_id}", "/api/search"}, set(paths))


if __name__ == "__main__":
    unittest.main()
