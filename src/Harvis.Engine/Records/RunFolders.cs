using System.Globalization;
using System.Security.Cryptography;

namespace Harvis.Engine.Records;

/// <summary>The folders of this repository's runs, one a run, named so that they sort by time.</summary>
/// <param name="parent">Where they lie: <c>.nuke/temp/runs</c>.</param>
sealed class RunFolders(string parent)
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 20;

    /// <summary>A new run's id.</summary>
    public static string NewId(DateTimeOffset now) =>
        now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture) + "-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(2));

    /// <summary>The folder of a run.</summary>
    public string Of(string runId) => Path.Combine(parent, runId);

    /// <summary>The newest run before this one, if its journal can be read.</summary>
    public PreviousRun? Last() => All().Select(PreviousRun.Read).FirstOrDefault(run => run is not null);

    /// <summary>Removes all but the newest; what can't be removed stays.</summary>
    public void Prune()
    {
        foreach (var old in All().Skip(Kept))
        {
            try
            {
                Directory.Delete(old, recursive: true);
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
                // The next run tries again.
            }
        }
    }

    IEnumerable<string> All() =>
        Directory.Exists(parent) ? Directory.GetDirectories(parent).OrderByDescending(Path.GetFileName, StringComparer.Ordinal) : [];
}
