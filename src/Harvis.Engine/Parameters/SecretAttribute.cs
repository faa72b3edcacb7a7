namespace Harvis.Engine.Parameters;

/// <summary>
/// A field or property of type <see cref="Model.Secrets.Secret"/> that is set from outside: the variable <c>HARVIS_NAME</c>,
/// a file named by <c>HARVIS_NAME_FILE</c>, or, in a terminal, asked for. Never from the command line, where every user of the machine reads it.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class SecretAttribute(string description = "") : Attribute
{
    /// <summary>What it is for, as <c>--help</c> shows it.</summary>
    public string Description { get; } = description;

    /// <summary>Its name outside; the member's by default.</summary>
    public string? Name { get; init; }

    /// <summary>A further environment variable that is read, by its full name.</summary>
    public string? Variable { get; init; }
}
