using Harvis.Model.Ci;
using Harvis.Model.Files;

namespace Harvis.Build;

/// <summary>What one CI system gets.</summary>
/// <param name="System">The system and its document, for people.</param>
/// <param name="Plan">The plan.</param>
/// <param name="File">The plan in the system's words.</param>
sealed record CiDocument(string System, CiPlan Plan, GeneratedFile File);
