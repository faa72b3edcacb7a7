namespace Harvis.Engine.Http;

/// <summary>An address as it may be shown: upload states and signatures are in the query, passwords in the user information.</summary>
public static class RedactedAddress
{
    /// <summary>Scheme, host, port and path; no user information, query or fragment.</summary>
    public static string Of(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
