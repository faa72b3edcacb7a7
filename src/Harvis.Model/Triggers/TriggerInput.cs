namespace Harvis.Model.Triggers;

/// <summary>A value that a person chooses when starting a pipeline by hand: that of the parameter with the same name.</summary>
/// <param name="Parameter">The parameter's name, as declared.</param>
/// <param name="Description">What it means, for people.</param>
public sealed record TriggerInput(string Parameter, string Description)
{
    /// <summary>What it is where nothing is chosen; null where something must be.</summary>
    public string? Default { get; init; }

    /// <summary>What can be chosen; empty for any text.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}
