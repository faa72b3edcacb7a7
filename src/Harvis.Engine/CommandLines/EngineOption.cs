namespace Harvis.Engine.CommandLines;

/// <summary>An option that every build has.</summary>
/// <param name="Name">With its dashes.</param>
/// <param name="Value">What its value is called in help; null where it takes none.</param>
/// <param name="Description">What it does.</param>
sealed record EngineOption(string Name, string? Value, string Description)
{
    /// <summary>All of them, in the order help shows them.</summary>
    public static IReadOnlyList<EngineOption> All { get; } =
    [
        new("--help", null, "Show targets, parameters and options"),
        new("--plan", null, "Show what would run, in order, what waits for what, and why something is skipped"),
        new("--json", null, "With --plan: as JSON"),
        new("--graph", null, "Show the targets asked for, or all, as a Mermaid graph"),
        new("--only", null, "Run the named targets without what they depend on"),
        new("--skip", "[targets]", "Skip these targets; without names, all that isn't named itself"),
        new("--continue", null, "Resume the last run: what succeeded with the same inputs isn't done again"),
        new("--parallelism", "N", "Run at most N targets side by side (1 to 1024; 16 by default)"),
        new("--dry-run", null, "Show what would be done, change nothing"),
        new("--check", null, "With Generate: change nothing, fail if a generated file isn't what the code says"),
        new("--profile", "NAME", "Read .nuke/parameters.NAME.json too; may be repeated"),
        new("--provision", null, "Install the tools that are missing, saying what first"),
        new("--verbose", null, "Show debug output too"),
        new("--completion", "SHELL", "Print the completion script for bash, zsh or pwsh"),
    ];
}
