"""One JSON object a line on standard output: what log collectors read without a parser of their own."""

from __future__ import annotations

import json
import logging
import sys
from datetime import datetime, timezone

# What a LogRecord always has; anything else came in through `extra` and belongs in the line.
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message"}


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, timezone.utc).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line.update((name, value) for name, value in vars(record).items() if name not in _STANDARD)
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str, ensure_ascii=False)


class AccessFields(logging.Filter):
    """Turns uvicorn's access line into fields, and drops the probes' requests: they come every few seconds."""

    def filter(self, record: logging.LogRecord) -> bool:
        if not isinstance(record.args, tuple) or len(record.args) != 5:
            return True
        client, method, path, _, status = record.args
        record.msg, record.args = "request", ()
        vars(record).update(client=client, method=method, path=path, status=status)
        return not (status == 200 and str(path).startswith("/health"))


def configure_logging(level: str) -> None:
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("uvicorn.access").addFilter(AccessFields())
    # The pool logs each attempt while the database is away; the first report is enough.
    logging.getLogger("psycopg.pool").setLevel(logging.ERROR)
