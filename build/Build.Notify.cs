using System.Net.Http.Json;
using Harvis.Engine.Running;
using Harvis.Model.Secrets;

namespace Harvis.Build;

sealed partial class Build
{
    static readonly TimeSpan NotificationTime = TimeSpan.FromSeconds(30);

    [Secret("Where notifications are posted: the address of an incoming webhook")]
    readonly Secret? NotificationAddress;

    Target Notify => _ => _
        .Description("Say how a delivery went, whether it succeeded or failed")
        .Stage(Notifying)
        .AssuredAfterFailure()
        .Secrets(nameof(NotificationAddress))
        .Retry(3, Backoff.Exponential(TimeSpan.FromSeconds(2)))
        .ForEach(Environments, (environment, each) => each
            .DependsOn(BuildImages, Push, Tag)
            .DependsOn(Deploy, environment)
            .DependsOn(Verify, environment)
            .OnlyWhen(Environment == environment, Chosen(environment))
            .OnlyWhen(NotificationAddress is not null, "there is an address for notifications")
            .RunsOn(HarvisAi.Node1)
            .On(HarvisAi.DeliveryTo(environment))
            .Executes((run, ct) => NotifyAsync(environment, run, ct)));

    static Stage Notifying { get; } = new("notify");

    async Task NotifyAsync(DeliveryEnvironment environment, TargetRun run, CancellationToken cancellationToken)
    {
        var failed = run.Dependencies.Where(node => node.Value is NodeOutcome.Failed or NodeOutcome.Cancelled).Select(node => node.Key).ToList();
        var commit = await GitAsync(run, cancellationToken, "rev-parse", "--short=8", "HEAD");
        var text = failed.Count == 0 ? $"{commit} was delivered to {environment.Name}." : $"{commit} was not delivered to {environment.Name}: {string.Join(", ", failed)} failed.";
        using var http = new HttpClient { Timeout = NotificationTime };
        using var answer = await http.PostAsJsonAsync(NotificationAddress!.Reveal(), new Notification(text), BuildJson.Default.Notification, cancellationToken);
        answer.EnsureSuccessStatusCode();
        run.Log.Info(text);
    }
}

/// <summary>What incoming webhooks of chat services take.</summary>
sealed record Notification(string Text);
