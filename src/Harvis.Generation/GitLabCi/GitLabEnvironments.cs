using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Model.Ci;
using Harvis.Model.Environments;

namespace Harvis.Generation.GitLabCi;

/// <summary>What GitLab is told of the environment that a job changes.</summary>
static class GitLabEnvironments
{
    public static GitLabEnvironment? Of(CiJob job, GitLabPipelineOptions options, GitLabNames names, CiPlan plan)
    {
        if (job.Environment is not { } environment) return null;
        var more = options.Environments.GetValueOrDefault(environment.Name, new GitLabEnvironmentOptions());
        var isStop = more.StopJob == job.Id;
        return new GitLabEnvironment(environment.Name)
        {
            Url = more.Url ?? Origin(environment),
            OnStop = !isStop && more.StopJob is { } stop && plan.Find(stop) is { } stopJob ? names.Of(stopJob)[0] : null,
            AutoStopIn = isStop ? null : more.AutoStopIn,
            Action = isStop ? "stop" : null,
            DeploymentTier = more.DeploymentTier ?? Tier(environment.Name),
        };
    }

    static Uri? Origin(DeliveryEnvironment environment) =>
        environment.SmokeTests is [{ Url: var url }, ..] ? new Uri(url.GetLeftPart(UriPartial.Authority)) : null;

    static string Tier(string name) => name switch
    {
        "prod" or "production" or "live" => "production",
        "staging" or "stage" => "staging",
        "test" or "testing" or "qa" => "testing",
        "dev" or "development" or "review" => "development",
        _ => "other",
    };
}
