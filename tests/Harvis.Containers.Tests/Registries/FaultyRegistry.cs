using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Model.Images;
using Harvis.Testing.Registries;

namespace Harvis.Containers.Tests.Registries;

/// <summary>A fake registry and a client whose waits take no time.</summary>
sealed class FaultyRegistry : IAsyncDisposable
{
    public FaultyRegistry(FakeRegistryOptions? registry = null, RegistryClientOptions? options = null, ICredentialSource? credentials = null)
    {
        Options = (options ?? new RegistryClientOptions { MaxMonolithicBytes = 1000, ChunkBytes = 40_000 }) with
        {
            ResponseTimeout = TimeSpan.FromMinutes(30),
            IdleTimeout = TimeSpan.FromMinutes(30),
        };
        Fake = new FakeRegistry(registry);
        Client = NewClient(credentials);
    }

    public FakeRegistry Fake { get; }

    public RegistryClientOptions Options { get; }

    public ImpatientTime Time { get; } = new();

    public RegistryClient Client { get; }

    public ImageReference Tagged(string tag = "v1") => Fake.Repository("team/app").WithTag(ImageTag.Parse(tag));

    public RegistryClient NewClient(ICredentialSource? credentials = null) =>
        new([Fake.Registry], credentials ?? FixedCredentials.None, Options, Time, new Random(1));

    public async Task<TestImage> PushAsync(CancellationToken cancellationToken, string tag = "v1", int seed = 1)
    {
        var image = new TestImage(seed, 5000);
        await image.PushAsync(Client, Tagged(tag), cancellationToken);
        Fake.ClearRequests();
        return image;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Fake.DisposeAsync();
    }
}
