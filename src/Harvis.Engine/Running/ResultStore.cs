namespace Harvis.Engine.Running;

/// <summary>The typed results and notes of a run, in memory; the journal keeps them on disk.</summary>
/// <param name="mask">Masks secrets in notes.</param>
sealed class ResultStore(Func<string, string> mask) : IResultStore
{
    readonly Lock _lock = new();
    readonly Dictionary<(string Node, string Result), byte[]> _results = [];
    readonly List<string> _notes = [];

    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (_lock) return [.. _notes];
        }
    }

    public void Put(string node, string result, byte[] json)
    {
        lock (_lock) _results[(node, result)] = json;
    }

    public IReadOnlyList<(string Node, ReadOnlyMemory<byte> Json)> All(string result)
    {
        lock (_lock)
        {
            return [.. _results
                .Where(entry => entry.Key.Result == result)
                .OrderBy(entry => entry.Key.Node, StringComparer.Ordinal)
                .Select(entry => (entry.Key.Node, (ReadOnlyMemory<byte>)entry.Value))];
        }
    }

    /// <summary>What one node published.</summary>
    public IReadOnlyList<(string Name, byte[] Json)> Of(string node)
    {
        lock (_lock)
        {
            if (_results.Count == 0) return [];
            return [.. _results.Where(entry => entry.Key.Node == node).Select(entry => (entry.Key.Result, entry.Value)).OrderBy(pair => pair.Result, StringComparer.Ordinal)];
        }
    }

    public void Note(string text)
    {
        lock (_lock) _notes.Add(mask(text));
    }
}
