import math
import unittest

from harvis_backend.assistant import RECALL_FROM
from harvis_backend.embedding import DIMENSIONS, embed, to_vector_literal


def similarity(one: str, other: str) -> float:
    return sum(a * b for a, b in zip(embed(one), embed(other)))


class EmbeddingTests(unittest.TestCase):
    def test_embed_any_text_is_a_unit_vector(self) -> None:
        for text in ("", "   ", "!?", "the", "deploy", "Grüße aus Köln", "日本語", "word " * 2000):
            with self.subTest(text[:20]):
                vector = embed(text)
                self.assertEqual(DIMENSIONS, len(vector))
                self.assertAlmostEqual(1.0, math.sqrt(sum(value * value for value in vector)))

    def test_embed_is_the_same_in_every_process(self) -> None:
        # Python's own hash() differs from run to run; stored vectors would then find nothing.
        vector = embed("deploy")
        self.assertEqual(VECTOR_OF_DEPLOY, [(index, round(value, 4)) for index, value in enumerate(vector) if value])

    def test_similarity_shared_words_beat_none(self) -> None:
        stored = "How do I roll back the production deployment?"
        self.assertGreater(similarity(stored, "rollback of a deployment in production"), RECALL_FROM)
        self.assertLess(similarity(stored, "Which wine goes with fish?"), 0.25)

    def test_similarity_case_and_punctuation_do_not_matter(self) -> None:
        self.assertAlmostEqual(1.0, similarity("Deploy, please!", "deploy please"))

    def test_to_vector_literal_is_what_pgvector_reads(self) -> None:
        self.assertEqual("[0.25,-0.5,1e-07]", to_vector_literal([0.25, -0.5, 1e-7]))


# The word has the largest share, the six trigrams of '^deploy$' equal ones.
VECTOR_OF_DEPLOY = [(25, -0.2857), (42, -0.2857), (57, -0.2857), (85, 0.2857), (104, 0.2857), (197, 0.7143), (253, -0.2857)]


if __name__ == "__main__":
    unittest.main()
