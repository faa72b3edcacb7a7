using Harvis.Engine.Http;
using Harvis.Model.Diagnostics;

namespace Harvis.Containers.Registries.Errors;

/// <summary>
/// A registry refused, couldn't be reached, or answered what it shouldn't; its code is one of <see cref="RegistryCodes"/>.
/// See https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes.
/// </summary>
public sealed class RegistryException : RemoteException
{
    internal RegistryException(Diagnostic diagnostic, Exception? innerException = null)
        : base(diagnostic, innerException)
    {
    }
}
