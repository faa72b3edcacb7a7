namespace Harvis.Examples;

sealed class GuardedBuild : HarvisBuild
{
    [Parameter("Whether to publish")]
    readonly bool Release;

    [Parameter("The version that is published")]
    readonly string Version = "";

    [Secret("Opens the package feed")]
    readonly Secret? FeedToken;

    // <guards>
    Target Pack => _ => _
        .Executes(() => { });

    Target Publish => _ => _
        .DependsOn(Pack)
        .OnlyWhen(Release)
        .OnlyWhen(IsNewAsync, "the feed doesn't have this version")
        .Requires(Version)
        .Requires(FeedToken)
        .Requires(ToolCatalogue.Git)
        .Executes(() => { });

    static Task<bool> IsNewAsync(CancellationToken cancellationToken) => Task.FromResult(true);
    // </guards>

    // <when-skipped>
    Target Announce => _ => _
        .DependsOn(Pack)
        .OnlyWhen(Release)
        .WhenSkipped(DependencyBehavior.Execute)
        .Executes(() => { });
    // </when-skipped>
}
