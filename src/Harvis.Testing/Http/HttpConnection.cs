using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Harvis.Testing.Http;

/// <summary>Serves the requests of one client, one after the other, as HTTP/1.1.</summary>
internal sealed class HttpConnection(Socket socket, Func<HttpExchange, CancellationToken, Task<HttpReply>> answer)
{
    /// <summary>Serves until the client leaves, or a fault cuts the connection.</summary>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        var input = new HttpInput(stream);
        try
        {
            while (await ReadRequestAsync(input, cancellationToken).ConfigureAwait(false) is { } request)
            {
                var reply = await answer(request, cancellationToken).ConfigureAwait(false);
                // What the answer didn't need is still on its way.
                await request.ReadBodyAsync(static _ => { }, cancellationToken).ConfigureAwait(false);
                await WriteAsync(input, request.Method, reply, cancellationToken).ConfigureAwait(false);
                if (string.Equals(request.Header("Connection"), "close", StringComparison.OrdinalIgnoreCase)) return;
            }
        }
        catch (ConnectionCutException)
        {
            // Closing with time 0 resets the connection, as a crash does.
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client left, or the server is being closed.
        }
    }

    static async Task<HttpExchange?> ReadRequestAsync(HttpInput input, CancellationToken cancellationToken)
    {
        if (await input.ReadLineAsync(cancellationToken).ConfigureAwait(false) is not { Length: > 0 } start) return null;
        var words = start.Split(' ');
        if (words is not [_, _, "HTTP/1.1" or "HTTP/1.0"]) throw new ConnectionCutException();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await input.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) throw new ConnectionCutException();
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out var earlier) ? $"{earlier}, {value}" : value;
        }

        var length = headers.TryGetValue("Content-Length", out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : (long?)null;
        var chunked = headers.GetValueOrDefault("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true;
        var awaitsContinue = headers.GetValueOrDefault("Expect")?.Contains("100-continue", StringComparison.OrdinalIgnoreCase) == true;
        return new HttpExchange(words[0], words[1], headers, new HttpBody(input, length, chunked, awaitsContinue));
    }

    static async Task WriteAsync(HttpInput output, string method, HttpReply reply, CancellationToken cancellationToken)
    {
        var head = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} {(System.Net.HttpStatusCode)reply.Status}\r\n"));
        foreach (var (name, value) in reply.Headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (reply.Status != 204) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {reply.Body.Length}\r\n");
        head.Append("\r\n");

        var sent = reply.CutAfterBytes is { } cut ? (int)Math.Min(cut, reply.Body.Length) : reply.Body.Length;
        var body = method == "HEAD" ? default : reply.Body[..sent];
        byte[] whole = [.. Encoding.ASCII.GetBytes(head.ToString()), .. body.Span];
        await output.WriteAsync(whole, cancellationToken).ConfigureAwait(false);
        if (reply.CutAfterBytes is null) return;
        // A reset throws away what the client hasn't read yet.
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken).ConfigureAwait(false);
        throw new ConnectionCutException();
    }
}
