using Harvis.Model.Ci;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitLabCi;

/// <summary>One way in which a job gets into a pipeline.</summary>
/// <param name="Trigger">What is met.</param>
/// <param name="Activation">What the plan says for it.</param>
/// <param name="Start">Who decides.</param>
sealed record GitLabEntry(Trigger Trigger, CiActivation Activation, GitLabStart Start);
