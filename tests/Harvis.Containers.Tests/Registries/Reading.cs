namespace Harvis.Containers.Tests.Registries;

static class Reading
{
    public static async Task<byte[]> ToEndAsync(this Stream stream, CancellationToken cancellationToken)
    {
        await using var _ = stream;
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}
