namespace Harvis.Engine.Dsl;

/// <summary>A relation that the other side declares: <paramref name="Declaring"/> says it, <paramref name="Target"/> gets it.</summary>
sealed record TurnedRelation(string Target, string Declaring);
