using Harvis.Model.Names;

namespace Harvis.Benchmarks.Pipeline;

/// <summary>A wait of two seconds.</summary>
sealed record Nap(string Name) : INamed;
