using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Harvis.Model.Registries;

/// <summary>Where a registry answers: a host name or address and, if it isn't the scheme's own, a port. No scheme, no path.</summary>
public readonly record struct RegistryHost : IParsable<RegistryHost>
{
    internal const string DockerHub = "docker.io";

    const int MaxNameLength = 253;

    readonly string? _value;

    RegistryHost(string value) => _value = value;

    /// <summary>The host without the port.</summary>
    public string Host => PortColon(ToString()) is var colon and >= 0 ? ToString()[..colon] : ToString();

    /// <summary>The port, or null for the scheme's own.</summary>
    public int? Port => PortColon(ToString()) is var colon and >= 0 ? int.Parse(ToString()[(colon + 1)..], CultureInfo.InvariantCulture) : null;

    /// <summary>Whether this is the machine itself: <c>localhost</c>, 127.0.0.0/8 or <c>[::1]</c>. From a pod it is the pod.</summary>
    public bool IsLoopback =>
        Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Reads a host.</summary>
    /// <exception cref="FormatException">It isn't a host with an optional port.</exception>
    public static RegistryHost Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var host) ? host : throw new FormatException($"\"{s}\" isn't a registry's address: a host name or address with an optional port, such as localhost:5000.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RegistryHost result)
    {
        result = default;
        if (string.IsNullOrEmpty(s)) return false;
        var colon = PortColon(s);
        var host = colon < 0 ? s : s[..colon];
        if (colon >= 0 && !IsPort(s[(colon + 1)..])) return false;
        if (!IsAddress(host) && !(host.Length <= MaxNameLength && host.Split('.').All(IsLabel))) return false;
        result = new RegistryHost(s);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";

    static int PortColon(string text) => text.LastIndexOf(':') is var colon && colon > text.LastIndexOf(']') ? colon : -1;

    static bool IsPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535;

    // IPAddress reads zones, prefixes, ports and brackets too; a reference has none of them.
    static bool IsAddress(string host) =>
        host is ['[', .. var inner, ']']
        && inner.All(c => char.IsAsciiHexDigit(c) || c is ':' or '.')
        && IPAddress.TryParse(inner, out var address)
        && address.AddressFamily == AddressFamily.InterNetworkV6;

    static bool IsLabel(string label) =>
        label is { Length: > 0 and <= 63 } && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
