"""What the process is told from outside, read once and checked before anything starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from . import __version__

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingsError(Exception):
    """A variable is missing or has a value that can't be used."""


@dataclass(frozen=True)
class Settings:
    database_host: str
    database_port: int
    database_name: str
    database_user: str
    database_password: str = field(repr=False)
    database_wait_seconds: float = 60.0
    environment: str = "dev"
    log_level: str = "INFO"
    version: str = __version__
    port: int = 8000

    @staticmethod
    def read(variables: Mapping[str, str]) -> Settings:
        """Reads DATABASE_*, ENVIRONMENT, LOG_LEVEL, APP_VERSION and PORT; raises SettingsError."""
        return Settings(
            database_host=variables.get("DATABASE_HOST") or "localhost",
            database_port=_integer(variables, "DATABASE_PORT", 5432),
            database_name=variables.get("DATABASE_NAME") or "harvis",
            database_user=variables.get("DATABASE_USER") or "harvis",
            database_password=_password(variables.get("DATABASE_PASSWORD_FILE")),
            database_wait_seconds=_integer(variables, "DATABASE_WAIT_SECONDS", 60, highest=3600),
            environment=variables.get("ENVIRONMENT") or "dev",
            log_level=_log_level(variables.get("LOG_LEVEL") or "INFO"),
            version=variables.get("APP_VERSION") or __version__,
            port=_integer(variables, "PORT", 8000),
        )


def _integer(variables: Mapping[str, str], name: str, default: int, highest: int = 65535) -> int:
    text = variables.get(name)
    if not text:
        return default
    # Only ASCII digits: int() also takes '1_000', ' 7 ' and other alphabets' digits.
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= highest):
        raise SettingsError(f"{name} is '{text}'; it must be a whole number from 1 to {highest}.")
    return int(text)


def _log_level(text: str) -> str:
    level = text.upper()
    if level not in LOG_LEVELS:
        raise SettingsError(f"LOG_LEVEL is '{text}'; it must be one of {', '.join(LOG_LEVELS)}.")
    return level


def _password(file: str | None) -> str:
    # Never a variable: those are inherited by child processes and shown by 'docker inspect'.
    if not file:
        raise SettingsError("DATABASE_PASSWORD_FILE is not set; it names the file that holds the database password.")
    try:
        password = Path(file).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"DATABASE_PASSWORD_FILE '{file}' can't be read: {error}.") from error
    if not password:
        raise SettingsError(f"DATABASE_PASSWORD_FILE '{file}' is empty.")
    return password
