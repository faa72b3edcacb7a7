namespace Harvis.Engine.Dsl;

/// <summary>One item of a target that is declared for each of several.</summary>
sealed record ItemDefinition(string Name, TargetDefinition Definition);
