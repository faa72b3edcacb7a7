using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Harvis.Engine.Environments;

/// <summary>The environment of this process, read once.</summary>
[SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is where the process's environment is read.")]
sealed class ProcessEnvironment : IEnvironment
{
    readonly Dictionary<string, string> _variables = Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _variables.Keys;

    public string? Variable(string name) => _variables.GetValueOrDefault(name);
}
