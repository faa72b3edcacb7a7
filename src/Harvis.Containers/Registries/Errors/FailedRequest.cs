using System.Globalization;
using System.Net;
using Harvis.Engine.Http;
using Harvis.Model.Diagnostics;

namespace Harvis.Containers.Registries.Errors;

/// <summary>A request that didn't do what it should, and the exceptions that say so.</summary>
internal sealed record FailedRequest(HttpMethod Method, Uri Address, int Attempts)
{
    /// <summary>The registry answered with an error.</summary>
    public RegistryException Answered(HttpStatusCode status, ServerError error, TimeSpan? retryAfter = null)
    {
        var code = CodeOf(status);
        var said = error.Code is null ? "" : $" {error.Code}";
        var text = error.Message is null ? "" : $" ({error.Message})";
        return Fail(code, $"{(int)status}{said}{text}", RemedyOf(code, status), status, error.Code, retryAfter);
    }

    /// <summary>There was no answer.</summary>
    public RegistryException NotReachable(Exception cause) =>
        Fail(RegistryCodes.NotReachable, ConnectionFault.Describe(cause), ConnectionRemedy.For(cause), inner: cause);

    /// <summary>Bytes or an announced digest are wrong.</summary>
    public RegistryException WrongDigest(string expected, string actual) =>
        Fail(RegistryCodes.DigestMismatch, $"expected {expected}, got {actual}", "Something between here and the registry, or the registry's storage, changes content; push the image again.");

    /// <summary>The answer isn't what the specification says.</summary>
    public RegistryException Unexpected(string what, HttpStatusCode? status = null) =>
        Fail(RegistryCodes.UnexpectedAnswer, what, "Check that this is the address of a registry and not of something in front of it.", status);

    /// <summary>The token service's answer can't be used, or it isn't one to trust.</summary>
    public RegistryException NoToken(string why) =>
        Fail(RegistryCodes.Unauthorized, why, "Check the credentials, or use another registry.");

    RegistryException Fail(DiagnosticCode code, string what, string remedy, HttpStatusCode? status = null, string? serverCode = null, TimeSpan? retryAfter = null, Exception? inner = null)
    {
        var address = RedactedAddress.Of(Address);
        var attempts = Attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" after {Attempts} attempts") : "";
        return new RegistryException(new Diagnostic(code, $"{Method} {address}: {what}{attempts}.", remedy), inner)
        {
            Method = Method,
            Address = address,
            StatusCode = status,
            ServerCode = serverCode,
            RetryAfter = retryAfter,
            Attempts = Attempts,
            IsTransient = code == RegistryCodes.NotReachable || code == RegistryCodes.TooManyRequests || code == RegistryCodes.DigestMismatch || status >= HttpStatusCode.InternalServerError,
        };
    }

    static DiagnosticCode CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => RegistryCodes.Unauthorized,
        HttpStatusCode.NotFound => RegistryCodes.NotFound,
        HttpStatusCode.TooManyRequests => RegistryCodes.TooManyRequests,
        _ => RegistryCodes.Refused,
    };

    string RemedyOf(DiagnosticCode code, HttpStatusCode status) => code.Number switch
    {
        6003 when status == HttpStatusCode.Unauthorized => $"Log in (docker login {Address.Authority}), or check the credentials in the Docker configuration.",
        6003 => "These credentials aren't allowed to do this; ask the registry's owner for the right.",
        6005 => "Wait, log in for a higher limit, or pull through a mirror.",
        6006 => "Check the name, and that it was pushed to this registry.",
        _ when status == HttpStatusCode.MethodNotAllowed => "The registry doesn't allow this; deleting, for one, has to be switched on in its configuration.",
        _ when (int)status >= 500 => "The registry is failing: read its log and check its disk, then run this again.",
        _ => "The registry doesn't accept this request; its own code says why.",
    };
}
