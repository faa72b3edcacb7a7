using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Harvis.Engine.Environments;

/// <summary>The environment of this process, read once.</summary>
[SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is where the process's environment is read.")]
sealed class ProcessEnvironment : IEnvironment
{
    readonly Dictionary<string, string> _variables = Read();

    public IReadOnlyCollection<string> Names => _variables.Keys;

    public string? Variable(string name) => _variables.GetValueOrDefault(name);

    // A loop, not a query: a query over DictionaryEntry would have to be compiled at each start.
    static Dictionary<string, string> Read()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables()) variables[(string)entry.Key] = (string?)entry.Value ?? "";
        return variables;
    }
}
