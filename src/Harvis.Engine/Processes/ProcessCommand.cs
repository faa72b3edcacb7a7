using Harvis.Model.Secrets;

namespace Harvis.Engine.Processes;

/// <summary>A program to run. Arguments are passed one by one; no shell sees them.</summary>
/// <param name="Program">A name looked up on PATH, or a path.</param>
/// <param name="Arguments">The arguments. Secrets don't belong here: every user of the machine can read them.</param>
public sealed record ProcessCommand(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>Where it runs; null for the repository's root.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Variables set besides the inherited ones; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    /// <summary>Variables with secret values.</summary>
    public IReadOnlyDictionary<string, Secret> SecretVariables { get; init; } = new Dictionary<string, Secret>();

    /// <summary>What it reads on standard input; null for nothing (end of file at once).</summary>
    public string? Input { get; init; }

    /// <summary>A secret it reads on standard input instead of <see cref="Input"/>.</summary>
    public Secret? SecretInput { get; init; }

    /// <summary>How long it may take before its process tree is killed. The default is one hour.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long it may take to end after the polite signal, before it is killed. The default is 5 seconds.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether its output stays out of the log (it is still in the result).</summary>
    public bool Quiet { get; init; }

    /// <summary>The command as a person would type it, for messages.</summary>
    public override string ToString() => string.Join(' ', [Program, .. Arguments.Select(Quote)]);

    static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=@,+%".Contains(c, StringComparison.Ordinal))
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
