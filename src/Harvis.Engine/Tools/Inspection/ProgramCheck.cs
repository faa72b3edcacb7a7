using Harvis.Engine.Environments;
using Harvis.Engine.Processes;
using Harvis.Engine.Tools.Machines;

namespace Harvis.Engine.Tools.Inspection;

/// <summary>Asks programs for their versions.</summary>
sealed class ProgramCheck(IProcessRunner processes, IMachineFiles files, IEnvironment environment)
{
    const int MaxQuotedChars = 100;

    public async Task<ToolState> CheckAsync(Tool tool, ToolCheck.VersionCommand check, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var command = new ProcessCommand(check.Program, check.Arguments)
        {
            Timeout = timeout, GracePeriod = TimeSpan.FromSeconds(1), Quiet = true,
        };
        try
        {
            var result = await processes.RunAsync(command, cancellationToken);
            var text = $"{result.Output}\n{result.Error}".Trim();
            if (result.ExitCode != 0)
                return Missing($"\"{command}\" ended with code {result.ExitCode}: {Quote(text)}");
            return VersionText.Read(text, check.Pattern) is { } version
                ? Judge(tool, version, Locate(check.Program))
                : Missing($"\"{command}\" printed no version: {Quote(text)}");
        }
        catch (ProgramNotFoundException)
        {
            return Missing($"there is no program \"{check.Program}\" on PATH");
        }
        catch (TimeoutException)
        {
            return Missing($"\"{command}\" didn't end within {timeout.TotalSeconds:0.#} s");
        }
    }

    public static ToolState Judge(Tool tool, Version version, string location) =>
        tool.MinimumVersion is { } minimum && version < minimum
            ? new ToolState.TooOld(version, minimum, location)
            : new ToolState.Found(version, location);

    static ToolState.Missing Missing(FormattableString reason) => new(FormattableString.Invariant(reason));

    string Locate(string program)
    {
        var isWindows = environment.Variable("OS") == "Windows_NT";
        var folders = (environment.Variable("PATH") ?? "").Split(isWindows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries);
        var candidates = folders.Select(folder => isWindows ? $"{folder.TrimEnd('\\')}\\{program}.exe" : $"{folder.TrimEnd('/')}/{program}");
        return candidates.FirstOrDefault(files.Exists) ?? program;
    }

    static string Quote(string text)
    {
        var line = text.Split('\n')[0].Trim();
        return line.Length == 0 ? "it printed nothing" : line.Length <= MaxQuotedChars ? line : line[..MaxQuotedChars] + "…";
    }
}
