using System.Runtime.CompilerServices;
using Harvis.Engine.Hosts.Live;
using Harvis.Engine.Reporting;

namespace Harvis.Engine.Hosts;

/// <summary>Makes what shows a run on each kind of host.</summary>
public static class RunView
{
    /// <summary>The view for a host.</summary>
    public static IRunView Create(Host host, IConsole console, RunViewOptions options, TimeProvider clock)
    {
        var ink = new Ink(host.UseColour);
        return host.Kind switch
        {
            HostKind.Terminal => CreateLive(ink, console, options, clock),
            HostKind.Plain => new BufferedView(console, new PlainDialect(ink), options, clock),
            HostKind.GitHubActions => new BufferedView(console, new GitHubDialect(ink), options, clock),
            HostKind.GitLabCi => new BufferedView(console, new GitLabDialect(ink), options, clock),
            _ => throw new ArgumentOutOfRangeException(nameof(host), host.Kind, "There is no such host."),
        };
    }

    // Not inlined: only this method's types need Spectre.Console, whose assembly costs time to load.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static LiveView CreateLive(Ink ink, IConsole console, RunViewOptions options, TimeProvider clock) => new(ink, console, options, clock);
}
