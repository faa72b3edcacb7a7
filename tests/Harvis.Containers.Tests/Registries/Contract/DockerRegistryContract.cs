using Harvis.Containers.Registries.Authentication;
using Harvis.Model.Registries;
using Harvis.Model.Secrets;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Contract;

/// <summary>The distribution project's registry, as Debian has it.</summary>
public sealed class DockerRegistryContract(DockerRegistry registry) : RegistryContract, IClassFixture<DockerRegistry>
{
    protected override Registry Registry => registry.Registry;

    // Version 2 can't; version 3 can.
    protected override bool DeletesTags => false;

    protected override ValueTask StartAsync()
    {
        if (registry.Missing is { } why) Assert.Skip(why);
        return default;
    }
}

/// <summary>The same with basic authentication.</summary>
public sealed class DockerRegistryWithPasswordContract(DockerRegistryWithPassword registry) : RegistryContract, IClassFixture<DockerRegistryWithPassword>
{
    protected override Registry Registry => registry.Registry;

    protected override bool DeletesTags => false;

    protected override ICredentialSource Credentials => new FixedCredentials(new Dictionary<RegistryHost, RegistryCredentials>
    {
        [Registry.Host] = new RegistryCredentials.UserPassword(DockerRegistry.User, new Secret("password", DockerRegistry.Password)),
    });

    protected override ValueTask StartAsync()
    {
        if (registry.Missing is { } why) Assert.Skip(why);
        return default;
    }
}
