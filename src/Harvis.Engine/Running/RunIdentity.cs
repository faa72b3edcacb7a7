namespace Harvis.Engine.Running;

/// <summary>What of a run counts in its nodes' keys.</summary>
/// <param name="BuildId">Changes whenever the build's code does.</param>
/// <param name="Values">Every parameter's name and value; a secret as a digest.</param>
/// <param name="ToolVersion">Tells a tool's version.</param>
sealed record RunIdentity(string BuildId, string Values, Func<string, CancellationToken, Task<string>> ToolVersion);
