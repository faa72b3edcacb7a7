namespace Harvis.Engine.Dsl;

/// <summary>A target and what the build calls it. A class: the framework's own machine code serves lists of classes, not of pairs.</summary>
sealed record NamedTarget(string Name, Target? Target);
