using System.Globalization;
using Harvis.Engine.Processes;

namespace Harvis.Engine.Tools.Provisioning;

/// <summary>The command lines of apt. Its messages are asked for in English, since they are read.</summary>
static class AptCommands
{
    // dpkg ends at the next package, so a cancelled installation stays whole.
    static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(60);

    /// <summary>Refreshes the lists of the system's own sources.</summary>
    public static ProcessCommand Update(ProvisionOptions options) => Apt(options, "update");

    /// <summary>Installs packages without what they only recommend; waits for another process that installs.</summary>
    public static ProcessCommand Install(ProvisionOptions options, IReadOnlyList<string> packages) => Apt(
        options,
        [
            "-o", string.Create(CultureInfo.InvariantCulture, $"DPkg::Lock::Timeout={options.LockTimeout.TotalSeconds:0}"),
            "install", "-y", "--no-install-recommends", .. packages,
        ]) with { GracePeriod = TimeToFinish };

    /// <summary>Configures what an installation that was cut off has left unpacked.</summary>
    public static ProcessCommand FinishInterrupted(ProvisionOptions options) =>
        new("env", "LC_ALL=C", "DEBIAN_FRONTEND=noninteractive", "dpkg", "--configure", "-a") { Timeout = options.CommandTimeout, GracePeriod = TimeToFinish, Quiet = true };

    /// <summary>Tells the system's sources, as apt itself reads them.</summary>
    public static ProcessCommand Sources(ProvisionOptions options) =>
        Apt(options, "indextargets", "--format", "$(ORIGIN)|$(RELEASE)|$(COMPONENT)|$(REPO_URI)", "Created-By: Packages");

    /// <summary>Runs with a configuration of its own in a folder; the system's lists, cache and sources aren't touched.</summary>
    public static ProcessCommand Private(ProvisionOptions options, string folder, string suite, params string[] arguments) => Apt(
        options,
        [
            "-o", $"Dir::Etc::sourcelist={folder}/sources.list",
            "-o", $"Dir::Etc::sourceparts={folder}/none",
            "-o", $"Dir::Etc::preferences={folder}/none",
            "-o", $"Dir::Etc::preferencesparts={folder}/none",
            "-o", $"Dir::State::lists={folder}/lists",
            "-o", $"Dir::Cache={folder}/cache",
            "-o", $"APT::Default-Release={suite}",
            "-o", "APT::Sandbox::User=root",
            "-o", "APT::Update::Error-Mode=any",
            "-o", "Acquire::Languages=none",
            .. arguments,
        ]) with { WorkingDirectory = folder };

    static ProcessCommand Apt(ProvisionOptions options, params string[] arguments) =>
        new("env", ["LC_ALL=C", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "Acquire::Retries=3", .. arguments])
        {
            Timeout = options.CommandTimeout,
            Quiet = true,
        };
}
