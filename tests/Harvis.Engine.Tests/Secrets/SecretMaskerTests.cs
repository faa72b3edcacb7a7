using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using Harvis.Engine.Secrets;
using Harvis.Model.Secrets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Secrets;

public sealed class SecretMaskerTests
{
    static readonly Gen<string> SecretText = Gen.Char["abXYZ019-_./+=&<>\"'\\%$ é€"]
        .Array[4, 40].Select(chars => new string(chars)).Where(text => text.Trim().Length >= SecretMasker.MinLength);

    static readonly Gen<string> PlainText = Gen.Char["abcdefghij \n\r:;ÄÖ"].Array[0, 60].Select(chars => new string(chars));

    static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static SecretMasker MaskerOf(params string[] secrets)
    {
        var masker = new SecretMasker();
        foreach (var secret in secrets) masker.Register(new Secret("S", secret)).ShouldBeNull();
        return masker;
    }

    [Fact]
    public void Mask_NoSecret_ReturnsTheSameInstance()
    {
        var text = new string('x', 100);
        new SecretMasker().Mask(text).ShouldBeSameAs(text);
    }

    [Theory]
    [InlineData("key=hunter2;", "key=***;")]
    [InlineData("hunter2hunter2", "******")]
    [InlineData("hunter", "hunter")]
    [InlineData("", "")]
    public void Mask_PlainSecret_IsReplaced(string text, string expected) => MaskerOf("hunter2").Mask(text).ShouldBe(expected);

    [Fact]
    public void Mask_OverlappingSecrets_LeaveNothingOfEither() =>
        MaskerOf("abcdef", "defghi", "hijklm").Mask("<abcdefghijklm>").ShouldBe("<***>");

    [Theory]
    [InlineData("abc")]
    [InlineData("x\n")]
    [InlineData("     ")]
    public void Register_FewerThanFourCharacters_WarnsAndMasksNothing(string value)
    {
        var masker = new SecretMasker();
        var warning = masker.Register(new Secret("PIN", value)).ShouldNotBeNull();
        warning.Code.ToString().ShouldBe("HRV1111");
        warning.ToString().ShouldContain("PIN");
        warning.ToString().ShouldNotContain(value);
        masker.Mask("abcabc").ShouldBe("abcabc");
    }

    [Fact]
    public void Register_DuringTheRun_MasksWhatComesAfter()
    {
        var masker = new SecretMasker();
        using var text = new StringWriter();
        using var writer = new MaskingWriter(text, masker);
        writer.Write("one hunter2\n");
        masker.Register(new Secret("S", "hunter2"));
        writer.Write("two hunter2\n");
        text.ToString().ShouldBe("one hunter2\ntwo ***\n");
    }

    [Fact]
    public void Writer_EndThatMayStartASecret_IsHeldBackUntilMoreTells()
    {
        using var text = new StringWriter();
        using var writer = new MaskingWriter(text, MaskerOf("hunter2"));
        writer.Write("password? hunt");
        text.ToString().ShouldBe("password? ");
        writer.Write("\n");
        text.ToString().ShouldBe("password? ", "the rest may follow on the next line");
        writer.Write("hunter");
        text.ToString().ShouldBe("password? hunt\n");
        writer.Write("2!");
        text.ToString().ShouldBe("password? hunt\n***!");
    }

