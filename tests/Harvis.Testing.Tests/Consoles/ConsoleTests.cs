using Harvis.Engine.Hosts;
using Harvis.Engine.Secrets;
using Harvis.Testing.Consoles;
using Shouldly;

namespace Harvis.Testing.Tests.Consoles;

public sealed class ConsoleTests
{
    [Fact]
    public void RealAndFake_Console_AgreeOnWhatViewsRelyOn()
    {
        using var fake = new FakeConsole();
        foreach (var console in new IConsole[] { fake, new SystemConsole(new SecretMasker()) })
        {
            console.Out.ShouldNotBeSameAs(console.Error);
            (console.Out.NewLine, console.Error.NewLine).ShouldBe(("\n", "\n"));
            console.Width.ShouldBeGreaterThan(0);
            console.Height.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public async Task Fake_WrittenFromManyThreads_KeepsEveryLineWhole()
    {
        using var console = new FakeConsole();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => console.Out.WriteLine($"line {i}"), TestContext.Current.CancellationToken)));
        await console.Error.WriteLineAsync("trouble");

        console.Written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order().ShouldBe(Enumerable.Range(0, 50).Select(i => $"line {i}").Order());
        console.WrittenError.ShouldBe("trouble\n");
        (console.IsTerminal, console.Width, console.Height).ShouldBe((false, 80, 24));
    }
}
