using CsCheck;

namespace Harvis.Model.Tests;

/// <summary>Texts that tell parsers apart: mostly what they take, a little of what they mustn't.</summary>
static class Any
{
    /// <summary>One of these.</summary>
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>A text of these characters.</summary>
    public static Gen<string> Text(string characters, int shortest, int longest) => Gen.String[Of(characters.ToCharArray()), shortest, longest];

    /// <summary>Anything at all, control characters and half of an emoji included.</summary>
    public static Gen<string> Noise { get; } = Gen.OneOf(Gen.String[Gen.Char, 0, 20], Gen.String[Gen.Char['\0', '\x7f'], 0, 12]);
}
