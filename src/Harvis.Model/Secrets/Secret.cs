using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Harvis.Model.Secrets;

/// <summary>
/// A value that must not be seen. It can't be printed, interpolated or compared by accident: every conversion to text gives <c>***</c>.
/// Only <see cref="Reveal"/> gives the value, at the one place that needs it.
/// </summary>
[DebuggerDisplay("{Name}: ***")]
public sealed class Secret
{
    readonly string _value;

    /// <summary>A secret that was found.</summary>
    /// <param name="name">What people call it, for example the name of the variable it came from.</param>
    /// <param name="value">The value; not empty.</param>
    /// <exception cref="ArgumentException">Name or value is empty.</exception>
    public Secret(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(value);
        (Name, _value) = (name, value);
    }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>The value itself. Hand it on through standard input, a file with mode 0600 or a header; never through arguments.</summary>
    [SuppressMessage("Design", "CA1024:Use properties where appropriate", Justification = "A call is seen in review; a property is not.")]
    public string Reveal() => _value;

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";
}
