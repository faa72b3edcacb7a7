using System.Text;
using Harvis.Engine.CommandLines;
using Harvis.Engine.Files;
using Harvis.Engine.Parameters;
using Harvis.Model.Targets;

namespace Harvis.Engine.Commands;

/// <summary>Keeps <c>.nuke/build.schema.json</c> in step: looked at only when the build's code has changed since, so that it costs an unchanged start nothing.</summary>
static class SchemaFile
{
    public static void Update(Edges edges, TargetGraph graph, IReadOnlyList<ParameterDeclaration> parameters)
    {
        var stamp = Path.Combine(edges.Root, ".nuke", "temp", "schema.stamp");
        var path = Path.Combine(edges.Root, BuildSchema.Path);
        try
        {
            if (File.Exists(stamp) && File.Exists(path) && File.ReadAllText(stamp) == edges.BuildId) return;
            var schema = BuildSchema.Of(graph, parameters);
            if (!File.Exists(path) || File.ReadAllText(path).ReplaceLineEndings("\n") != schema) AtomicFile.Write(path, Encoding.UTF8.GetBytes(schema));
            AtomicFile.Write(stamp, Encoding.UTF8.GetBytes(edges.BuildId));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // A read-only checkout can still be built; the schema serves editors only.
        }
    }
}
