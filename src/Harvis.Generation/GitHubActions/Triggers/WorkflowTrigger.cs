using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Triggers;

/// <summary>
/// An event that starts a workflow, as <c>on</c> has it. Closed; <see cref="Event"/> is any event without filters of its own.
/// See https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows.
/// </summary>
public abstract record WorkflowTrigger
{
    private WorkflowTrigger()
    {
    }

    /// <summary>The event's name.</summary>
    public abstract string Name { get; }

    /// <summary>Commits or tags were pushed.</summary>
    public sealed record Push : WorkflowTrigger
    {
        /// <inheritdoc/>
        public override string Name => "push";

        /// <summary>Which branches; null with tags means none, without tags all.</summary>
        public NameFilter? Branches { get; init; }

        /// <summary>Which tags; null with branches means none, without branches all.</summary>
        public NameFilter? Tags { get; init; }

        /// <summary>Which changed files count.</summary>
        public NameFilter? Paths { get; init; }

        internal override YamlNode ToYaml() => YamlMap.Of([.. NameFilter.Entries("branches", Branches), .. NameFilter.Entries("tags", Tags), .. NameFilter.Entries("paths", Paths)]);
    }

    /// <summary>A pull request was opened or changed; with its code and without secrets if it comes from a fork.</summary>
    public record PullRequest : WorkflowTrigger
    {
        /// <inheritdoc/>
        public override string Name => "pull_request";

        /// <summary>What happened to it; empty for opened, synchronize and reopened.</summary>
        public IReadOnlyList<string> Types { get; init; } = [];

        /// <summary>Into which branches.</summary>
        public NameFilter? Branches { get; init; }

        /// <summary>Which changed files count.</summary>
        public NameFilter? Paths { get; init; }

        internal override YamlNode ToYaml() =>
            YamlMap.Of([("types", Texts(Types)), .. NameFilter.Entries("branches", Branches), .. NameFilter.Entries("paths", Paths)]);
    }

    /// <summary>The same with the rights and secrets of the target branch: see HRV2106.</summary>
    public sealed record PullRequestTarget : PullRequest
    {
        /// <inheritdoc/>
        public override string Name => "pull_request_target";
    }

    /// <summary>Times in UTC.</summary>
    /// <param name="Crons">Five cron fields each.</param>
    public sealed record Schedule(IReadOnlyList<string> Crons) : WorkflowTrigger
    {
        /// <inheritdoc/>
        public override string Name => "schedule";

        internal override YamlNode ToYaml() => new YamlList([.. Crons.Select(cron => YamlMap.Of(("cron", cron)))]);
    }

    /// <summary>Another workflow calls it.</summary>
    public sealed record WorkflowCall : WorkflowTrigger
    {
        /// <inheritdoc/>
        public override string Name => "workflow_call";

        /// <summary>What it is given.</summary>
        public IReadOnlyList<CallInput> Inputs { get; init; } = [];

        /// <summary>The secrets that it is given.</summary>
        public IReadOnlyList<CallSecret> Secrets { get; init; } = [];

        /// <summary>What it gives back.</summary>
        public IReadOnlyList<CallOutput> Outputs { get; init; } = [];

        internal override YamlNode ToYaml() => YamlMap.Of(
            ("inputs", Named(Inputs.Select(input => (input.Name, input.ToYaml())))),
            ("outputs", Named(Outputs.Select(output => (output.Name, output.ToYaml())))),
            ("secrets", Named(Secrets.Select(secret => (secret.Name, secret.ToYaml())))));
    }

    /// <summary>A person starts it.</summary>
    public sealed record WorkflowDispatch : WorkflowTrigger
    {
        /// <inheritdoc/>
        public override string Name => "workflow_dispatch";

        /// <summary>What they choose; at most 25.</summary>
        public IReadOnlyList<DispatchInput> Inputs { get; init; } = [];

        internal override YamlNode ToYaml() => YamlMap.Of(("inputs", Named(Inputs.Select(input => (input.Name, input.ToYaml())))));
    }

    /// <summary>Another workflow ran; with the rights of the default branch: see HRV2106.</summary>
    /// <param name="Workflows">The names of those workflows.</param>
    public sealed record WorkflowRun(IReadOnlyList<string> Workflows) : WorkflowTrigger
    {
        /// <inheritdoc/>
        public override string Name => "workflow_run";

        /// <summary>requested, in_progress, completed; empty for requested and completed.</summary>
        public IReadOnlyList<string> Types { get; init; } = [];

        /// <summary>Of which branches.</summary>
        public NameFilter? Branches { get; init; }

        internal override YamlNode ToYaml() => YamlMap.Of([("workflows", Texts(Workflows)), ("types", Texts(Types)), .. NameFilter.Entries("branches", Branches)]);
    }

    /// <summary>Any other event: release, merge_group, repository_dispatch, deployment_status, …</summary>
    /// <param name="Kind">Its name.</param>
    public sealed record Event(string Kind) : WorkflowTrigger
    {
        /// <inheritdoc/>
        public override string Name => Kind;

        /// <summary>Which activities of it; empty for all that GitHub means by default.</summary>
        public IReadOnlyList<string> Types { get; init; } = [];

        internal override YamlNode ToYaml() => YamlMap.Of(("types", Texts(Types)));
    }

    internal abstract YamlNode ToYaml();

    static YamlList? Texts(IReadOnlyList<string> texts) => texts.Count == 0 ? null : YamlList.Of(texts);

    static YamlMap? Named(IEnumerable<(string Name, YamlMap Value)> entries) =>
        entries.Any() ? YamlMap.Of(entries.Select(entry => (entry.Name, (YamlNode?)entry.Value))) : null;
}
