namespace Harvis.Engine.Dsl;

/// <summary>Targets that a build declares in code, besides its properties: when their names come from data.</summary>
public sealed class TargetCollection
{
    readonly List<NamedTarget> _targets = [];

    internal IReadOnlyList<NamedTarget> All => _targets;

    /// <summary>Declares a target; others refer to it by name.</summary>
    public void Add(string name, Target target)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _targets.Add(new NamedTarget(name, target));
    }
}
