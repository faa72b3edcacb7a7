using Harvis.Generation.GitHubActions.Pins;
using Harvis.Generation.Yaml;
using Harvis.Model.Images;

namespace Harvis.Generation.GitHubActions.Steps;

/// <summary>What <c>uses</c> names. Closed.</summary>
public abstract record StepAction
{
    private StepAction()
    {
    }

    /// <summary>An action or workflow of another repository at one commit.</summary>
    /// <param name="Pin">Which.</param>
    public sealed record Pinned(ActionPin Pin) : StepAction;

    /// <summary>An action or workflow of this repository, at the commit that runs: <c>./…</c>.</summary>
    /// <param name="Path">Its path, with forward slashes, without <c>./</c>.</param>
    public sealed record Local(string Path) : StepAction;

    /// <summary>An image that is run as an action.</summary>
    /// <param name="Image">The image, by digest.</param>
    public sealed record Container(ImageReference Image) : StepAction;

    /// <summary>Anything else, as text: see HRV2103.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Unpinned(string Text) : StepAction;

    internal YamlText ToYaml() => this switch
    {
        Pinned pinned => ActionPins.Uses(pinned.Pin),
        Local local => new YamlText($"./{local.Path}"),
        Container container => new YamlText($"docker://{container.Image}"),
        Unpinned unpinned => new YamlText(unpinned.Text),
        _ => throw new InvalidOperationException($"There is no way to write a {GetType().Name}."),
    };
}
