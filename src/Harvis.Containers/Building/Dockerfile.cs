using System.Text.RegularExpressions;

namespace Harvis.Containers.Building;

/// <summary>
/// What can be judged about a Dockerfile without building it: stages, arguments, and whether it needs BuildKit.
/// See https://docs.docker.com/reference/dockerfile/.
/// </summary>
sealed partial class Dockerfile
{
    /// <summary>Arguments that exist without an <c>ARG</c>. See https://docs.docker.com/reference/dockerfile/#predefined-args.</summary>
    public static readonly IReadOnlyList<string> PredefinedArguments =
    [
        .. new[] { "HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY" }.SelectMany(name => new[] { name, name.ToLowerInvariant() }),
        "SOURCE_DATE_EPOCH", "BUILDKIT_INLINE_CACHE", "BUILDKIT_SYNTAX",
    ];

    static readonly string[] PlatformArguments =
    [
        "TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT", "BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT",
    ];

    readonly List<string> _stages = [];
    readonly List<string> _arguments = [];
    readonly List<string> _defaulted = [];
    readonly List<string> _froms = [];
    int _stageCount;

    Dockerfile()
    {
    }

    /// <summary>The names that stages were given.</summary>
    public IReadOnlyList<string> StageNames => _stages;

    /// <summary>The arguments it declares, in order, once each.</summary>
    public IReadOnlyList<string> Arguments => [.. _arguments.Distinct()];

    /// <summary>Arguments without a default that a <c>FROM</c> can't do without.</summary>
    public IReadOnlyList<string> ArgumentsNeeded =>
    [
        .. _froms.SelectMany(from => Variable().Matches(from)).Select(match => match.Groups["name"].Value)
            .Distinct().Except(_defaulted).Except(PlatformArguments),
    ];

    /// <summary>The first instruction that only BuildKit understands, or null.</summary>
    public string? NeedsBuildKit { get; private set; }

    /// <summary>Whether there is a stage of that name or number.</summary>
    public bool HasStage(string stage) =>
        _stages.Contains(stage, StringComparer.OrdinalIgnoreCase) || (int.TryParse(stage, out var number) && number >= 0 && number < _stageCount);

    /// <summary>Reads the text of a Dockerfile; what isn't understood is left to the builder.</summary>
    public static Dockerfile Parse(string text)
    {
        var dockerfile = new Dockerfile();
        foreach (var instruction in Instructions(text)) dockerfile.Add(instruction);
        return dockerfile;
    }

    void Add(string instruction)
    {
        var space = instruction.AsSpan().IndexOfAny(' ', '\t');
        if (space < 0) return;
        var rest = instruction[(space + 1)..].Trim();
        switch (instruction[..space].ToUpperInvariant())
        {
            case "FROM": AddStage(rest); break;
            case "ARG": AddArguments(rest); break;
            default: break;
        }

        if (NeedsBuildKit is null && (BuildKitOnly().IsMatch(instruction) || HereDocument().IsMatch(instruction))) NeedsBuildKit = instruction;
    }

    void AddStage(string from)
    {
        _stageCount++;
        var match = Stage().Match(from);
        if (match.Success) _stages.Add(match.Groups["name"].Value);
        _froms.Add(match.Success ? from[..match.Index] : from);
    }

    void AddArguments(string declared)
    {
        foreach (Match match in Argument().Matches(declared))
        {
            _arguments.Add(match.Groups["name"].Value);

            // Only what stands before the first FROM counts for a FROM.
            if (match.Groups["value"].Success && _stageCount == 0) _defaulted.Add(match.Groups["name"].Value);
        }
    }

    // Lines joined where they continue, without comments and the bodies of here-documents.
    static IEnumerable<string> Instructions(string text)
    {
        var escape = EscapeDirective().Match(text) is { Success: true } directive ? directive.Groups["character"].Value[0] : '\\';
        var joined = "";
        var ends = new Queue<string>();
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (ends.TryPeek(out var end))
            {
                if (raw.TrimStart('\t') == end) ends.Dequeue();
                continue;
            }

            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[^1] == escape)
            {
                joined += $"{line[..^1]} ";
                continue;
            }

            var instruction = joined + line;
            joined = "";
            foreach (Match start in HereDocument().Matches(instruction)) ends.Enqueue(start.Groups["end"].Value);
            yield return instruction;
        }

        if (joined.Length > 0) yield return joined.TrimEnd();
    }

    [GeneratedRegex(@"\A(?:\s*#[^\n]*\n)*?\s*#\s*escape\s*=\s*(?<character>[`\\])", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex EscapeDirective();

    [GeneratedRegex(@"\s+AS\s+(?<name>\S+)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Stage();

    [GeneratedRegex("""(?<=^|\s)(?<name>[A-Za-z_]\w*)(?<value>=(?:"[^"]*"|'[^']*'|\S)*)?(?=\s|$)""")]
    private static partial Regex Argument();

    // ${NAME:-default} and ${NAME:+other} can do without a value.
    [GeneratedRegex(@"\$(?:\{(?<name>[A-Za-z_]\w*)\}|(?<name>[A-Za-z_]\w*))")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^(?:RUN|COPY|ADD)\s+(?:--\S+\s+)*--(?:mount|network|security|link|chmod|parents|exclude|checksum|keep-git-dir)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BuildKitOnly();

    [GeneratedRegex("""(?<=^(?:RUN|COPY|ADD)\s.*)<<-?(["']?)(?<end>[A-Za-z_]\w*)\1""", RegexOptions.IgnoreCase)]
    private static partial Regex HereDocument();
}
