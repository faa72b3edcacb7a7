using System.Runtime.CompilerServices;
using Harvis.Model.Names;

namespace Harvis.Engine.Dsl;

public sealed partial record TargetDefinition
{
    internal IReadOnlyList<TargetBody> Bodies { get; init; } = [];

    internal TargetBody? DryBody { get; init; }

    internal IReadOnlyList<ItemDefinition>? Items { get; init; }

    /// <summary>What the target does. Called more than once, the bodies run one after another.</summary>
    public TargetDefinition Executes(TargetBody body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        At(file, line) with { Bodies = [.. Bodies, body] };

    /// <summary>What the target does, where nothing of the run is needed.</summary>
    public TargetDefinition Executes(Func<Task> body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Executes((_, _) => body(), file, line);

    /// <summary>What the target does, where nothing waits.</summary>
    public TargetDefinition Executes(Action body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Executes(
            (_, _) =>
            {
                body();
                return Task.CompletedTask;
            },
            file,
            line);

    /// <summary>What the target does instead with <c>--dry-run</c>: it shows what it would change, and changes nothing.</summary>
    public TargetDefinition OnDryRun(TargetBody body) => this with { DryBody = body };

    /// <summary>
    /// One node per item (image, scanner, environment), named <c>Target:item</c>; they run side by side. What was declared before holds for each.
    /// The target itself ends when all of them have.
    /// </summary>
    public TargetDefinition ForEach<T>(IEnumerable<T> items, Func<T, TargetDefinition, TargetDefinition> define)
        where T : INamed => ForEach(items, item => item.Name, define);

    /// <summary>One node per item, named by <paramref name="name"/>.</summary>
    public TargetDefinition ForEach<T>(IEnumerable<T> items, Func<T, string> name, Func<T, TargetDefinition, TargetDefinition> define)
    {
        var each = this with { Successors = [], Dependents = [], Triggered = [], Triggering = [], Items = null };
        return this with { Items = [.. Items ?? [], .. items.Select(item => new ItemDefinition(name(item), define(item, each)))] };
    }
}
