namespace Harvis.Engine.Dsl;

/// <summary>
/// A build: a class whose properties of type <see cref="Target"/> say how something is delivered, and whose fields with
/// <c>[Parameter]</c> and <c>[Secret]</c> are set from outside. Components are interfaces with default targets.
/// </summary>
public abstract class HarvisBuild
{
    /// <summary>The target that runs when none is named; null for none.</summary>
    protected internal virtual Target? Default => null;

    /// <summary>Declares targets whose names come from data.</summary>
    protected internal virtual void DefineTargets(TargetCollection targets)
    {
    }
}
