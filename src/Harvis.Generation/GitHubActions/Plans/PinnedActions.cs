using Harvis.Generation.GitHubActions.Pins;
using Harvis.Generation.GitHubActions.Steps;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>Actions at the commits that the pin file names.</summary>
/// <param name="pins">The pins.</param>
/// <param name="findings">Takes actions without one.</param>
sealed class PinnedActions(ActionPins pins, Findings findings)
{
    /// <summary>A step of an action.</summary>
    public UsesStep Step(ActionReference action) => new(Find(action));

    StepAction Find(ActionReference action)
    {
        if (pins.Find(action) is { } pin) return new StepAction.Pinned(pin);
        findings.Add(new Diagnostic(GitHubCodes.MissingPin, $"No commit of the action \"{action}\" is pinned.", $"Add it to {ActionPins.DefaultPath}. {NearestName.Hint(action.ToString(), pins.All.Select(other => other.Action.ToString()))}".TrimEnd()));
        return new StepAction.Unpinned(action.ToString());
    }
}
