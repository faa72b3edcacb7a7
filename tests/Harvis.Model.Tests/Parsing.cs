using Shouldly;

namespace Harvis.Model.Tests;

/// <summary>What every value type that is read from text owes: Parse and TryParse agree, and a refusal names what was refused and what is allowed.</summary>
static class Parsing
{
    /// <summary>Whether the text is taken; that Parse and TryParse say the same, and that what was read is read again from its text.</summary>
    public static bool Takes<T>(string text)
        where T : IParsable<T>
    {
        var taken = T.TryParse(text, null, out var value);
        if (taken)
        {
            T.Parse(text, null).ShouldBe(value);
            T.Parse(value!.ToString()!, null).ShouldBe(value);
        }
        else
        {
            var refusal = Should.Throw<FormatException>(() => T.Parse(text, null)).Message;
            refusal.ShouldStartWith($"\"{text}\" isn't a");
            refusal.Length.ShouldBeGreaterThan(text.Length + 20, "The refusal says what is allowed.");
        }

        return taken;
    }

    /// <summary>Refuses null by TryParse without an exception.</summary>
    public static void RefusesNull<T>()
        where T : IParsable<T> => T.TryParse(null, null, out _).ShouldBeFalse();
}
