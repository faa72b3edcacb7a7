using Harvis.Model.Triggers;

namespace Harvis.Model.Ci.Planning;

/// <summary>For one trigger: when a node starts, as a rule over nodes.</summary>
sealed record NodeStart(Trigger Trigger, CiRule Rule, bool IsTriggered)
{
    /// <summary>Equal words mean equal starts.</summary>
    public string Text => $"{TriggerText.Of(Trigger)}: {RuleAlgebra.Text(Rule)}{(IsTriggered ? ", triggered" : "")}";
}
