using System.Diagnostics.CodeAnalysis;
using System.Text;
using Harvis.Engine.Hosts;

namespace Harvis.Engine.Commands;

/// <summary>Asks at the terminal.</summary>
[SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is where a person is asked.")]
sealed class ConsolePrompt(IConsole console) : IPrompt
{
    public string? Ask(string name, string description, bool hidden)
    {
        console.Out.Write(description.Length == 0 ? $"{name}: " : $"{name} ({description}): ");
        console.Out.Flush();
        return hidden ? ReadHidden() : Console.ReadLine();
    }

    string ReadHidden()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0) typed.Length--;
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        console.Out.WriteLine();
        return typed.ToString();
    }
}
