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

    /// <summary>
    /// Installs packages without what they only recommend, and never in the place of others; waits for another process that installs.
    /// </summary>
    public static ProcessCommand Install(ProvisionOptions options, IReadOnlyList<string> packages) => Apt(
        options,
        [
            "-o", string.Create(CultureInfo.InvariantCulture, $"DPkg::Lock::Timeout={options.LockTimeout.TotalSeconds:0}"),
            "install", "-y", "--no-install-recommends", "--no-remove", .. packages,
        ]) with { GracePeriod = TimeToFinish };

    /// <summary>Configures what an installation that was cut off has left unpacked.</summary>
    public static ProcessCommand FinishInterrupted(ProvisionOptions options) =>
        new("env", "LC_ALL=C", "DEBIAN_FRONTEND=noninteractive", "dpkg", "--configure", "-a")
        {
            Timeout = options.CommandTimeout, GracePeriod = TimeToFinish, Quiet = true,
        };

    /// <summary>Tells the system's sources, as apt itself reads them.</summary>
    public static ProcessCommand Sources(ProvisionOptions options) =>
        Apt(options, "indextargets", "--format", "$(ORIGIN)|$(RELEASE)|$(COMPONENT)|$(REPO_URI)", "Created-By: Packages");

    /// <summary>Runs with a configuration of its own on top of the system's; see <see cref="PrivateConfiguration"/>.</summary>
    public static ProcessCommand Private(ProvisionOptions options, string folder, params string[] arguments) =>
        Apt(options, ["-c", $"{folder}/apt.conf", .. arguments]) with { WorkingDirectory = folder };

    /// <summary>Keeps apt in a folder, with one suite: the system's lists, cache, sources and preferences aren't touched.</summary>
    public static string PrivateConfiguration(string folder, string suite) => $"""
        Dir::Etc::sourcelist "{folder}/sources.list";
        Dir::Etc::sourceparts "{folder}/none";
        Dir::Etc::preferences "{folder}/none";
        Dir::Etc::preferencesparts "{folder}/none";
        Dir::State::lists "{folder}/lists";
        Dir::Cache "{folder}/cache";
        APT::Default-Release "{suite}";
        APT::Sandbox::User "root";
        APT::Update::Error-Mode "any";
        Acquire::Languages "none";

        """;

    static ProcessCommand Apt(ProvisionOptions options, params string[] arguments) =>
        new("env", ["LC_ALL=C", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "Acquire::Retries=3", .. arguments])
        {
            Timeout = options.CommandTimeout,
            Quiet = true,
        };
}
