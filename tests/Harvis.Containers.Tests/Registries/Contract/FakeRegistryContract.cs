using Harvis.Containers.Registries.Authentication;
using Harvis.Model.Registries;
using Harvis.Model.Secrets;
using Harvis.Testing.Registries;

namespace Harvis.Containers.Tests.Registries.Contract;

/// <summary>The fake registry with everything it can do.</summary>
public class FakeRegistryContract : RegistryContract
{
    FakeRegistry? _fake;

    protected override Registry Registry => _fake!.Registry;

    protected virtual FakeRegistryOptions Options => new() { MaxTagPage = 2 };

    protected override ValueTask StartAsync()
    {
        _fake = new FakeRegistry(Options);
        return default;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _fake!.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The fake registry as an older one: no referrers, no deleting by tag.</summary>
public sealed class OldFakeRegistryContract : FakeRegistryContract
{
    protected override FakeRegistryOptions Options => new() { HasReferrers = false, DeletesTags = false };

    protected override bool DeletesTags => false;
}

/// <summary>The fake registry behind a token service.</summary>
public sealed class TokenFakeRegistryContract : FakeRegistryContract
{
    protected override FakeRegistryOptions Options => new() { Authentication = new FakeAuthentication.Bearer("builder", "pass:word"), MinChunkBytes = 120_000 };

    protected override ICredentialSource Credentials => new FixedCredentials(
        new Dictionary<RegistryHost, RegistryCredentials> { [Registry.Host] = new RegistryCredentials.UserPassword("builder", new Secret("password", "pass:word")) });
}
