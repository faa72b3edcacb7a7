using Harvis.Engine.Tests.Commands;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Parameters;

public sealed class ParameterTypeTests
{
    [Theory]
    [InlineData("--text=", "Text=")]
    [InlineData("--text a=b", "Text=a=b")]
    [InlineData("--colour green", "Colour=Green")]
    [InlineData("--maybe-colour RED", "MaybeColour=Red")]
    [InlineData("--flag", "Flag=True")]
    [InlineData("--flag false", "Flag=False")]
    [InlineData("--flag=yes", "Flag=True")]
    [InlineData("--flag=0", "Flag=False")]
    [InlineData("--maybe-flag", "MaybeFlag=True")]
    [InlineData("--number -3", "Number=-3")]
    [InlineData("--NUMBER 4", "Number=4")]
    [InlineData("--maybe-number 0", "MaybeNumber=0")]
    [InlineData("--long 9007199254740993", "Long=9007199254740993")]
    [InlineData("--double 1.5", "Double=1.5")]
    [InlineData("--decimal 0.1", "Decimal=0.1")]
    [InlineData("--wait 90s", "Wait=00:01:30")]
    [InlineData("--wait 1.5h", "Wait=01:30:00")]
    [InlineData("--wait 250ms", "Wait=00:00:00.2500000")]
    [InlineData("--wait 2d", "Wait=2.00:00:00")]
    [InlineData("--wait 5m", "Wait=00:05:00")]
    [InlineData("--wait 00:00:07", "Wait=00:00:07")]
    [InlineData("--size LARGE", "Size=large")]
    [InlineData("--sizes small large", "Sizes=small|large")]
    [InlineData("--texts a b --texts c", "Texts=a|b|c")]
    [InlineData("--texts=a,b", "Texts=a|b")]
    [InlineData("--numbers 1 2 3", "Numbers=1|2|3")]
    [InlineData("--colours red;green", "Colours=Red|Green")]
    [InlineData("--image localhost:5000/web:1", "Image=localhost:5000/web:1")]
    [InlineData("--other x", "renamed=x")]
    [InlineData("--maybeColour green", "MaybeColour=Green")]
    public async Task Value_OfEachType_IsRead(string arguments, string expected)
    {
        using var command = new Command();
        var end = await command.RunAsync<TypedBuild>(["Show", .. arguments.Split(' ')]);
        end.Diagnostics.ShouldBeEmpty();
        end.Log.ShouldContain(expected);
    }

    [Theory]
    [InlineData("--colour blue", "HRV1102: Parameter \"Colour\" can't be \"blue\" (from the command line). Allowed: Red, Green.")]
    [InlineData("--colour 1", "HRV1102: Parameter \"Colour\" can't be \"1\" (from the command line). Allowed: Red, Green.")]
    [InlineData("--flag=maybe", "HRV1102: Parameter \"Flag\" can't be \"maybe\" (from the command line). Allowed: true, false.")]
    [InlineData("--number three", "HRV1102: Parameter \"Number\" can't be \"three\" (from the command line). Expected: a whole number.")]
    [InlineData("--number 1.5", "HRV1102: Parameter \"Number\" can't be \"1.5\" (from the command line). Expected: a whole number.")]
    [InlineData("--number 9999999999", "HRV1102: Parameter \"Number\" can't be \"9999999999\" (from the command line). Expected: a whole number.")]
    [InlineData("--double 1,5", "HRV1102: Parameter \"Double\" can't be \"1,5\" (from the command line). Expected: a number such as 1.5.")]
    [InlineData("--decimal x", "HRV1102: Parameter \"Decimal\" can't be \"x\" (from the command line). Expected: a number such as 1.5.")]
    [InlineData("--wait soon", "HRV1102: Parameter \"Wait\" can't be \"soon\" (from the command line). Expected: a duration such as 90s, 5m or 2h.")]
    [InlineData("--wait 999999999d", "HRV1102: Parameter \"Wait\" can't be \"999999999d\" (from the command line). Expected: a duration such as 90s, 5m or 2h.")]
    [InlineData("--wait 1sm", "HRV1102: Parameter \"Wait\" can't be \"1sm\" (from the command line). Expected: a duration such as 90s, 5m or 2h.")]
    [InlineData("--size huge", "HRV1102: Parameter \"Size\" can't be \"huge\" (from the command line). Allowed: small, large.")]
    [InlineData("--sizes small huge", "HRV1102: Parameter \"Sizes\" can't be \"small,huge\" (from the command line). Allowed: small, large.")]
    [InlineData("--numbers 1 x", "HRV1102: Parameter \"Numbers\" can't be \"1,x\" (from the command line). Expected: a whole number.")]
    [InlineData("--image Bad!", "HRV1102: Parameter \"Image\" can't be \"Bad!\" (from the command line).")]
    public async Task Value_ThatDoesNotFit_IsRefusedWithWhatIsAllowed(string arguments, string expected)
    {
        using var command = new Command();
        var end = await command.RunAsync<TypedBuild>(["Show", .. arguments.Split(' ')]);
        end.ExitCode.ShouldBe(2);
        end.Summary.ShouldBeNull("nothing runs");
        end.Diagnostic.ShouldStartWith(expected);
    }

    [Fact]
    public async Task Values_AllWrong_AreAllSaid()
    {
        using var command = new Command();
        command.Variables["HARVIS_NUMBER"] = "x";
        var end = await command.RunAsync<TypedBuild>("Show", "--colour", "blue", "--wait", "soon");
        end.Diagnostics.Select(diagnostic => diagnostic.Message.Split('"')[1]).ShouldBe(["Colour", "Number", "Wait"], ignoreOrder: true);
    }
}
