import json
import logging
import unittest

from harvis_backend.logs import AccessFields, JsonFormatter


def record(message: str, *args: object, **extra: object) -> logging.LogRecord:
    made = logging.LogRecord("uvicorn.access", logging.INFO, "", 0, message, args, None)
    vars(made).update(extra)
    return made


class LogTests(unittest.TestCase):
    def test_format_is_one_json_line_with_the_extra_fields(self) -> None:
        text = JsonFormatter().format(record("two\nlines %s", "here", migration="0001"))
        self.assertNotIn("\n", text)
        line = json.loads(text)
        self.assertEqual(("two\nlines here", "INFO", "0001"), (line["message"], line["level"], line["migration"]))

    def test_access_line_becomes_fields(self) -> None:
        request = record('%s - "%s %s HTTP/%s" %d', "10.0.0.1:5", "GET", "/api/search?q=x", "1.1", 200)
        self.assertTrue(AccessFields().filter(request))
        line = json.loads(JsonFormatter().format(request))
        self.assertEqual(("request", "GET", "/api/search?q=x", 200), tuple(line[name] for name in ("message", "method", "path", "status")))

    def test_access_probes_are_dropped_only_while_all_is_well(self) -> None:
        for status, kept in ((200, False), (503, True)):
            self.assertIs(kept, AccessFields().filter(record("", "10.0.0.1:5", "GET", "/health", "1.1", status)))


if __name__ == "__main__":
    unittest.main()
