namespace Harvis.Model.Targets;

/// <summary>The stages that most pipelines have.</summary>
public static class Stages
{
    /// <summary>Scanners and linters.</summary>
    public static Stage Check { get; } = new("check");

    /// <summary>What makes artifacts.</summary>
    public static Stage Build { get; } = new("build");

    /// <summary>Tests.</summary>
    public static Stage Test { get; } = new("test");

    /// <summary>What hands artifacts to a registry.</summary>
    public static Stage Push { get; } = new("push");

    /// <summary>What names them.</summary>
    public static Stage Tag { get; } = new("tag");

    /// <summary>What changes an environment.</summary>
    public static Stage Deploy { get; } = new("deploy");

    /// <summary>What shows that it works.</summary>
    public static Stage Verify { get; } = new("verify");
}
