namespace Harvis.Engine.Parameters;

/// <summary>
/// A field or property of the build that can be set from outside: <c>--name value</c>, the variable <c>HARVIS_NAME</c>,
/// <c>.nuke/parameters.&lt;profile&gt;.json</c>, <c>.nuke/parameters.json</c>; otherwise it keeps its default.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ParameterAttribute(string description = "") : Attribute
{
    /// <summary>What it is for, as <c>--help</c> shows it.</summary>
    public string Description { get; } = description;

    /// <summary>Its name outside; the member's by default.</summary>
    public string? Name { get; init; }

    /// <summary>A further environment variable that is read, by its full name, for example <c>GITHUB_SHA</c>.</summary>
    public string? Variable { get; init; }

    /// <summary>What separates the items of a list in one value. The default is a comma.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>The static member of the build, or of the parameter's type, that lists the values it can take; each is known by its name.</summary>
    public string? Values { get; init; }
}
