namespace Harvis.Examples;

// <build>
sealed class Build : HarvisBuild
{
    public static Task<int> Main(string[] args) => RunAsync<Build>(args);

    protected override Target? Default => Test;

    Target Compile => _ => _
        .Description("Compile the solution")
        .Executes(async (run, ct) => (await run.Processes.RunAsync(new ProcessCommand("dotnet", "build", "--nologo"), ct)).EnsureSuccess());

    Target Test => _ => _
        .Description("Run the tests")
        .DependsOn(Compile)
        .Executes(async (run, ct) => (await run.Processes.RunAsync(new ProcessCommand("dotnet", "test", "--no-build"), ct)).EnsureSuccess());
}
// </build>
