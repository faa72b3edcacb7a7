import tempfile
import unittest
from pathlib import Path

from harvis_backend.settings import Settings, SettingsError


class SettingsTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name, "password")
        self.file.write_text("s3cret pass\n", encoding="utf-8")

    def read(self, **variables: str) -> Settings:
        return Settings.read({"DATABASE_PASSWORD_FILE": str(self.file), **variables})

    def test_read_only_the_password_file_given_uses_defaults(self) -> None:
        settings = self.read()
        self.assertEqual(("localhost", 5432, "harvis", "harvis"),
                         (settings.database_host, settings.database_port, settings.database_name, settings.database_user))
        self.assertEqual(("dev", "INFO", 8000), (settings.environment, settings.log_level, settings.port))

    def test_read_password_loses_only_its_line_end(self) -> None:
        self.assertEqual("s3cret pass", self.read().database_password)

    def test_repr_never_shows_the_password(self) -> None:
        self.assertNotIn("s3cret", repr(self.read()))

    def test_read_password_in_a_variable_is_ignored(self) -> None:
        with self.assertRaisesRegex(SettingsError, "DATABASE_PASSWORD_FILE is not set"):
            Settings.read({"DATABASE_PASSWORD": "s3cret"})

    def test_read_unusable_password_file_says_which(self) -> None:
        self.file.write_text("\n", encoding="utf-8")
        with self.assertRaisesRegex(SettingsError, "is empty"):
            self.read()
        with self.assertRaisesRegex(SettingsError, "/nowhere/password' can't be read"):
            self.read(DATABASE_PASSWORD_FILE="/nowhere/password")

    def test_read_wrong_numbers_are_refused(self) -> None:
        for text in ("0", "-1", "65536", "5432a", "1_000", " 5432", "٣"):
            with self.subTest(text), self.assertRaisesRegex(SettingsError, "DATABASE_PORT is"):
                self.read(DATABASE_PORT=text)

    def test_read_log_level_in_any_case_and_only_known_ones(self) -> None:
        self.assertEqual("DEBUG", self.read(LOG_LEVEL="debug").log_level)
        with self.assertRaisesRegex(SettingsError, "LOG_LEVEL is 'LOUD'"):
            self.read(LOG_LEVEL="LOUD")


if __name__ == "__main__":
    unittest.main()
