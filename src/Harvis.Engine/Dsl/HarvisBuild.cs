using Harvis.Engine.Commands;

namespace Harvis.Engine.Dsl;

/// <summary>
/// A build: a class whose properties of type <see cref="Target"/> say how something is delivered, and whose fields with
/// <c>[Parameter]</c> and <c>[Secret]</c> are set from outside. Components are interfaces with default targets.
/// </summary>
public abstract class HarvisBuild
{
    /// <summary>Does what the command line asks. A build's <c>Main</c> returns it.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>The exit code: 0 done, 1 a target failed, 2 the build or its arguments are wrong, 130 cancelled.</returns>
    public static Task<int> RunAsync<TBuild>(string[] arguments)
        where TBuild : HarvisBuild, new() => BuildProgram.RunAsync(typeof(TBuild), () => new TBuild(), arguments);

    /// <summary>The target that runs when none is named; null for none.</summary>
    protected internal virtual Target? Default => null;

    /// <summary>Declares targets whose names come from data.</summary>
    protected internal virtual void DefineTargets(TargetCollection targets)
    {
    }
}
