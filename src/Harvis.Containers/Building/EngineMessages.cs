using System.Text;
using System.Text.RegularExpressions;
using Docker.DotNet.Models;
using Harvis.Engine.Logging;
using Harvis.Model.Images;

namespace Harvis.Containers.Building;

/// <summary>What the Docker Engine says while it builds or pushes.</summary>
sealed partial class EngineMessages(IRunLog log) : IProgress<JSONMessage>
{
    readonly StringBuilder _output = new();
    readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>The build's output so far.</summary>
    public string Output => _output.ToString();

    /// <summary>What went wrong, or null.</summary>
    public string? Error { get; private set; }

    /// <summary>The digest that was pushed, or null.</summary>
    public Digest? Digest { get; private set; }

    public void Report(JSONMessage value)
    {
        if (value.Error is { } error) Error = error.Message;
        if (value.Stream is { } text) AddOutput(Colour().Replace(text, ""));
        if (value.Status is { } status) AddStatus(value.ID, status);
        if (value.Aux?.ExtensionData is { } data && data.TryGetValue("Digest", out var digest) && Model.Images.Digest.TryParse(digest.ToString(), null, out var pushed))
            Digest = pushed;
    }

    void AddOutput(string text)
    {
        _output.Append(text);
        if (text.Trim().Length > 0) log.Info(text.TrimEnd());
    }

    // Progress comes many times a second for each layer; a change of state is news, a number isn't.
    void AddStatus(string? id, string status)
    {
        var line = string.IsNullOrEmpty(id) ? status : $"{id}: {status}";
        if (_said.Add(line)) log.Debug(line);
    }

    // The engine paints what a step prints on standard error red.
    [GeneratedRegex(@"\x1B\[[0-9;]*m")]
    private static partial Regex Colour();
}
