using System.Text;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>The Authorization header of basic authentication, see RFC 7617.</summary>
internal static class BasicHeader
{
    public static string Of(RegistryCredentials.UserPassword user) =>
        $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user.User}:{user.Password.Reveal()}"))}";
}
