namespace Harvis.Engine.Commands;

/// <summary>Asks the person at the terminal.</summary>
interface IPrompt
{
    /// <summary>Asks for a value.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="hidden">Whether what is typed isn't shown.</param>
    /// <returns>The value; null where the person gives none.</returns>
    string? Ask(string name, string description, bool hidden);
}
