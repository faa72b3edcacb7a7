using System.Globalization;

namespace Harvis.Model.Diagnostics;

/// <summary>
/// A stable code such as <c>HRV1001</c>. 1xxx targets and arguments, 2xxx CI, 3xxx images and tags,
/// 4xxx Kubernetes and Flux, 5xxx scanning, 6xxx effects.
/// </summary>
/// <param name="Number">1000 to 6999.</param>
public readonly record struct DiagnosticCode(int Number)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"HRV{Number:0000}");
}
