using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>Where the runner fetches a secret: https://docs.gitlab.com/ci/yaml/#secrets. Closed.</summary>
public abstract record GitLabSecretSource
{
    private GitLabSecretSource()
    {
    }

    /// <summary>Whether the variable names a file that holds the secret. The default is true, as GitLab's.</summary>
    public bool IsFile { get; init; } = true;

    /// <summary>The ID token that the runner proves itself with, such as <c>$VAULT_ID_TOKEN</c>; null for the job's only one.</summary>
    public string? Token { get; init; }

    /// <summary>HashiCorp Vault or OpenBao.</summary>
    public sealed record Vault(string EngineName, string EnginePath, string Path, string Field) : GitLabSecretSource;

    /// <summary>Google Cloud Secret Manager.</summary>
    public sealed record GoogleCloud(string Name, int? Version = null) : GitLabSecretSource;

    /// <summary>Azure Key Vault.</summary>
    public sealed record AzureKeyVault(string Name, string? Version = null) : GitLabSecretSource;

    internal YamlMap ToYaml() => YamlMap.Of([.. Source(), ("file", IsFile), ("token", SyntaxNode.Text(Token))]);

    IEnumerable<(string, YamlNode?)> Source() => this switch
    {
        Vault vault => [("vault", YamlMap.Of(("engine", YamlMap.Of(("name", vault.EngineName), ("path", vault.EnginePath))), ("path", vault.Path), ("field", vault.Field)))],
        GoogleCloud google => [("gcp_secret_manager", YamlMap.Of(("name", google.Name), ("version", google.Version is { } version ? version : null)))],
        AzureKeyVault azure => [("azure_key_vault", YamlMap.Of(("name", azure.Name), ("version", SyntaxNode.Text(azure.Version))))],
        _ => throw new InvalidOperationException($"There is no way to write a {GetType().Name}."),
    };
}
