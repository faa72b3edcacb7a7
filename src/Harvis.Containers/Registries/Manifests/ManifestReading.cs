using System.Security.Cryptography;
using System.Text.Json;
using Harvis.Containers.Registries.Content;
using Harvis.Containers.Registries.Transport;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Manifests;

/// <summary>Makes a manifest of an answer, once its bytes, its headers and what was asked for agree.</summary>
internal static class ManifestReading
{
    public const string DigestHeader = "Docker-Content-Digest";

    /// <summary>Reads and verifies an answer.</summary>
    /// <exception cref="Errors.RegistryException">A digest or the media type is wrong.</exception>
    public static async Task<Manifest> ReadAsync(RegistryResponse response, Digest? expected, CancellationToken cancellationToken)
    {
        var content = await response.BytesAsync(Manifest.MaxBytes, cancellationToken).ConfigureAwait(false);
        var digest = DigestOf(content, expected);
        if (expected is { } asked && asked != digest) throw response.Context.WrongDigest(asked.ToString(), digest.ToString());
        if (expected is null && response.Header(DigestHeader) is { } announced && announced != DigestOf(content, announced).ToString())
            throw response.Context.WrongDigest(announced, digest.ToString());
        return new Manifest(MediaTypeOf(response, content), content, digest);
    }

    static Digest DigestOf(byte[] content, string announced) => DigestOf(content, Digest.TryParse(announced, null, out var digest) ? digest : null);

    static Digest DigestOf(byte[] content, Digest? like) =>
        like is { Algorithm: "sha512" } ? Digest.Parse($"sha512:{Convert.ToHexStringLower(SHA512.HashData(content))}") : Digest.OfBytes(content);

    // The body may be read as something else than the header says, so both must agree (CVE-2021-41190).
    static string MediaTypeOf(RegistryResponse response, byte[] content)
    {
        var inBody = MediaTypeIn(content, response);
        var inHeader = response.MediaType is { } type && (MediaTypes.IsImage(type) || MediaTypes.IsIndex(type)) ? type : null;
        if (inBody is not null && inHeader is not null && inBody != inHeader)
            throw response.Context.Unexpected($"the header says {inHeader}, the manifest says {inBody}", response.Status);
        return inBody ?? inHeader ?? response.MediaType ?? throw response.Context.Unexpected("a manifest without a media type", response.Status);
    }

    static string? MediaTypeIn(byte[] content, RegistryResponse response)
    {
        try
        {
            var reader = new Utf8JsonReader(content);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isMediaType = reader.ValueTextEquals("mediaType"u8);
                reader.Read();
                if (isMediaType) return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }

            return null;
        }
        catch (JsonException)
        {
            throw response.Context.Unexpected("a manifest that isn't JSON", response.Status);
        }
    }
}
