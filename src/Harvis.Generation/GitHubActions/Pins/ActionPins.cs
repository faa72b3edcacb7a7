using Harvis.Generation.Yaml;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Pins;

/// <summary>
/// The commit of every action that generated workflows use, from one file. That file is a composite action that nothing runs: the only form
/// that Renovate and Dependabot both know how to update beside workflows themselves.
/// </summary>
public sealed record ActionPins
{
    /// <summary>Where the file is kept.</summary>
    public const string DefaultPath = ".github/actions/pins/action.yml";

    /// <summary>No pins.</summary>
    public static ActionPins Empty { get; } = new([]);

    ActionPins(IReadOnlyList<ActionPin> pins) => All = pins;

    /// <summary>Every pin, ordered by action.</summary>
    public IReadOnlyList<ActionPin> All { get; }

    /// <summary>Pins, each action once.</summary>
    /// <exception cref="ArgumentException">An action is pinned twice.</exception>
    public static ActionPins Of(params IReadOnlyList<ActionPin> pins)
    {
        if (pins.GroupBy(pin => pin.Action).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"{twice.Key} is pinned {twice.Count()} times.", nameof(pins));
        return new ActionPins([.. pins.OrderBy(pin => pin.Action.ToString(), StringComparer.Ordinal)]);
    }

    /// <summary>Reads the file's text: every line with <c>uses</c>; other lines don't count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">Where it was read, for diagnostics.</param>
    /// <exception cref="DiagnosticException">HRV2004: a line pins nothing, or an action is pinned twice.</exception>
    public static ActionPins Parse(string text, string path = DefaultPath)
    {
        var pins = new List<ActionPin>();
        var wrong = new List<Diagnostic>();
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            try
            {
                if (ActionPinLine.Read(line) is not { } pin) continue;
                if (pins.Exists(other => other.Action == pin.Action)) throw new FormatException($"{pin.Action} is pinned twice.");
                pins.Add(pin);
            }
            catch (FormatException unread)
            {
                wrong.Add(new Diagnostic(GitHubCodes.BrokenPinFile, unread.Message, "Write each action once, as \"- uses: owner/name@full-commit # version\".") { Location = new SourceLocation(path, index + 1) });
            }
        }

        return wrong.Count == 0 ? Of(pins) : throw new DiagnosticException(wrong);
    }

    /// <summary>The pin of an action, or null.</summary>
    public ActionPin? Find(ActionReference action) => All.FirstOrDefault(pin => pin.Action == action);

    /// <summary>The same with this pin, in the place of any other of its action.</summary>
    public ActionPins With(ActionPin pin) => Of([.. All.Where(other => other.Action != pin.Action), pin]);

    /// <summary>The file's text, as <see cref="Parse"/> reads it.</summary>
    public string Render() => YamlWriter.Write(
        YamlMap.Of(
            ("name", "Action pins"),
            ("description", "Nothing runs this. It says which commit of each action the generated workflows use."),
            ("runs", YamlMap.Of(("using", "composite"), ("steps", new YamlList([.. All.Select(pin => YamlMap.Of(("uses", Uses(pin))))]))))),
        "One line per action, kept up to date by ./build.sh UpdateActions, Renovate or Dependabot; ./build.sh Generate reads it.");

    internal static YamlText Uses(ActionPin pin) => new(pin.ToString()) { Comment = pin.Version };
}
