namespace Harvis.Engine.Tools.Inspection;

/// <summary>What a service answered.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Body">The body, at most 1 MiB.</param>
public sealed record ServiceAnswer(int Status, string Body);
