using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>A job: https://docs.gitlab.com/ci/yaml/#job-keywords.</summary>
/// <param name="Name">Its name.</param>
public sealed record GitLabJob(string Name)
{
    /// <summary>What it does, for people who read the file.</summary>
    public string? Title { get; init; }

    /// <summary>Its stage.</summary>
    public required string Stage { get; init; }

    /// <summary>What selects its runner; empty for the default's.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Its image, or null for the default's.</summary>
    public GitLabImage? Image { get; init; }

    /// <summary>The containers beside it.</summary>
    public IReadOnlyList<GitLabService> Services { get; init; } = [];

    /// <summary>The jobs that must have ended first; null where the stages before it must.</summary>
    public IReadOnlyList<GitLabNeed>? Needs { get; init; }

    /// <summary>When it is part of a pipeline, and how.</summary>
    public IReadOnlyList<GitLabRule> Rules { get; init; } = [];

    /// <summary>Its runs, or null for one.</summary>
    public GitLabMatrix? Parallel { get; init; }

    /// <summary>The environment that it delivers to, or null.</summary>
    public GitLabEnvironment? Environment { get; init; }

    /// <summary>Of the jobs with this name at most one runs at a time; null for no limit.</summary>
    public string? ResourceGroup { get; init; }

    /// <summary>Whether a newer pipeline of the branch may cancel it.</summary>
    public bool IsInterruptible { get; init; }

    /// <summary>How long it may take; null for the project's limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How often it is started again, or null for the default's.</summary>
    public GitLabRetry? Retry { get; init; }

    /// <summary>Its variables.</summary>
    public IReadOnlyList<GitLabVariable> Variables { get; init; } = [];

    /// <summary>Its identity tokens: the variable of each, and whom it is for.</summary>
    public IReadOnlyList<(string Variable, string Audience)> IdTokens { get; init; } = [];

    /// <summary>The secrets that its runner fetches: the variable of each, and where from.</summary>
    public IReadOnlyList<(string Variable, GitLabSecretSource Source)> Secrets { get; init; } = [];

    /// <summary>What it keeps from one pipeline to the next.</summary>
    public IReadOnlyList<GitLabCache> Caches { get; init; } = [];

    /// <summary>Commands before the script, in the same shell.</summary>
    public IReadOnlyList<string> BeforeScript { get; init; } = [];

    /// <summary>Its commands; empty only for a job that starts a pipeline.</summary>
    public IReadOnlyList<string> Script { get; init; } = [];

    /// <summary>Commands after it, in a shell of their own, whatever became of it.</summary>
    public IReadOnlyList<string> AfterScript { get; init; } = [];

    /// <summary>What it leaves, or null.</summary>
    public GitLabArtifacts? Artifacts { get; init; }

    /// <summary>The release that it makes, or null.</summary>
    public GitLabRelease? Release { get; init; }

    /// <summary>The pipeline that it starts, or null.</summary>
    public GitLabTrigger? Trigger { get; init; }

    /// <summary>What this record has no word for: merged into it, lists appended.</summary>
    public IReadOnlyList<YamlMap> Parts { get; init; } = [];

    internal YamlMap ToYaml() => Parts.Aggregate(Own(), YamlMerge.Of);

    YamlMap Own() => YamlMap.Of(
        ("stage", new YamlText(Stage) { Comment = Title }),
        ("tags", SyntaxNode.Texts(Tags)),
        ("image", Image?.ToYaml()),
        ("services", SyntaxNode.Items([.. Services.Select(service => service.ToYaml())])),
        ("needs", Needs is null ? null : new YamlList([.. Needs.Select(need => need.ToYaml())])),
        ("rules", SyntaxNode.Items([.. Rules.Select(rule => rule.ToYaml())])),
        ("parallel", Parallel?.ToYaml()),
        ("environment", Environment?.ToYaml()),
        ("resource_group", SyntaxNode.Text(ResourceGroup)),
        ("interruptible", IsInterruptible),
        ("timeout", SyntaxNode.Duration(Timeout)),
        ("retry", Retry?.ToYaml()),
        ("variables", GitLabVariable.ToYaml(Variables)),
        ("id_tokens", SyntaxNode.Map(IdTokens.Select(token => (token.Variable, (YamlNode?)YamlMap.Of(("aud", token.Audience)))))),
        ("secrets", SyntaxNode.Map(Secrets.Select(secret => (secret.Variable, (YamlNode?)secret.Source.ToYaml())))),
        ("cache", SyntaxNode.Items([.. Caches.Select(cache => cache.ToYaml())])),
        ("before_script", SyntaxNode.Texts(BeforeScript)),
        ("script", SyntaxNode.Texts(Script)),
        ("after_script", SyntaxNode.Texts(AfterScript)),
        ("artifacts", Artifacts?.ToYaml()),
        ("release", Release?.ToYaml()),
        ("trigger", Trigger?.ToYaml()));
}
