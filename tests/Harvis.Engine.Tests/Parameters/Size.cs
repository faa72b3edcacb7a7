using Harvis.Model.Names;

namespace Harvis.Engine.Tests.Parameters;

/// <summary>A named value, of which there are a few.</summary>
sealed record Size(string Name) : INamed
{
    public static readonly Size Small = new("small");

    public static IReadOnlyList<Size> All => [Small, new("large")];
}
