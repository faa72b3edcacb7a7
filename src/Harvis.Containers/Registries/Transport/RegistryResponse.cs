using System.Net;
using Harvis.Containers.Registries.Errors;
using Harvis.Engine.Http;

namespace Harvis.Containers.Registries.Transport;

/// <summary>An answer that was expected, and how many attempts it took.</summary>
internal sealed class RegistryResponse(HttpResponseMessage message, FailedRequest context, TimeSpan idleTimeout, TimeProvider time) : IDisposable
{
    public HttpStatusCode Status => message.StatusCode;

    /// <summary>Makes exceptions for what is wrong with this answer.</summary>
    public FailedRequest Context => context;

    /// <summary>The address that answered, after redirects.</summary>
    public Uri Address => message.RequestMessage!.RequestUri!;

    public string? MediaType => message.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type)
        ? type.ToString().Split(';')[0].Trim()
        : null;

    public long? Length => message.Content.Headers.ContentLength;

    public string? Header(string name) => message.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>Where the Location header points.</summary>
    /// <exception cref="RegistryException">There is none.</exception>
    public Uri Location => Header("Location") is { Length: > 0 } text && Uri.TryCreate(Address, text, out var location)
        ? location
        : throw context.Unexpected("an answer without a Location", Status);

    /// <summary>The body as a stream whose reads time out.</summary>
    public async Task<Stream> StreamAsync(CancellationToken cancellationToken) =>
        new WatchedStream(await message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), idleTimeout, time);

    /// <summary>The whole body.</summary>
    /// <exception cref="RegistryException">It is larger than <paramref name="maxBytes"/>, or was cut.</exception>
    public async Task<byte[]> BytesAsync(int maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await StreamAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = stream.ConfigureAwait(false);
            return await BoundedReading.ReadAsync(stream, maxBytes, cancellationToken).ConfigureAwait(false)
                ?? throw context.Unexpected($"an answer larger than {maxBytes} bytes", Status);
        }
        catch (Exception fault) when (ConnectionFault.Is(fault))
        {
            throw context.NotReachable(fault);
        }
    }

    public void Dispose() => message.Dispose();
}
