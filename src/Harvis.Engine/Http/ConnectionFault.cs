using System.Net.Sockets;
using System.Security.Authentication;

namespace Harvis.Engine.Http;

/// <summary>Tells why there was no answer, and whether asking again can help.</summary>
public static class ConnectionFault
{
    /// <summary>Whether this is a fault of the connection, and not of this program.</summary>
    public static bool Is(Exception fault) => fault is HttpRequestException or IOException or SocketException or TimeoutException;

    /// <summary>Whether trying again can help; a certificate that isn't trusted stays so.</summary>
    public static bool IsPassing(Exception fault) => Is(fault) && !HasCause<AuthenticationException>(fault);

    /// <summary>What happened, in a few words without a host name, which the address already says.</summary>
    public static string Describe(Exception fault) => fault switch
    {
        TimeoutException => fault.Message,
        _ when HasCause<AuthenticationException>(fault) => "no secure connection",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "no such host",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no connection",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection",
        _ => "the connection was cut",
    };

    /// <summary>Whether a certificate isn't trusted.</summary>
    public static bool IsDistrust(Exception fault) => HasCause<AuthenticationException>(fault);

    /// <summary>Whether there never was a connection, so that the server can't have seen the request.</summary>
    public static bool IsBeforeSending(Exception fault) =>
        fault is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };

    static bool HasCause<T>(Exception? fault)
        where T : Exception
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is T) return true;
        }

        return false;
    }
}
