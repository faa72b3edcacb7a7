using System.Security.Cryptography;
using System.Text;
using Harvis.Engine.Files;
using Harvis.Model.Targets;

namespace Harvis.Engine.Caching;

/// <summary>
/// Computes what a node's result follows from, as one digest: its name, the build's own code, and either its declared inputs or,
/// where it declares none, every parameter of the run.
/// </summary>
/// <param name="root">The repository's root.</param>
/// <param name="buildId">Changes whenever the build's code does.</param>
/// <param name="runValues">Every parameter's name and value; a secret as a digest.</param>
/// <param name="digests">The digests of files.</param>
/// <param name="toolVersion">Tells a tool's version; the empty string where it isn't there.</param>
sealed class NodeKey(string root, string buildId, string runValues, FileDigestCache digests, Func<string, CancellationToken, Task<string>> toolVersion)
{
    // Part of every key: a change of the algorithm makes old entries unknown instead of wrong.
    const string Version = "harvis-node-1";

    readonly byte[] _common = Encoding.UTF8.GetBytes($"{Version}\n{buildId}\n");
    readonly byte[] _runValues = Encoding.UTF8.GetBytes(runValues);

    /// <summary>The key: 64 hexadecimal digits.</summary>
    /// <param name="node">The node.</param>
    /// <param name="consumed">What it takes from others; it counts where inputs are declared. Elsewhere it is enough that those it depends on ran again.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="IOException">An input can't be read.</exception>
    public async ValueTask<string> OfAsync(TargetNode node, NodeInputs consumed, CancellationToken cancellationToken)
    {
        if (node.Inputs is null && node.Outputs.Count == 0) return OfRun(node);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_common);
        Append(hash, node.Name);
        await AppendInputsAsync(hash, node.Inputs!, cancellationToken);
        await AppendInputsAsync(hash, consumed, cancellationToken);
        foreach (var output in node.Outputs) Append(hash, output);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    string OfRun(TargetNode node)
    {
        var name = Encoding.UTF8.GetByteCount(node.Name);
        Span<byte> bytes = new byte[_common.Length + _runValues.Length + name];
        _common.CopyTo(bytes);
        _runValues.CopyTo(bytes[_common.Length..]);
        Encoding.UTF8.GetBytes(node.Name, bytes[(_common.Length + _runValues.Length)..]);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    async Task AppendInputsAsync(IncrementalHash hash, NodeInputs inputs, CancellationToken cancellationToken)
    {
        foreach (var value in inputs.Values) Append(hash, value);
        Append(hash, "");
        foreach (var tool in inputs.Tools) Append(hash, $"{tool} {await toolVersion(tool, cancellationToken)}");
        foreach (var file in GlobFiles.Find(root, inputs.Files))
        {
            var path = Path.Combine(root, file);
            var status = FileStatus.Of(path) ?? throw new FileNotFoundException($"Input {file} was deleted while it was read.", path);
            Append(hash, file);
            Append(hash, status.Executable ? "x" : "-");
            Append(hash, digests.Of(path, status, cancellationToken).ToString());
        }
    }

    // Length first, so that no two lists of texts give the same bytes.
    static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
