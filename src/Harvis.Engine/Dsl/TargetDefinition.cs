using System.Runtime.CompilerServices;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Dsl;

/// <summary>
/// The definition of a target. Immutable: each member returns a new definition, so a definition can be shared and extended.
/// Whatever the engine or a generator needs is declared here; nothing is guessed from the body.
/// </summary>
public sealed partial record TargetDefinition
{
    internal TargetDefinition(object build) => Build = build;

    internal object Build { get; init; }

    internal string Text { get; init; } = "";

    internal bool IsListed { get; init; } = true;

    internal SourceLocation? Location { get; init; }

    /// <summary>Says what the target does, in one sentence for <c>--help</c> and the generated files.</summary>
    public TargetDefinition Description(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        At(file, line) with { Text = text };

    /// <summary>Leaves the target out of <c>--help</c> and the completion; it still runs when named.</summary>
    public TargetDefinition Unlisted() => this with { IsListed = false };

    TargetDefinition At(string file, int line) =>
        Location is null && file.Length > 0 ? this with { Location = new SourceLocation(SourcePath.Relative(file), line) } : this;
}
