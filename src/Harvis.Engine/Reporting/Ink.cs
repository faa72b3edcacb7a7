using Harvis.Engine.Running;

namespace Harvis.Engine.Reporting;

/// <summary>Colours for a text, or none.</summary>
/// <param name="IsOn">Whether there are colours.</param>
readonly record struct Ink(bool IsOn)
{
    public string Red(string text) => Paint(text, "31");

    public string Green(string text) => Paint(text, "32");

    public string Yellow(string text) => Paint(text, "33");

    public string Dim(string text) => Paint(text, "2");

    public string Bold(string text) => Paint(text, "1");

    /// <summary>The colour of how something ended.</summary>
    public string Of(NodeOutcome outcome, string text) => outcome switch
    {
        NodeOutcome.Succeeded => Green(text),
        NodeOutcome.Failed => Red(text),
        NodeOutcome.Blocked or NodeOutcome.Cancelled => Yellow(text),
        NodeOutcome.Unchanged or NodeOutcome.Resumed or NodeOutcome.Skipped or NodeOutcome.WouldRun => Dim(text),
        _ => text,
    };

    string Paint(string text, string code) => IsOn && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
