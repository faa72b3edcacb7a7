using System.Text.Json;
using Harvis.Containers.Registries.Errors;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Model.Secrets;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>
/// Asks a credential helper: <c>docker-credential-NAME get</c> with the registry on standard input.
/// See https://github.com/docker/docker-credential-helpers#development.
/// </summary>
internal sealed class CredentialHelper(IProcessRunner processes)
{
    // The user's name that says that the secret is a refresh token.
    const string TokenUser = "<token>";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What the helper knows; nothing where it knows none.</summary>
    /// <exception cref="DiagnosticException">It isn't installed, failed, or printed something else.</exception>
    public async Task<RegistryCredentials> GetAsync(string name, string key, CancellationToken cancellationToken)
    {
        var program = $"docker-credential-{name}";
        var result = await RunAsync(program, key, cancellationToken).ConfigureAwait(false);
        if (result.ExitCode != 0)
        {
            return SaysThereIsNone(result) ? RegistryCredentials.None : throw Failed(program, key, $"ended with code {result.ExitCode}");
        }

        return Read(result.Output, program, key);
    }

    async Task<ProcessResult> RunAsync(string program, string key, CancellationToken cancellationToken)
    {
        try
        {
            // Quiet: what it prints is the secret.
            var command = new ProcessCommand(program, "get") { Input = key, Quiet = true, Timeout = Patience };
            return await processes.RunAsync(command, cancellationToken).ConfigureAwait(false);
        }
        catch (ProgramNotFoundException missing)
        {
            throw Failed(program, key, "isn't installed", missing);
        }
        catch (TimeoutException slow)
        {
            throw Failed(program, key, "didn't answer in time", slow);
        }
    }

    static RegistryCredentials Read(string output, string program, string key)
    {
        HelperAnswer? answer;
        try
        {
            answer = JsonSerializer.Deserialize(output, AuthenticationJson.Default.HelperAnswer);
        }
        catch (JsonException)
        {
            // Without the cause: its message can quote what was printed.
            throw Failed(program, key, "printed something that isn't JSON");
        }

        if (string.IsNullOrEmpty(answer?.Secret)) return RegistryCredentials.None;
        var secret = new Secret($"the password of {key}", answer.Secret);
        return answer.Username == TokenUser
            ? new RegistryCredentials.IdentityToken(secret)
            : new RegistryCredentials.UserPassword(answer.Username ?? "", secret);
    }

    static bool SaysThereIsNone(ProcessResult result) =>
        $"{result.Output} {result.Error}".Contains("credentials not found", StringComparison.OrdinalIgnoreCase);

    static DiagnosticException Failed(string program, string key, string why, Exception? inner = null) =>
        new(new Diagnostic(RegistryCodes.CredentialsUnreadable, $"The credential helper {program}, asked for {key}, {why}.", "Install or mend it, or remove it from the Docker configuration (credHelpers, credsStore)."), inner);
}
