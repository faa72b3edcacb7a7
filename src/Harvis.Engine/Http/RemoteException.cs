using System.Net;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Http;

/// <summary>
/// A server refused, couldn't be reached, or answered what it shouldn't. What happened is in the properties; nothing in them is secret.
/// </summary>
public abstract class RemoteException : DiagnosticException
{
    /// <summary>A failure that a diagnostic describes.</summary>
    protected RemoteException(Diagnostic diagnostic, Exception? innerException = null)
        : base(diagnostic, innerException)
    {
    }

    /// <summary>Code, message and what to do next; <see cref="Exception.Message"/> is this on one line.</summary>
    public Diagnostic Diagnostic => Diagnostics[0];

    /// <summary>The diagnostic's code.</summary>
    public DiagnosticCode Code => Diagnostic.Code;

    /// <summary>The HTTP method of the request that failed.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Its address without user information, query and fragment.</summary>
    public required string Address { get; init; }

    /// <summary>The status of the last answer; null where there was none.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The server's own code such as <c>MANIFEST_UNKNOWN</c>, or its own words where it has no codes; null where it gave none.</summary>
    public string? ServerCode { get; init; }

    /// <summary>How long the server asked to wait; null where it didn't.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How often it was tried, at least 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether it was tried more than once.</summary>
    public bool WasRetried => Attempts > 1;
}
