using Harvis.Engine.Tools.Doctor;

namespace Harvis.Build;

/// <summary>How Harvis AI is delivered, and how this library is tested.</summary>
sealed partial class Build : HarvisBuild
{
    public static Task<int> Main(string[] args) => RunAsync<Build>(args);

    [Parameter("Where to deliver to", Values = nameof(Environments))]
    readonly DeliveryEnvironment Environment = HarvisAi.Dev;

    static IReadOnlyList<DeliveryEnvironment> Environments => HarvisAi.Environments;

    /// <summary>Of what is declared for every environment, only the chosen one's part runs.</summary>
    static string Chosen(DeliveryEnvironment environment) => $"--environment {environment.Name}";

    protected override Target? Default => Verify;

    static IReadOnlyList<Tool> DeliveryTools =>
        [ToolCatalogue.Git, ToolCatalogue.Docker, ToolCatalogue.DockerEngine, ToolCatalogue.DockerBuildx, ToolCatalogue.DockerCompose, ToolCatalogue.DockerRegistry, ToolCatalogue.Mmdebstrap];

    Target Doctor => _ => _
        .Description("Show which tools and services the environment needs, what is missing, and how to get it")
        .Executes((run, ct) => DoctorVisit.InspectAsync(
            [.. DeliveryTools.Select(tool => new ToolNeed(tool, Environment.Name)), new ToolNeed(ToolCatalogue.RegistryAt(HarvisAi.Registry), "Push") { IsOptional = true }], run, ct));
}
