namespace Harvis.Testing.Http;

/// <summary>The connection is gone, by a fault that a test asked for or because the client left.</summary>
internal sealed class ConnectionCutException() : IOException("The connection is gone.");
