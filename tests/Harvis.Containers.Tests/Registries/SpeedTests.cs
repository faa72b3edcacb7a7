using System.Diagnostics;
using System.Globalization;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Tags;
using Harvis.Containers.Tests.Registries.Contract;
using Harvis.Model.Images;
using Harvis.Testing.Registries;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries;

/// <summary>Bounds that only a mistake (a wait, a second handshake) can break; the figures themselves are written out.</summary>
public sealed class SpeedTests(DockerRegistry real, ITestOutputHelper output) : IClassFixture<DockerRegistry>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Retag_RealRegistry_TakesMilliseconds()
    {
        if (real.Missing is { } why) Assert.Skip(why);
        using var client = new RegistryClient([real.Registry], FixedCredentials.None);
        await MeasureAsync("docker-registry", client, real.Registry.Repository("speed/app"));
    }

    [Fact]
    public async Task Retag_FakeRegistry_TakesMilliseconds()
    {
        await using var fake = new FakeRegistry();
        using var client = new RegistryClient([fake.Registry], FixedCredentials.None);
        await MeasureAsync("fake", client, fake.Repository("speed/app"));
    }

    async Task MeasureAsync(string name, RegistryClient client, ImageReference repository)
    {
        await new TestImage(31).PushAsync(client, repository.WithTag(ImageTag.Parse("v1")), Ct);
        var one = await MedianAsync(client, repository, 1);
        var eight = await MedianAsync(client, repository, 8);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: GET and 1 PUT {one.TotalMilliseconds:0.00} ms, GET and 8 PUTs {eight.TotalMilliseconds:0.00} ms (median of 50)"));
        one.ShouldBeLessThan(TimeSpan.FromMilliseconds(200));
        eight.ShouldBeLessThan(TimeSpan.FromMilliseconds(400));
    }

    static async Task<TimeSpan> MedianAsync(RegistryClient client, ImageReference repository, int tags)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < 50; i++)
        {
            var names = Enumerable.Range(0, tags).Select(tag => ImageTag.Parse($"t{i}-{tag}")).ToList();
            var start = Stopwatch.GetTimestamp();
            await client.RetagAsync(repository.WithTag(ImageTag.Parse("v1")), names, Ct);
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times.Order().ElementAt(25);
    }
}
