namespace Harvis.Engine.Dsl;

/// <summary>
/// A target: a function that completes its definition. Declared as a property of the build, its name is the property's:
/// <c>Target Compile => _ => _.DependsOn(Restore).Executes(…);</c>
/// </summary>
/// <param name="_">The empty definition.</param>
public delegate TargetDefinition Target(TargetDefinition _);
