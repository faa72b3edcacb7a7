using Harvis.Engine.Environments;
using Harvis.Testing.Environments;
using Shouldly;

namespace Harvis.Testing.Tests.Environments;

/// <summary>What everybody who reads variables may rely on, in this process and in one that is made up.</summary>
public sealed class EnvironmentTests
{
    const string Name = "HARVIS_TESTING_VARIABLE";

    public static TheoryData<string> Kinds => ["real", "fake"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Variable_ThatIsSet_HasItsValueAndName(string kind)
    {
        var environment = With(kind, "a value");

        environment.Variable(Name).ShouldBe("a value");
        environment.Names.ShouldContain(Name);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Variable_ThatIsNotSet_IsNull(string kind)
    {
        var environment = With(kind, null);

        environment.Variable(Name).ShouldBeNull();
        environment.Names.ShouldNotContain(Name);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Variable_InAnotherCase_IsAnother(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows ignores the case of variables.");

        With(kind, "x").Variable(Name.ToLowerInvariant()).ShouldBeNull();
    }

    [Fact]
    public void Fake_SetAgain_HasTheLastValue() => new FakeEnvironment().With("A", "1").With("A", "2").With("B", "3").With("B", null).Names.ShouldBe(["A"]);

    static IEnvironment With(string kind, string? value)
    {
        if (kind == "fake") return new FakeEnvironment().With(Name, "before").With(Name, value);
        Environment.SetEnvironmentVariable(Name, value);
        return new ProcessEnvironment();
    }
}
