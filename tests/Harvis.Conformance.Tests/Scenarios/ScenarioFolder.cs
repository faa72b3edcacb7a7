using System.Text;

namespace Harvis.Conformance.Tests.Scenarios;

/// <summary>A scenario and the folder it lies in: the namespace <c>Scenarios.FanOutFanIn</c> is the folder <c>fan-out-fan-in</c>.</summary>
sealed record ScenarioFolder(string Name, Type Type)
{
    const string Root = "Scenarios.";

    /// <summary>Every scenario, by name.</summary>
    public static IReadOnlyList<ScenarioFolder> All { get; } =
    [
        .. typeof(ScenarioFolder).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Scenario)) && type.Namespace!.StartsWith(Root, StringComparison.Ordinal))
            .Select(type => new ScenarioFolder(Kebab(type.Namespace![Root.Length..]), type))
            .OrderBy(folder => folder.Name, StringComparer.Ordinal),
    ];

    public static ScenarioFolder Named(string name) => All.Single(folder => folder.Name == name);

    public string Path => System.IO.Path.Combine(Repository.Scenarios, Name);

    public Scenario Build() => (Scenario)Activator.CreateInstance(Type)!;

    public override string ToString() => Name;

    static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
