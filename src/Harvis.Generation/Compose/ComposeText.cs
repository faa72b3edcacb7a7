namespace Harvis.Generation.Compose;

/// <summary>Texts of a compose file, which Compose would otherwise search for variables of its caller's.</summary>
static class ComposeText
{
    /// <summary>The text with every '$' doubled: https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md.</summary>
    public static string Of(string text) => text.Replace("$", "$$", StringComparison.Ordinal);
}
