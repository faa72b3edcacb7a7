using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Shouldly;

namespace Harvis.Integration.Tests.Structure;

/// <summary>Dependencies point one way: build -> {Deployment, Containers, Scanning, Generation} -> Engine -> Model; Generation needs only Model.</summary>
public sealed class DependencyTests
{
    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Harvis.Model"] = [],
        ["Harvis.Engine"] = ["Harvis.Model"],
        ["Harvis.Generation"] = ["Harvis.Model"],
        ["Harvis.Containers"] = ["Harvis.Engine", "Harvis.Model"],
        ["Harvis.Scanning"] = ["Harvis.Engine", "Harvis.Model"],
        ["Harvis.Deployment"] = ["Harvis.Engine", "Harvis.Model"],
        ["Harvis.Testing"] = ["Harvis.Containers", "Harvis.Deployment", "Harvis.Scanning", "Harvis.Generation", "Harvis.Engine", "Harvis.Model"],
    };

    [Fact]
    public void Projects_ReferToOthers_OnlyInTheAllowedDirection()
    {
        var projects = Directory.GetFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories);

        projects.ShouldNotBeEmpty();
        foreach (var project in projects)
        {
            var references = XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
            references.Except(Allowed[Path.GetFileNameWithoutExtension(project)]).ShouldBeEmpty(project);
        }
    }

    internal static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));
}
