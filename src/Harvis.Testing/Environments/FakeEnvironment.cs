using Harvis.Engine.Environments;

namespace Harvis.Testing.Environments;

/// <summary>Environment variables that a test sets.</summary>
public sealed class FakeEnvironment : IEnvironment
{
    readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _variables.Keys;

    /// <summary>This environment with a variable set, or removed by null.</summary>
    public FakeEnvironment With(string name, string? value)
    {
        if (value is null) _variables.Remove(name);
        else _variables[name] = value;
        return this;
    }

    /// <inheritdoc/>
    public string? Variable(string name) => _variables.GetValueOrDefault(name);
}
