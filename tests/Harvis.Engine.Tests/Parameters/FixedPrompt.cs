using Harvis.Engine.Commands;

namespace Harvis.Engine.Tests.Parameters;

/// <summary>A person who answers as the test says, and counts the questions.</summary>
sealed class FixedPrompt(params string?[] answers) : IPrompt
{
    readonly Queue<string?> _answers = new(answers);

    public List<string> Questions { get; } = [];

    public string? Ask(string name, string description, bool hidden)
    {
        Questions.Add($"{name} ({description}){(hidden ? " hidden" : "")}");
        return _answers.Dequeue();
    }
}
