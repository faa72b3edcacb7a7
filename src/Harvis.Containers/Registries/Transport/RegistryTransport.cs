using System.Net;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Errors;
using Harvis.Engine.Http;

namespace Harvis.Containers.Registries.Transport;

/// <summary>Sends requests with authentication, redirects, time limits and retries, and turns what fails into exceptions.</summary>
internal sealed class RegistryTransport(HttpConnections connections, Authenticator authenticator, RegistryClientOptions options, RetrySchedule retries, TimeProvider time)
{
    const int MaxRedirects = 5;
    const string UserAgent = "harvis/1";

    public RetrySchedule Retries => retries;

    public RegistryClientOptions Options => options;

    public TimeProvider Time => time;

    /// <summary>Sends a request, again where that may help, and returns an answer that its sender expects.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="earlierAttempts">How often the caller has tried already; only for messages.</param>
    /// <exception cref="RegistryException">Any other answer, or none.</exception>
    public async Task<RegistryResponse> SendAsync(RegistryRequest request, CancellationToken cancellationToken, int earlierAttempts = 0)
    {
        for (var attempt = 1; ; attempt++)
        {
            var context = new FailedRequest(request.Method, request.Address, attempt + earlierAttempts);
            var isLast = !request.IsRepeated || attempt >= retries.MaxAttempts;
            TimeSpan delay;
            try
            {
                var response = await SendOnceAsync(request, cancellationToken).ConfigureAwait(false);
                if (request.Expected.Contains(response.StatusCode)) return new RegistryResponse(response, context, options.IdleTimeout, time);
                using (response)
                {
                    if (isLast || !RetrySchedule.MayPass(response.StatusCode)) throw await RefusedAsync(response, context, cancellationToken).ConfigureAwait(false);
                    delay = retries.AskedFor(response) ?? retries.DelayAfter(attempt);
                }
            }
            catch (Exception fault) when (ConnectionFault.Is(fault))
            {
                if (isLast || !ConnectionFault.IsPassing(fault)) throw context.NotReachable(fault);
                delay = retries.DelayAfter(attempt);
            }

            await retries.WaitAsync(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    async Task<HttpResponseMessage> SendOnceAsync(RegistryRequest request, CancellationToken cancellationToken)
    {
        var authorization = await authenticator.PrepareAsync(request, cancellationToken).ConfigureAwait(false);
        var response = await FollowAsync(request, authorization, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || !request.Endpoint.Owns(response.RequestMessage!.RequestUri!)) return response;

        var better = await authenticator.AnswerAsync(request, response, authorization, cancellationToken).ConfigureAwait(false);
        if (better is null) return response;
        response.Dispose();
        return await FollowAsync(request, better, cancellationToken).ConfigureAwait(false);
    }

    // Only reading is redirected: blobs live in object stores, whose addresses carry their own signature.
    async Task<HttpResponseMessage> FollowAsync(RegistryRequest request, string? authorization, CancellationToken cancellationToken)
    {
        var address = request.Address;
        for (var redirects = 0; ; redirects++)
        {
            // The registry's own answers say where to go next: redirects, and where an upload goes on.
            if (!IsAllowed(request, address)) throw new FailedRequest(request.Method, address, 1).Unexpected("the registry leads away from HTTPS");
            var response = await SendToAsync(request, address, authorization, cancellationToken).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode) || (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)) return response;
            using (response)
            {
                var context = new FailedRequest(request.Method, request.Address, 1);
                if (redirects == MaxRedirects) throw context.Unexpected($"more than {MaxRedirects} redirects", response.StatusCode);
                if (response.Headers.Location is not { } location) throw context.Unexpected("a redirect without a Location", response.StatusCode);
                address = new Uri(address, location);
            }
        }
    }

    async Task<HttpResponseMessage> SendToAsync(RegistryRequest request, Uri address, string? authorization, CancellationToken cancellationToken)
    {
        using var timeout = new RequestTimeout(options.ResponseTimeout, time, cancellationToken);
        var message = new HttpRequestMessage(request.Method, address) { Content = request.Body?.Invoke() };
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        foreach (var (name, value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        if (authorization is not null && request.Endpoint.Owns(address)) message.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (message.Content is IReportsProgress progress) progress.Progressed = timeout.Restart;
        try
        {
            return await connections.SendAsync(message, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsOver)
        {
            throw timeout.Exception("no answer");
        }
    }

    async Task<RegistryException> RefusedAsync(HttpResponseMessage response, FailedRequest context, CancellationToken cancellationToken)
    {
        var (status, retryAfter) = (response.StatusCode, retries.AskedFor(response));
        using var answer = new RegistryResponse(response, context, options.IdleTimeout, time);
        try
        {
            var body = await answer.BytesAsync(ServerError.MaxBytes, cancellationToken).ConfigureAwait(false);
            return context.Answered(status, ServerError.Read(body), retryAfter);
        }
        catch (RegistryException)
        {
            // The status says enough where the body can't be read.
            return context.Answered(status, ServerError.None, retryAfter);
        }
    }

    static bool IsAllowed(RegistryRequest request, Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && request.Endpoint.Insecure);

    static bool IsRedirect(HttpStatusCode status) => status is
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
