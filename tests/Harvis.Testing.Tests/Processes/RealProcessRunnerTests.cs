using Harvis.Engine.Processes;
using Harvis.Engine.Secrets;

namespace Harvis.Testing.Tests.Processes;

/// <summary>The contract, held by real programs.</summary>
public sealed class RealProcessRunnerTests : ProcessRunnerContract
{
    public RealProcessRunnerTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Runs sh scripts; needs Linux or macOS.");

    protected override IProcessRunner Runner => new ProcessRunner(Path.GetTempPath(), Log, new SecretMasker(), TimeProvider.System);

    protected override ProcessCommand Printing(string output, string error, int code) =>
        new("sh", "-c", "printf %s \"$1\"; printf %s \"$2\" >&2; exit $3", "sh", output, error, $"{code}");

    protected override ProcessCommand Endless() => new("sleep", "61");
}
