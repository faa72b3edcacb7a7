using Harvis.Engine.Dsl;

namespace Harvis.Integration.Pipeline;

/// <summary>Runs the build that the variable PIPELINE names.</summary>
static class Program
{
    public static Task<int> Main(string[] args) => Environment.GetEnvironmentVariable("PIPELINE") switch
    {
        nameof(TwiceBuild) => HarvisBuild.RunAsync<TwiceBuild>(args),
        nameof(BadImageBuild) => HarvisBuild.RunAsync<BadImageBuild>(args),
        nameof(DeliveryBuild) => HarvisBuild.RunAsync<DeliveryBuild>(args),
        _ => HarvisBuild.RunAsync<Pipeline>(args),
    };
}
