using System.Globalization;
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
        var command = new ProcessCommand(check.Program, check.Arguments) { Timeout = timeout, GracePeriod = TimeSpan.FromSeconds(1), Quiet = true };
        try
        {
            var result = await processes.RunAsync(command, cancellationToken);
            var text = $"{result.Output}\n{result.Error}".Trim();
            if (result.ExitCode != 0)
                return new ToolState.Missing(string.Create(CultureInfo.InvariantCulture, $"\"{command}\" ended with code {result.ExitCode}: {Quote(text)}"));
            return VersionText.Read(text, check.Pattern) is { } version
                ? Judge(tool, version, Locate(check.Program))
                : new ToolState.Missing($"\"{command}\" printed no version: {Quote(text)}");
        }
        catch (ProgramNotFoundException)
        {
            return new ToolState.Missing($"there is no program \"{check.Program}\" on PATH");
        }
        catch (TimeoutException)
        {
            return new ToolState.Missing(string.Create(CultureInfo.InvariantCulture, $"\"{command}\" didn't end within {timeout.TotalSeconds:0.#} s"));
        }
    }

    public static ToolState Judge(Tool tool, Version version, string location) =>
        tool.MinimumVersion is { } minimum && version < minimum
            ? new ToolState.TooOld(version, minimum, location)
            : new ToolState.Found(version, location);

    string Locate(string program)
    {
        var isWindows = environment.Variable("OS") == "Windows_NT";
        var folders = (environment.Variable("PATH") ?? "").Split(isWindows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries);
        var candidates = folders.Select(folder => $"{folder.TrimEnd('/', '\\')}{(isWindows ? '\\' : '/')}{program}{(isWindows ? ".exe" : "")}");
        return candidates.FirstOrDefault(files.Exists) ?? program;
    }

    static string Quote(string text)
    {
        var line = text.Split('\n')[0].Trim();
        return line.Length == 0 ? "it printed nothing" : line.Length <= MaxQuotedChars ? line : line[..MaxQuotedChars] + "…";
    }
}
