namespace Harvis.Engine.Tools.Inspection;

/// <summary>Asks services whether they are there.</summary>
public interface IServiceProbe
{
    /// <summary>Sends one GET request.</summary>
    /// <param name="service">The service's address: <c>http</c>, <c>https</c>, or <c>unix</c> with a socket's path.</param>
    /// <param name="path">What is asked for, with a leading slash.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ServiceUnreachableException">Nothing answered.</exception>
    Task<ServiceAnswer> GetAsync(Uri service, string path, CancellationToken cancellationToken);
}
