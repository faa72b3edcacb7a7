using Harvis.Model.Registries;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>Knows the credentials of registries. It is asked only when a registry wants some.</summary>
public interface ICredentialSource
{
    /// <summary>The credentials for a registry; <see cref="RegistryCredentials.None"/> where it knows none.</summary>
    /// <exception cref="Harvis.Model.Diagnostics.DiagnosticException">They can't be read (HRV6008).</exception>
    Task<RegistryCredentials> ForAsync(RegistryHost host, CancellationToken cancellationToken);
}
