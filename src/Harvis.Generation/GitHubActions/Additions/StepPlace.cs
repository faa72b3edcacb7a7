namespace Harvis.Generation.GitHubActions.Additions;

/// <summary>Where an added step stands.</summary>
public enum StepPlace
{
    /// <summary>Before the build starts.</summary>
    BeforeRun,

    /// <summary>After the build has ended.</summary>
    AfterRun,
}
