using Harvis.Engine.Hosts;
using Harvis.Engine.Logging;
using Harvis.Engine.Reporting;
using Harvis.Engine.Running;
using Harvis.Engine.Tests.Hosts;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Running;

public sealed class SerialObserverTests
{
    [Fact]
    public void NodeLogged_AfterItsNodeEnded_ReachesNobody()
    {
        var console = new StringConsole();
        var clock = new FakeTimeProvider();
        using var view = new BufferedView(console, new PlainDialect(new Ink(false)), new RunViewOptions { TemporaryFolder = Path.GetTempPath() }, clock);
        var observer = new SerialObserver([view]);
        var node = ScriptedRun.Plan.Nodes[0];
        observer.RunStarted(new RunStart("run", ScriptedRun.Plan, 4));
        observer.NodeStarted(node, 1);
        observer.NodeLogged(node, LogLevel.Info, "in time");
        observer.NodeEnded(new NodeResult { Node = node, Outcome = NodeOutcome.Succeeded });

        observer.NodeLogged(node, LogLevel.Info, "too late");
        clock.Advance(BufferedView.HeartbeatInterval);

        console.Written.ShouldContain("in time");
        console.Written.ShouldNotContain("too late");
        console.Written.ShouldNotContain("still running");
    }
}
