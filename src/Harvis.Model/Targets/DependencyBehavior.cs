namespace Harvis.Model.Targets;

/// <summary>What becomes of the dependencies of a target that is skipped at planning.</summary>
public enum DependencyBehavior
{
    /// <summary>Those that nothing else needs are skipped too. The default.</summary>
    Skip,

    /// <summary>They run all the same.</summary>
    Execute,
}
