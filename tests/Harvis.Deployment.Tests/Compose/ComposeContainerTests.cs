using Harvis.Deployment.Compose;
using Shouldly;

namespace Harvis.Deployment.Tests.Compose;

public sealed class ComposeContainerTests
{
    [Theory]
    [InlineData("running", "Up 2 minutes (healthy)", true)]
    [InlineData("running", "Up 2 minutes", true)]
    [InlineData("running", "Up 1 second (health: starting)", false)]
    [InlineData("running", "Up 2 minutes (unhealthy)", false)]
    [InlineData("restarting", "Restarting (1) 3 seconds ago", false)]
    [InlineData("paused", "Up 2 minutes (Paused)", false)]
    [InlineData("created", "Created", false)]
    [InlineData("exited", "Exited (1) 2 minutes ago", false)]
    [InlineData("exited", "Exited (0) 2 minutes ago", false)]
    [InlineData("dead", "Dead", false)]
    public void IsHealthy_ByStateAndStatus(string state, string status, bool healthy) =>
        ComposeContainer.Parse($"name\t{state}\t{status}\trelease\t\n").Single().IsHealthy.ShouldBe(healthy);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Parse_List_ReadsEveryLineWhatItLacksIncluded(string lineBreak)
    {
        var list = ComposeContainer.Parse($"a\trunning\tUp\tid\t127.0.0.1:80->80/tcp{lineBreak}b\texited\tExited (1)\t\t{lineBreak}");

        list.ShouldBe([new ComposeContainer("a", "running", "Up", "id", "127.0.0.1:80->80/tcp"), new ComposeContainer("b", "exited", "Exited (1)", "", "")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("WARNING: Error loading config file\n")]
    public void Parse_WhatIsNoContainer_IsLeftOut(string output) => ComposeContainer.Parse(output).ShouldBeEmpty();
}
