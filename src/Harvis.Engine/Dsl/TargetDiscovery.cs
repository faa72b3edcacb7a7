using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Dsl;

/// <summary>Finds the targets of a build: its properties of type <see cref="Target"/>, base classes first, then components, then what it adds in code.</summary>
static class TargetDiscovery
{
    const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [SuppressMessage("Trimming", "IL2070", Justification = "Builds are not trimmed.")]
    public static IReadOnlyList<NamedTarget> Of(HarvisBuild build)
    {
        var targets = new List<NamedTarget>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var type in Hierarchy(build.GetType()).Concat(build.GetType().GetInterfaces()))
        {
            foreach (var property in type.GetProperties(Declared).Where(IsTarget))
                Put(property, type.IsInterface);
        }

        targets.AddRange(Added(build));
        return targets;

        void Put(PropertyInfo property, bool ofComponent)
        {
            var name = property.Name[(property.Name.LastIndexOf('.') + 1)..];
            var known = places.TryGetValue(name, out var place);

            // An override takes the place of what it overrides; a component's target that the build declares itself is the build's.
            if (known && ofComponent) return;
            var target = (Target?)property.GetValue(build);
            if (known) targets[place] = new NamedTarget(name, target);
            else
            {
                places.Add(name, targets.Count);
                targets.Add(new NamedTarget(name, target));
            }
        }
    }

    static IReadOnlyList<NamedTarget> Added(HarvisBuild build)
    {
        var added = new TargetCollection();
        try
        {
            build.DefineTargets(added);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            throw new DiagnosticException(BrokenCode.Refuse(broken, build.GetType()));
        }

        return added.All;
    }

    // The default is one of the others, not one more.
    static bool IsTarget(PropertyInfo property) => property.PropertyType == typeof(Target) && property.Name != nameof(HarvisBuild.Default);

    static IEnumerable<Type> Hierarchy(Type type)
    {
        var types = new Stack<Type>();
        for (var t = type; t is not null && t != typeof(HarvisBuild); t = t.BaseType) types.Push(t);
        return types;
    }
}
