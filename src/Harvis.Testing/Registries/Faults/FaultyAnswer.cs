using System.Globalization;
using Harvis.Testing.Http;

namespace Harvis.Testing.Registries.Faults;

/// <summary>Answers a request with a fault.</summary>
internal static class FaultyAnswer
{
    static readonly string OtherDigest = $"sha256:{new string('0', 64)}";

    public static async Task<HttpReply> MakeAsync(
        RegistryFault? fault, HttpExchange request, Func<HttpExchange, CancellationToken, Task<HttpReply>> answer, TimeProvider time, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case RegistryFault.Status status: return Refuse(status);
            case RegistryFault.Challenge challenge: return Gate.Error(401, "UNAUTHORIZED").With("WWW-Authenticate", challenge.Header);
            case RegistryFault.Redirect redirect: return new HttpReply(307).With("Location", redirect.Address.ToString());
            case RegistryFault.Silence: await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false); break;
            case RegistryFault.Slow slow: await Task.Delay(slow.Delay, time, cancellationToken).ConfigureAwait(false); break;
            case RegistryFault.CutUpload cut: request.CutAfterBytes = cut.AfterBytes; break;
            default: break;
        }

        var reply = await answer(request, cancellationToken).ConfigureAwait(false);
        return fault switch
        {
            RegistryFault.CutBeforeAnswer => throw new ConnectionCutException(),
            RegistryFault.CutDownload cut => reply with { CutAfterBytes = cut.AfterBytes },
            RegistryFault.WrongDigestHeader => reply.With("Docker-Content-Digest", OtherDigest),
            RegistryFault.WrongBody => reply with { Body = Change(reply.Body) },
            _ => reply,
        };
    }

    static HttpReply Refuse(RegistryFault.Status status)
    {
        var code = (int)status.Code;
        var reply = status.ErrorCode is null ? new HttpReply(code) : Gate.Error(code, status.ErrorCode);
        return status.RetryAfter is null ? reply : reply.With("Retry-After", status.RetryAfter.ToString(CultureInfo.InvariantCulture));
    }

    static byte[] Change(ReadOnlyMemory<byte> body)
    {
        var changed = body.ToArray();
        if (changed.Length > 0) changed[^1] ^= 1;
        return changed;
    }
}
