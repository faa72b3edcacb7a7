using Shouldly;

namespace Harvis.Conformance.Tests.Judges;

/// <summary>The two readers differ where YAML 1.1 and 1.2 do: one reader asked twice would prove nothing.</summary>
public sealed class YamlReadingTests
{
    [Fact]
    public async Task OfAsync_BareYes_IsReadAsTextAndAsTruth()
    {
        var reading = (await YamlReading.OfAsync([new JudgedFile("a", "a: yes\nb: \"yes\"\n")], TestContext.Current.CancellationToken))[0];

        reading.Modern.GetProperty("a").ToString().ShouldBe("yes");
        reading.Old.GetProperty("a").GetBoolean().ShouldBeTrue();
        reading.Old.GetProperty("b").GetString().ShouldBe("yes");
    }

    [Fact]
    public async Task OfAsync_BrokenFile_IsAnError() =>
        (await YamlReading.OfAsync([new JudgedFile("a", "a: [")], TestContext.Current.CancellationToken))[0].Error.ShouldNotBeNull();
}