    [Fact]
    public void Mask_SecretOfSeveralLines_MasksTheWholeAndEachTellingLine()
    {
        var masker = MaskerOf("-----BEGIN KEY-----\r\nMIIEvQIB\r\nADANBgkq==\r\n{\r\n-----END KEY-----\r\n");
        masker.Mask("a\n-----BEGIN KEY-----\nMIIEvQIB\nADANBgkq==\n{\n-----END KEY-----\nb").ShouldBe("a\n***\nb");
        masker.Mask("a\r\n-----BEGIN KEY-----\r\nMIIEvQIB\r\nADANBgkq==\r\n{\r\n-----END KEY-----\r\nb").ShouldBe("a\r\n***\r\nb");
        masker.Mask("line 2 is MIIEvQIB, then { of -----BEGIN KEY-----").ShouldBe("line 2 is ***, then { of -----BEGIN KEY-----");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\n  ")]
    public void Mask_SecretBrokenIntoTwoLines_IsReplacedWhereverItIsBroken(string lineEnd)
    {
        for (var place = 1; place < "hunter2".Length; place++)
            MaskerOf("hunter2").Mask($"a {"hunter2"[..place]}{lineEnd}{"hunter2"[place..]} b").ShouldBe("a *** b");
    }

    [Fact]
    public void Mask_KnownEncoders_FindNothingOfTheSecret() =>
        SecretText.Sample(secret =>
        {
            var masker = MaskerOf(secret);
            var value = secret.Trim();
            foreach (var encoded in Encoders(value).Select(encode => encode(value)))
                masker.Mask($"before {encoded} after").ShouldBe("before *** after", $"{value} as {encoded}");
        }, iter: 300);

    [Fact]
    public void Mask_Base64AtAnyPlace_LeavesAtMostTheEdges() =>
        Gen.Select(SecretText, PlainText, PlainText, Gen.Bool).Sample((secret, before, after, urlSafe) =>
        {
            var value = secret.Trim();
            var whole = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + value + after));
            if (urlSafe) whole = whole.Replace('+', '-').Replace('/', '_');
            var masked = MaskerOf(secret).Mask(whole);
            masked.ShouldContain(SecretMasker.Replacement);
            var kept = whole.Length - (masked.Length - SecretMasker.Replacement.Length);
            kept.ShouldBeGreaterThanOrEqualTo(Encoding.UTF8.GetByteCount(value) * 8 / 6 - 2);
        }, iter: 300);

    [Theory]
    [InlineData(64)]
    [InlineData(76)]
    public void Mask_WrappedBase64_IsReplaced(int columns)
    {
        var secret = string.Concat(Enumerable.Range(0, 60).Select(i => $"k{i:00}"));
        var lines = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).Chunk(columns).Select(line => new string(line));
        MaskerOf(secret).Mask($"> {string.Join('\n', lines)} <").ShouldBe("> *** <");
    }

    [Fact]
    public void Mask_RegistryPasswordInAKubernetesSecret_IsReplaced()
    {
        var auth = Convert.ToBase64String(Encoding.UTF8.GetBytes("robot:correct horse battery"));
        var config = Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"auths\":{\"r.example\":{\"auth\":\"" + auth + "\"}}}"));
        var masked = MaskerOf("correct horse battery").Mask(config);
        masked.ShouldContain("***");
        masked.Length.ShouldBeLessThan(config.Length - 30);
    }

    [Fact]
    public void Writer_AnyCutting_GivesTheSame() =>
        Gen.Select(SecretText.Array[1, 5], PlainText.Array[1, 6], Gen.Int[1, 7]).Sample((secrets, plain, cut) =>
        {
            var masker = MaskerOf(secrets);
            var text = string.Concat(plain.Select((part, i) => part + secrets[i % secrets.Length]));
            var whole = masker.Mask(text);
            using var pieces = new StringWriter();
            using (var writer = new MaskingWriter(pieces, masker))
                foreach (var piece in text.Chunk(cut)) writer.Write(piece);
            pieces.ToString().ShouldBe(whole);
            foreach (var secret in secrets) whole.ShouldNotContain(secret.Trim());
        }, iter: 1000);

    [Fact]
    public void Writer_TextWithoutSecrets_IsUnchanged() =>
        Gen.Select(PlainText, Gen.Int[1, 9]).Sample((text, cut) =>
        {
            using var pieces = new StringWriter();
            using (var writer = new MaskingWriter(pieces, MaskerOf("0123456789", "KEY/+==")))
                foreach (var piece in text.Chunk(cut)) writer.Write(piece);
            pieces.ToString().ShouldBe(text);
        });

    static IEnumerable<Func<string, string>> Encoders(string value) =>
    [
        text => text,
        text => Unquoted(JsonSerializer.Serialize(text)),
        text => Unquoted(JsonSerializer.Serialize(text, Relaxed)),
        text => string.Concat(text.Select(c => $"\\u{(int)c:x4}")),
        text => string.Concat(text.Select(c => $"\\u{(int)c:X4}")),
        Uri.EscapeDataString,
        text => WebUtility.UrlEncode(text).Replace("%20", "+", StringComparison.Ordinal),
        text => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => $"%{b:x2}")),
        text => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => $"%{b:X2}")),
        text => System.Security.SecurityElement.Escape(text)!,
        text => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal),
        text => Convert.ToHexString(Encoding.UTF8.GetBytes(text)),
        text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
        text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        text => text.Replace("'", "'\\''", StringComparison.Ordinal),
    ];

    static string Unquoted(string json) => json[1..^1];
}
