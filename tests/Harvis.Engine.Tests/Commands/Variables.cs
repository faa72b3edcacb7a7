using Harvis.Engine.Environments;

namespace Harvis.Engine.Tests.Commands;

/// <summary>Environment variables that a test sets.</summary>
sealed class Variables : Dictionary<string, string>, IEnvironment
{
    public Variables()
        : base(StringComparer.Ordinal)
    {
    }

    public IReadOnlyCollection<string> Names => Keys;

    public string? Variable(string name) => this.GetValueOrDefault(name);
}
