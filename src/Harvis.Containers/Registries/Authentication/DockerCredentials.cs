using System.Text.Json;
using Harvis.Containers.Registries.Errors;
using Harvis.Engine.Environments;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Model.Registries;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>
/// The credentials that <c>docker login</c> left: in <c>config.json</c> of <c>DOCKER_CONFIG</c> or <c>~/.docker</c>, or in the credential helper it names.
/// A registry's own helper wins over the store, the store over the file.
/// See https://docs.docker.com/reference/cli/docker/login/.
/// </summary>
public sealed class DockerCredentials(IEnvironment environment, IProcessRunner processes) : ICredentialSource
{
    // Docker Hub's entry still has the address of its first API.
    const string DockerHub = "docker.io";
    const string DockerHubKey = "https://index.docker.io/v1/";

    readonly CredentialHelper _helper = new(processes);

    /// <inheritdoc/>
    public async Task<RegistryCredentials> ForAsync(RegistryHost host, CancellationToken cancellationToken)
    {
        var path = ConfigPath();
        if (path is null || !File.Exists(path)) return RegistryCredentials.None;
        var config = await ReadAsync(path, cancellationToken).ConfigureAwait(false);
        var key = host.ToString() == DockerHub ? DockerHubKey : host.ToString();
        if (Find(config.CredHelpers, key) is { } helper) return await _helper.GetAsync(helper, key, cancellationToken).ConfigureAwait(false);

        if (!string.IsNullOrEmpty(config.CredsStore))
        {
            var stored = await _helper.GetAsync(config.CredsStore, key, cancellationToken).ConfigureAwait(false);
            if (stored is not RegistryCredentials.Anonymous) return stored;
        }

        try
        {
            return Find(config.Auths, key)?.Credentials($"the password of {host}") ?? RegistryCredentials.None;
        }
        catch (FormatException wrong)
        {
            throw Unreadable(path, $"the entry \"{key}\" can't be read", wrong);
        }
    }

    string? ConfigPath()
    {
        if (environment.Variable("DOCKER_CONFIG") is { Length: > 0 } folder) return Path.Combine(folder, "config.json");
        var home = environment.Variable("HOME") ?? environment.Variable("USERPROFILE");
        return string.IsNullOrEmpty(home) ? null : Path.Combine(home, ".docker", "config.json");
    }

    static async Task<DockerConfig> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            return JsonSerializer.Deserialize(text, AuthenticationJson.Default.DockerConfig) ?? DockerConfig.Empty;
        }
        catch (JsonException wrong)
        {
            // The reader's message can quote the text, which holds passwords; its place is enough.
            throw Unreadable(path, $"it isn't JSON (line {(wrong.LineNumber ?? 0) + 1})", null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, "it can't be opened", fault);
        }
    }

    static DiagnosticException Unreadable(string path, string why, Exception? inner) =>
        new(new Diagnostic(RegistryCodes.CredentialsUnreadable, $"{path}: {why}.", "Log in again with docker login, or mend the file."), inner);

    // Keys may carry a scheme and a path: https://registry.example/v1/.
    static T? Find<T>(Dictionary<string, T>? entries, string key)
        where T : class =>
        entries is null ? null : entries.GetValueOrDefault(key) ?? entries.FirstOrDefault(entry => HostOf(entry.Key) == HostOf(key)).Value;

    static string HostOf(string key)
    {
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? key : key[(scheme + 3)..];
        return rest.Split('/')[0];
    }
}
