namespace Harvis.Examples;

sealed class ParameterBuild : HarvisBuild
{
    // <parameters>
    [Parameter("Where to deliver to", Values = nameof(Environments))]
    readonly DeliveryEnvironment Environment = Dev;

    [Parameter("How long to wait")]
    readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Parameter("The pipeline's id", Variable = "CI_PIPELINE_ID")]
    readonly string PipelineId = "";

    [Parameter("Which cultures to translate to")]
    readonly string[] Cultures = [];

    static readonly DeliveryEnvironment Dev = new("dev");

    static IReadOnlyList<DeliveryEnvironment> Environments => [Dev];
    // </parameters>

    // <secret>
    [Secret("Opens the package feed")]
    readonly Secret? FeedToken;

    Target Login => _ => _
        .Requires(FeedToken)
        .Executes(async (run, ct) => (await run.Processes.RunAsync(
            new ProcessCommand("docker", "login", "--username", "ci", "--password-stdin", "registry.example") { SecretInput = FeedToken }, ct)).EnsureSuccess());
    // </secret>
}
