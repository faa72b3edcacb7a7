using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Harvis.Engine.Environments;
using Harvis.Engine.Files;
using Harvis.Engine.Tools;

namespace Harvis.Engine.Commands;

/// <summary>Remembers which tools were found. Whatever installs or removes a program changes the time of its folder: then nothing is remembered any more.</summary>
/// <param name="file">Where it is kept.</param>
/// <param name="environment">Tells the folders of programs.</param>
sealed class ToolMemory(string file, IEnvironment environment)
{
    // Where the docker program looks for plugins: https://docs.docker.com/reference/cli/docker/#environment-variables.
    static readonly string[] PluginFolders =
        ["/usr/local/lib/docker/cli-plugins", "/usr/local/libexec/docker/cli-plugins", "/usr/lib/docker/cli-plugins", "/usr/libexec/docker/cli-plugins"];

    readonly Lazy<string> _machine = new(() => Machine(environment));
    HashSet<string>? _known;

    public bool Knows(Tool tool) => Known().Contains(NameOf(tool));

    public void Remember(IEnumerable<Tool> tools)
    {
        var known = Known();
        var before = known.Count;
        known.UnionWith(tools.Select(NameOf));
        if (known.Count == before) return;
        try
        {
            AtomicFile.Write(file, Encoding.UTF8.GetBytes(string.Join('\n', known.Prepend(_machine.Value))));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // The next run asks again.
        }
    }

    HashSet<string> Known()
    {
        if (_known is not null) return _known;
        var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        return _known = lines is [var machine, .. var tools] && machine == _machine.Value ? [.. tools] : [];
    }

    static string NameOf(Tool tool) => $"{tool.Name} {tool.MinimumVersion}";

    static string Machine(IEnvironment environment)
    {
        var path = environment.Variable("PATH") ?? "";
        var home = environment.Variable("DOCKER_CONFIG") ?? Path.Combine(environment.Variable("HOME") ?? "", ".docker");
        var folders = path.Split(Path.PathSeparator).Concat(PluginFolders).Append(Path.Combine(home, "cli-plugins"));
        var times = folders.Select(folder => Directory.GetLastWriteTimeUtc(folder).Ticks.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{string.Join(' ', times)}")));
    }
}
