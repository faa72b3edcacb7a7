namespace Harvis.Conformance.Tests.Judges;

/// <summary>Schemas beside the checkout, newer than those in the judges: a stricter look where they are there.</summary>
static class SharedSchemas
{
    public static string Workflow => In("schemastore", "github-workflow.json");

    public static string Pipeline => In("gitlab", "gitlab-ci.json");

    /// <summary>The schema, or the test is skipped with the reason.</summary>
    public static string Require(string path)
    {
        Assert.SkipUnless(File.Exists(path), $"There is no schema at {path}.");
        return path;
    }

    // A work tree may lie one folder deeper than the checkout itself.
    static string In(params string[] path)
    {
        var relative = Path.Combine(["shared", "schemas", .. path]);
        var beside = Path.GetFullPath(Path.Combine(Repository.Root, "..", relative));
        var above = Path.GetFullPath(Path.Combine(Repository.Root, "..", "..", relative));
        return !File.Exists(beside) && File.Exists(above) ? above : beside;
    }
}
