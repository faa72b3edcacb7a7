using Harvis.Engine.Processes;

namespace Harvis.Engine.Tools.Provisioning;

/// <summary>
/// Takes files out of packages of a newer Debian release. apt downloads and verifies them with a configuration of its own, in a
/// folder of its own, without root; only the last copy needs root.
/// </summary>
sealed class SuiteFileTaker(StepCommands commands, ProvisionOptions options)
{
    // apt names the files by version; the shell finds them.
    const string UnpackScript = "for package in *.deb; do dpkg -x \"$package\" unpacked || exit; done";

    const string Keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

    public static IEnumerable<ProcessCommand> Commands(ProvisionStep.TakeSuiteFiles step, ProvisionOptions options, string mirror)
    {
        var folder = Folder(step, options);
        return
        [
            new("rm", "-rf", folder),
            new("mkdir", "-p", $"{folder}/lists/partial", $"{folder}/cache/archives/partial", $"{folder}/none", $"{folder}/unpacked"),
            new("tee", $"{folder}/sources.list") { Input = $"deb [signed-by={Keyring}] {mirror} {step.Suite} main\n", Quiet = true },
            new("tee", $"{folder}/apt.conf") { Input = AptCommands.PrivateConfiguration(folder, step.Suite), Quiet = true },
            AptCommands.Private(options, folder, "update"),
            AptCommands.Private(options, folder, ["download", .. step.Files.Select(file => file.Package)]),
            new("sh", "-c", UnpackScript) { WorkingDirectory = folder },
        ];
    }

    public static IEnumerable<ProcessCommand> RootCommands(ProvisionStep.TakeSuiteFiles step, ProvisionOptions options) => step.Files.Select(
        file => new ProcessCommand("install", "-D", "-m", "0755", $"{Folder(step, options)}/unpacked/{file.File}", file.Destination));

    public async Task RunAsync(ProvisionStep.TakeSuiteFiles step, CancellationToken cancellationToken)
    {
        var sources = await commands.RequireAsync(AptCommands.Sources(options), cancellationToken);
        var mirror = DebianMirror.In(sources.Output)
            ?? throw new ProvisionException("apt on this machine has no source of Debian's main component, so there is no mirror to take it from.");
        try
        {
            foreach (var command in Commands(step, options, mirror)) await commands.RequireAsync(command, cancellationToken);
            foreach (var command in RootCommands(step, options)) await commands.RequireAsync(commands.AsRoot(command), cancellationToken);
        }
        finally
        {
            await commands.TryAsync(new ProcessCommand("rm", "-rf", Folder(step, options)), CancellationToken.None);
        }
    }

    static string Folder(ProvisionStep.TakeSuiteFiles step, ProvisionOptions options) => $"{options.TemporaryFolder}/{step.Suite}";
}
