using System.Text;

namespace Harvis.Generation.GitHubActions.Expressions;

/// <summary>A text with values in it. What is text stays text: a <c>${{</c> in it is written so that GitHub reads just that.</summary>
/// <param name="Parts">The parts, in order.</param>
public sealed record Template(IReadOnlyList<TemplatePart> Parts)
{
    /// <summary>Its values.</summary>
    public IEnumerable<Expression> Expressions => Parts.OfType<TemplatePart.Value>().Select(part => part.Expression);

    /// <summary>Its text, without values.</summary>
    public string Literal => string.Concat(Parts.OfType<TemplatePart.Text>().Select(part => part.Content));

    /// <summary>A text without values.</summary>
    public static implicit operator Template(string text) => new([new TemplatePart.Text(text)]);

    /// <summary>Nothing but a value.</summary>
    public static implicit operator Template(Expression value) => new([new TemplatePart.Value(value)]);

    /// <summary>Parts one after another.</summary>
    public static Template Of(params IEnumerable<Template> templates) => new([.. templates.SelectMany(template => template.Parts)]);

    /// <summary>As a document holds it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var part in Joined()) text.Append(part is TemplatePart.Value value ? $"${{{{ {value.Expression} }}}}" : Escaped(((TemplatePart.Text)part).Content));
        return text.ToString();
    }

    // Two texts side by side can make a "${{" that neither holds.
    IEnumerable<TemplatePart> Joined()
    {
        var pending = "";
        foreach (var part in Parts)
        {
            if (part is TemplatePart.Text text)
            {
                pending += text.Content;
                continue;
            }

            yield return new TemplatePart.Text(pending);
            pending = "";
            yield return part;
        }

        yield return new TemplatePart.Text(pending);
    }

    static string Escaped(string text) => text.Replace("${{", "${{ '${{' }}", StringComparison.Ordinal);
}
