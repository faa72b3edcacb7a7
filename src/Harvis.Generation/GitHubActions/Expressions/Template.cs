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
    public override string ToString() => string.Concat(Parts.Select(part => part switch
    {
        TemplatePart.Text text => text.Content.Replace("${{", "${{ '${{' }}", StringComparison.Ordinal),
        TemplatePart.Value value => $"${{{{ {value.Expression} }}}}",
        _ => throw new InvalidOperationException($"There is no way to write a {part.GetType().Name}."),
    }));
}
