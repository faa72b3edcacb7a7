using Harvis.Containers.Building;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Model.Registries;
using Harvis.Testing.Building;

namespace Harvis.Containers.Tests.Building;

/// <summary>The test kit's builder keeps the promises of the real ones, and does what a test tells it to.</summary>
public sealed class FakeImageBuilderTests(LocalRegistry registry) : ImageBuilderPromises(registry)
{
    protected override IImageBuilder Builder(IProcessRunner processes, string workFolder, IRunLog log) =>
        new FakeImageBuilder(new RegistryClient([Registry.Registry, new Registry("localhost:1") { Insecure = true }], FixedCredentials.None));

    protected override Task RemoveAsync(IProcessRunner processes, string image) => Task.CompletedTask;

    [Fact]
    public async Task BuildAsync_Cancelled_PushesNothing()
    {
        var request = await RequestAsync();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Subject.BuildAsync(request, cancel.Token));

        (await Registry.Client.ResolveAsync(request.Destination, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task BuildAsync_ArgumentsAndLabels_AreInTheConfiguration()
    {
        Dockerfile("ARG WHAT");
        var request = await RequestAsync(image => image with { Arguments = new Dictionary<string, string> { ["WHAT"] = "a \"b\"" } });
        var built = await Subject.BuildAsync(request with { Labels = new Dictionary<string, string> { ["title"] = "x" } }, Token);

        using var config = System.Text.Json.JsonDocument.Parse(await Registry.ConfigAsync(built.Reference, Token));
        config.RootElement.GetProperty("config").GetProperty("Labels").GetProperty("title").GetString().ShouldBe("x");
        config.RootElement.GetProperty("config").GetProperty("Env").EnumerateArray().Select(item => item.GetString()).ShouldContain("WHAT=a \"b\"");
    }

    [Fact]
    public async Task Fails_StepOfAnImage_IsTheErrorOfARealBuilder()
    {
        var (request, fake) = (await RequestAsync(), (FakeImageBuilder)Subject);
        fake.Fails(request.Image, "RUN make", "one", "two");

        var error = await Should.ThrowAsync<ImageBuildException>(() => fake.BuildAsync(request, Token));

        error.Diagnostic.Code.ToString().ShouldBe("HRV3106");
        error.Step.ShouldBe("RUN make");
        error.LastLines.ShouldBe(["one", "two"]);
        fake.Requests.ShouldBe([request]);
    }

    [Fact]
    public async Task Unavailable_AndUnsuited_AreSaid()
    {
        var (request, fake) = (await RequestAsync(), (FakeImageBuilder)Subject);
        var why = new Diagnostic(new DiagnosticCode(3105), "No.");
        fake.Unavailable = why;
        (await fake.WhyUnavailableAsync(Token)).ShouldBe(why);
        fake.Unsuited = _ => why;
        fake.WhyUnsuited(request).ShouldBe(why);
        (await Should.ThrowAsync<DiagnosticException>(() => fake.BuildAsync(request, Token))).Diagnostics.ShouldBe([why]);
    }
}
