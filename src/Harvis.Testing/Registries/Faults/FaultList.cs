namespace Harvis.Testing.Registries.Faults;

/// <summary>The rules of a registry, and how often each was used.</summary>
internal sealed class FaultList
{
    readonly Lock _lock = new();
    readonly List<(FaultRule Rule, int Fitted)> _rules = [];

    public void Add(FaultRule rule)
    {
        lock (_lock) _rules.Add((rule, 0));
    }

    public void Clear()
    {
        lock (_lock) _rules.Clear();
    }

    /// <summary>The fault that hits a request, or null.</summary>
    public RegistryFault? Take(string method, string path)
    {
        lock (_lock)
        {
            for (var i = 0; i < _rules.Count; i++)
            {
                var (rule, fitted) = _rules[i];
                if (!rule.Fits(method, path) || fitted - rule.Skip >= rule.Times) continue;
                _rules[i] = (rule, fitted + 1);
                return fitted < rule.Skip ? null : rule.Fault;
            }

            return null;
        }
    }
}
