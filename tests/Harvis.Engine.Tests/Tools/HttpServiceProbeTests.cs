using System.Net;
using System.Net.Sockets;
using System.Text;
using Harvis.Engine.Tools.Inspection;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Tools;

public sealed class HttpServiceProbeTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("harvis-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Get_UnixSocket_ReturnsStatusAndBody()
    {
        var path = Path.Combine(_folder, "engine.sock");
        using var listener = Listen(new UnixDomainSocketEndPoint(path), AddressFamily.Unix, ProtocolType.Unspecified);
        var answering = AnswerAsync(listener, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK");

        (await new HttpServiceProbe().GetAsync(new Uri("unix://" + path), "/_ping", TestContext.Current.CancellationToken)).ShouldBe(new ServiceAnswer(200, "OK"));

        (await answering).ShouldStartWith("GET /_ping HTTP/1.1");
    }

    [Fact]
    public async Task Get_Http_ReturnsARefusalAsAnAnswer()
    {
        using var listener = Listen(new IPEndPoint(IPAddress.Loopback, 0), AddressFamily.InterNetwork, ProtocolType.Tcp);
        var answering = AnswerAsync(listener, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        var address = new Uri($"http://{listener.LocalEndPoint}");

        (await new HttpServiceProbe().GetAsync(address, "/v2/", TestContext.Current.CancellationToken)).Status.ShouldBe(401);

        (await answering).ShouldStartWith("GET /v2/ HTTP/1.1");
    }

    [Fact]
    public async Task Get_NothingListens_SaysSo()
    {
        var path = Path.Combine(_folder, "gone.sock");
        using (Listen(new UnixDomainSocketEndPoint(path), AddressFamily.Unix, ProtocolType.Unspecified))
        {
        }

        var e = await Should.ThrowAsync<ServiceUnreachableException>(() => new HttpServiceProbe().GetAsync(new Uri("unix://" + path), "/_ping", TestContext.Current.CancellationToken));

        e.Message.ShouldBe($"nothing listens at unix://{path}");
    }

    static Socket Listen(EndPoint endPoint, AddressFamily family, ProtocolType protocol)
    {
        var socket = new Socket(family, SocketType.Stream, protocol);
        socket.Bind(endPoint);
        socket.Listen();
        return socket;
    }

    static async Task<string> AnswerAsync(Socket listener, string answer)
    {
        using var connection = await listener.AcceptAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        var read = await connection.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        await connection.SendAsync(Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
