using System.Buffers;
using Harvis.Model.Diagnostics;
using Harvis.Model.Secrets;

namespace Harvis.Engine.Secrets;

/// <summary>
/// Replaces every registered secret, and what encoders make of it (<see cref="SecretForms"/>), by <c>***</c>.
/// Secrets may be registered at any time, from any thread; text written afterwards is masked for them too.
/// </summary>
/// <remarks>With no secret registered it costs two field reads: <see cref="Mask"/> returns its argument.</remarks>
public sealed class SecretMasker
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Replacement = "***";

    /// <summary>The shortest secret, in characters without the white space around it, that can be masked: 4.</summary>
    public const int MinLength = 4;

    readonly Lock _lock = new();
    readonly HashSet<string> _values = new(StringComparer.Ordinal);
    readonly HashSet<string> _forms = new(StringComparer.Ordinal);
    readonly List<string> _new = [];
    MaskIndex? _index;
    volatile bool _isStale;

    // Made when text comes: at a start many secrets are registered one after the other.
    internal MaskIndex? Index => _isStale ? Rebuild() : Volatile.Read(ref _index);

    /// <summary>Masks this secret from now on.</summary>
    /// <returns>A warning where it is too short: masking it would blank out half of the log and give it away by the gaps. Null otherwise.</returns>
    public Diagnostic? Register(Secret secret)
    {
        var value = secret.Reveal();
        if (value.AsSpan().Trim().Length < MinLength) return TooShort(secret);
        lock (_lock)
        {
            if (!_values.Add(value)) return null;
            _new.Add(value);
            _isStale = true;
        }

        return null;
    }

    /// <summary>The text with every secret in it masked; the same instance where there is none.</summary>
    public string Mask(string text)
    {
        if (Index is not { } index || text.Length < MinLength) return text;
        var output = new ArrayBufferWriter<char>(text.Length);
        var coveredUntil = 0;
        MaskScan.Run(index, text, isLast: true, ref coveredUntil, output);
        return output.WrittenSpan.SequenceEqual(text) ? text : new string(output.WrittenSpan);
    }

    MaskIndex? Rebuild()
    {
        lock (_lock)
        {
            foreach (var value in _new) _forms.UnionWith(SecretForms.Of(value));
            if (_new.Count > 0) _index = new MaskIndex(_forms);
            _new.Clear();
            _isStale = false;
            return _index;
        }
    }

    static Diagnostic TooShort(Secret secret) => new(
        DiagnosticCodes.SecretTooShort,
        $"Secret \"{secret.Name}\" has fewer than {MinLength} characters, so it can't be masked in the output.",
        $"Use a value of at least {MinLength} characters.") { Severity = DiagnosticSeverity.Warning };
}
