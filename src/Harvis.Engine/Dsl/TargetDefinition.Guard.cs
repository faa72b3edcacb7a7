using System.Runtime.CompilerServices;
using Harvis.Engine.Tools;
using Harvis.Model.Secrets;
using Harvis.Model.Targets;

namespace Harvis.Engine.Dsl;

public sealed partial record TargetDefinition
{
    internal IReadOnlyList<Guard> Guards { get; init; } = [];

    internal IReadOnlyList<Requirement> Requirements { get; init; } = [];

    internal DependencyBehavior SkippedDependencies { get; init; } = DependencyBehavior.Skip;

    /// <summary>Runs only when this holds. It is known when the plan is made, so dependencies that nothing else needs are skipped too.</summary>
    /// <param name="condition">Whether it runs.</param>
    /// <param name="why">The condition in words; by default as it is written.</param>
    public TargetDefinition OnlyWhen(bool condition, [CallerArgumentExpression(nameof(condition))] string why = "") =>
        this with { Guards = [.. Guards, new Guard(why, condition, null)] };

    /// <summary>Runs only when this holds, asked at the target's turn: after its dependencies, before its body.</summary>
    /// <param name="condition">Whether it runs.</param>
    /// <param name="why">The condition in words; by default as it is written.</param>
    public TargetDefinition OnlyWhen(Func<CancellationToken, Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string why = "") =>
        this with { Guards = [.. Guards, new Guard(why, null, condition)] };

    /// <summary>As <see cref="OnlyWhen(bool, string)"/>, in NUKE's words.</summary>
    public TargetDefinition OnlyWhenStatic(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string why = "") =>
        OnlyWhen(condition(), Guard.Body(why));

    /// <summary>Runs only when this holds, asked at the target's turn, in NUKE's words.</summary>
    public TargetDefinition OnlyWhenDynamic(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string why = "") =>
        OnlyWhen(_ => Task.FromResult(condition()), Guard.Body(why));

    /// <summary>Says what becomes of its dependencies when a condition known at planning skips it. The default: those that nothing else needs are skipped too.</summary>
    public TargetDefinition WhenSkipped(DependencyBehavior behavior) => this with { SkippedDependencies = behavior };

    /// <summary>Refuses the run, before anything starts, unless this parameter has a value.</summary>
    /// <param name="parameter">The parameter's field or property.</param>
    /// <param name="name">Its name; by default as it is written.</param>
    public TargetDefinition Requires(object? parameter, [CallerArgumentExpression(nameof(parameter))] string name = "") =>
        Require(new Requirement.OfParameter(Guard.Member(name), parameter is not (null or "")));

    /// <summary>Refuses the run, before anything starts, unless this secret is set.</summary>
    /// <param name="secret">The secret's field or property.</param>
    /// <param name="name">Its name; by default as it is written.</param>
    public TargetDefinition Requires(Secret? secret, [CallerArgumentExpression(nameof(secret))] string name = "") =>
        Require(new Requirement.OfParameter(Guard.Member(name), secret is not null));

    /// <summary>Refuses the run, before anything starts, unless this holds.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="why">The condition in words; by default as it is written.</param>
    public TargetDefinition Requires(bool condition, [CallerArgumentExpression(nameof(condition))] string why = "") =>
        Require(new Requirement.OfCondition(why, condition));

    /// <summary>Refuses the run unless this parameter has a value, or this condition holds, in NUKE's words.</summary>
    public TargetDefinition Requires<T>(Func<T> value, [CallerArgumentExpression(nameof(value))] string why = "") => value() switch
    {
        bool holds => Require(new Requirement.OfCondition(Guard.Body(why), holds)),
        var parameter => Require(new Requirement.OfParameter(Guard.Member(Guard.Body(why)), parameter is not (null or ""))),
    };

    /// <summary>Refuses the run, before anything starts, unless these tools are usable; <c>--provision</c> installs what is missing.</summary>
    public TargetDefinition Requires(params Tool[] tools) =>
        this with { Requirements = [.. Requirements, .. tools.Select(tool => new Requirement.OfTool(tool))] };

    TargetDefinition Require(Requirement requirement) => this with { Requirements = [.. Requirements, requirement] };
}
