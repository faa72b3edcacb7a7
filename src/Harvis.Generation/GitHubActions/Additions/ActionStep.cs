using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Pins;
using Harvis.Model.Ci;

namespace Harvis.Generation.GitHubActions.Additions;

/// <summary>An action that a target's job on GitHub runs besides the build. Its commit comes from the action pins.</summary>
/// <param name="Action">The action.</param>
public sealed record ActionStep(ActionReference Action) : CiExtension
{
    /// <summary>Where it stands. The default is before the build.</summary>
    public StepPlace Place { get; init; } = StepPlace.BeforeRun;

    /// <summary>What people see; null for the action's name.</summary>
    public string? Name { get; init; }

    /// <summary>What other steps call it.</summary>
    public string? Id { get; init; }

    /// <summary>When it runs; null for: when the steps before it succeeded.</summary>
    public Expression? If { get; init; }

    /// <summary>What it is given. Texts stay texts, whatever they hold.</summary>
    public IReadOnlyList<(string Name, Template Value)> Inputs { get; init; } = [];

    /// <summary>Its environment variables.</summary>
    public IReadOnlyList<(string Name, Template Value)> Variables { get; init; } = [];
}
