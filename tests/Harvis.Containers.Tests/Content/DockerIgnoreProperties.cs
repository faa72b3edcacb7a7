using CsCheck;
using Harvis.Containers.Content;

namespace Harvis.Containers.Tests.Content;

public sealed class DockerIgnoreProperties
{
    static readonly Gen<string> Name = OneOf("a", "b", "ab", "a.b", "x");

    static readonly Gen<string> Path = Name.Array[1, 4].Select(parts => string.Join('/', parts));

    static readonly Gen<string> Pattern = OneOf("a", "b", "ab", "*", "a*", "?", "**", "*b", "[ab]", "x").Array[1, 3].Select(parts => string.Join('/', parts));

    /// <summary>One pattern means: it matches the path or a parent, part for part, where ** stands for any number of parts.</summary>
    [Fact]
    public void Excludes_OnePattern_EqualsMatchingPartByPart() =>
        Gen.Select(Pattern, Path).Sample((pattern, path) =>
            DockerIgnore.Parse(pattern).Excludes(path).ShouldBe(MatchesWithParents(pattern, path), $"{pattern} on {path}"));

    [Fact]
    public void Excludes_AfterEverythingIsTakenBack_IsNever() =>
        Gen.Select(Pattern.Array[0, 4], Path).Sample((patterns, path) =>
            DockerIgnore.Parse($"{string.Join('\n', patterns)}\n!**").Excludes(path).ShouldBeFalse());

    [Fact]
    public void Excludes_WithoutTakingBack_EqualsAnyPattern() =>
        Gen.Select(Pattern.Array[0, 4], Path).Sample((patterns, path) =>
            DockerIgnore.Parse(string.Join('\n', patterns)).Excludes(path).ShouldBe(patterns.Any(pattern => DockerIgnore.Parse(pattern).Excludes(path))));

    [Fact]
    public void Excludes_AskedInAnyOrder_IsTheSame() =>
        Gen.Select(Pattern.Array[1, 4], Path.Array[1, 8]).Sample((patterns, paths) =>
        {
            var text = string.Join('\n', patterns.Select((pattern, i) => i % 2 == 1 ? $"!{pattern}" : pattern));
            var together = DockerIgnore.Parse(text);
            foreach (var path in paths) together.Excludes(path).ShouldBe(DockerIgnore.Parse(text).Excludes(path));
        });

    static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    static bool MatchesWithParents(string pattern, string path)
    {
        var parts = path.Split('/');
        return Enumerable.Range(1, parts.Length).Any(count => Matches(pattern.Split('/'), parts.AsSpan(0, count)));
    }

    static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty) return path.IsEmpty;
        if (pattern[0] != "**") return !path.IsEmpty && MatchesPart(pattern[0], path[0]) && Matches(pattern[1..], path[1..]);

        // A "**" at the end needs something to stand for; before other parts it may stand for nothing.
        if (pattern.Length == 1) return !path.IsEmpty;
        for (var skipped = 0; skipped <= path.Length; skipped++)
        {
            if (Matches(pattern[1..], path[skipped..])) return true;
        }

        return false;
    }

    static bool MatchesPart(string pattern, string part) => pattern switch
    {
        "*" => true,
        "a*" => part[0] == 'a',
        "*b" => part[^1] == 'b',
        "?" => part.Length == 1,
        "[ab]" => part is "a" or "b",
        _ => pattern == part,
    };
}
