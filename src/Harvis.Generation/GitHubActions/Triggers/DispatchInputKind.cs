namespace Harvis.Generation.GitHubActions.Triggers;

/// <summary>What a <see cref="DispatchInput"/> can be.</summary>
public enum DispatchInputKind
{
    /// <summary>Any text.</summary>
    String,

    /// <summary>One of its options.</summary>
    Choice,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The name of one of the repository's environments.</summary>
    Environment,
}
