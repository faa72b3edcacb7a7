using System.Diagnostics;
using System.Reflection;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Dsl;

/// <summary>Says what is wrong where a build's own code throws while it is only looked at.</summary>
static class BrokenCode
{
    /// <summary>What went wrong in the first place: not that a type couldn't be initialized, but why.</summary>
    public static Exception Cause(Exception thrown) =>
        thrown is TypeInitializationException or TargetInvocationException && thrown.InnerException is { } inner ? Cause(inner) : thrown;

    /// <summary>The refusal of a build that can't be made.</summary>
    /// <param name="thrown">What its code threw.</param>
    /// <param name="build">Its type: the place is looked for in its assembly.</param>
    public static Diagnostic Refuse(Exception thrown, Type build)
    {
        var cause = Cause(thrown);
        return new Diagnostic(
            DiagnosticCodes.BrokenBuild,
            $"The build can't be made: {cause.Message}",
            "Correct the value, or move what can fail into a target's Executes(…).") { Location = PlaceOf(cause, build.Assembly) };
    }

    // The last line of the build's own code on the way to the failure.
    static SourceLocation? PlaceOf(Exception cause, Assembly assembly) =>
        new StackTrace(cause, fNeedFileInfo: true).GetFrames()
            .Where(frame => frame.GetFileName() is not null && frame.GetMethod()?.Module.Assembly == assembly)
            .Select(frame => new SourceLocation(SourcePath.Relative(frame.GetFileName()!), frame.GetFileLineNumber()))
            .FirstOrDefault();
}
