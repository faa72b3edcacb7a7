import unittest

from harvis_backend.assistant import RECALL_FROM, Memory, reply_to


class AssistantTests(unittest.TestCase):
    def test_reply_nothing_near_is_noted(self) -> None:
        for memory in (None, Memory("wine and fish", "Dinner", RECALL_FROM - 0.01)):
            self.assertTrue(reply_to("deploy", memory).startswith("Noted."))

    def test_reply_near_memory_is_quoted_with_its_conversation(self) -> None:
        answer = reply_to("how to deploy", Memory("we deploy on Fridays", "Release plan", 0.6))
        self.assertIn("“Release plan”", answer)
        self.assertIn("we deploy on Fridays", answer)

    def test_reply_same_words_again_are_recognised(self) -> None:
        self.assertIn("exactly that", reply_to("Deploy NOW", Memory("deploy now", "Release plan", 1.0)))

    def test_reply_long_memory_is_shortened_on_one_line(self) -> None:
        answer = reply_to("x", Memory("many\nwords " * 100, "Essay", 0.9))
        self.assertLess(len(answer), 260)
        self.assertNotIn("\n", answer)


if __name__ == "__main__":
    unittest.main()
