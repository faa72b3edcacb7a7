namespace Harvis.Model.Environments;

/// <summary>A text inside a JSON document that a workload serves now, such as the title of what is stored in its database.</summary>
/// <param name="Url">The document's address, as the machine that delivers reaches it.</param>
/// <param name="Path">The way into the document: names of members and numbers of elements, from 0. It must lead to a string, a number or a truth value.</param>
public sealed record ServedValue(Uri Url, params IReadOnlyList<string> Path)
{
    /// <summary>The address with the path as a JSON pointer (https://www.rfc-editor.org/rfc/rfc6901#section-6).</summary>
    public override string ToString() =>
        $"{Url}#/{string.Join('/', Path.Select(part => part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)))}";
}
