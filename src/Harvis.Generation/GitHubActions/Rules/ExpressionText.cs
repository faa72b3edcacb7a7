using System.Text.RegularExpressions;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>Expressions in texts of a document, as GitHub finds them: from <c>${{</c> to the first <c>}}</c> outside quotes.</summary>
static partial class ExpressionText
{
    // What only GitHub or this repository's own files decide, and what can't hold more than letters, digits and dashes.
    static readonly HashSet<string> Trusted = new(StringComparer.OrdinalIgnoreCase)
    {
        "github.actor_id", "github.api_url", "github.event_name", "github.graphql_url", "github.job", "github.ref_protected", "github.ref_type",
        "github.repository", "github.repository_id", "github.repository_owner", "github.repository_owner_id", "github.run_attempt", "github.run_id",
        "github.run_number", "github.server_url", "github.sha", "github.workflow_sha", "github.workspace", "runner.arch", "runner.os",
        "runner.temp", "runner.tool_cache", "strategy.job-index", "strategy.job-total", "job.status",
    };

    /// <summary>The expressions in a text, without <c>${{ }}</c>.</summary>
    public static IEnumerable<string> In(string text) => Expressions().Matches(text).Select(match => match.Groups["expression"].Value.Trim());

    /// <summary>Whether the text is one expression and nothing else.</summary>
    public static bool IsWhole(string text) => Whole().IsMatch(text);

    /// <summary>The values of contexts that an expression reads: <c>github.event.issue.title</c>.</summary>
    public static IEnumerable<string> Values(string expression) =>
        Contexts().Matches(Literals().Replace(expression, "''")).Select(match => match.Value);

    /// <summary>Whether others can write what the expression is worth.</summary>
    public static bool IsUntrusted(string expression) => Values(expression).Any(value => !Trusted.Contains(value));

    /// <summary>The secrets that an expression reads, by name; the job's own token isn't one of them.</summary>
    public static IEnumerable<string> Secrets(string expression) =>
        Values(expression).Where(value => value.StartsWith("secrets.", StringComparison.OrdinalIgnoreCase) && !value.Equals("secrets.GITHUB_TOKEN", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\$\{\{(?<expression>(?:'[^']*'|[^'}]|\}(?!\}))*)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Expressions();

    [GeneratedRegex(@"\A\$\{\{(?:'[^']*'|[^'}]|\}(?!\}))*\}\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex("'[^']*'", RegexOptions.CultureInvariant)]
    private static partial Regex Literals();

    [GeneratedRegex(@"(?<![\w.-])(?:github|inputs|needs|steps|matrix|env|secrets|vars|runner|strategy|job|jobs)\b(?:\.[\w*-]+|\[[^\]]*\])*(?!\s*\()", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Contexts();
}
