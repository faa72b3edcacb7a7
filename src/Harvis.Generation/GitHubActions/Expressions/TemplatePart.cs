namespace Harvis.Generation.GitHubActions.Expressions;

/// <summary>A part of a <see cref="Template"/>. Closed.</summary>
public abstract record TemplatePart
{
    private TemplatePart()
    {
    }

    /// <summary>Text.</summary>
    /// <param name="Content">The text.</param>
    public sealed record Text(string Content) : TemplatePart;

    /// <summary>What an expression is worth.</summary>
    /// <param name="Expression">The expression.</param>
    public sealed record Value(Expression Expression) : TemplatePart;
}
