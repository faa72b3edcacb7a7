using Harvis.Engine.Tests.Commands;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Parameters;

/// <summary>Where values come from: command line, environment, profile files, <c>parameters.json</c>, default.</summary>
public sealed class OriginTests
{
    [Fact]
    public async Task Value_InSeveralPlaces_ComesFromTheFirstOfThem()
    {
        using var command = new Command();
        async Task<string> ShownAsync(params string[] arguments) => (await command.RunAsync<OriginBuild>(["Show", "--profile", "one", "--profile", "two", .. arguments])).Log.Single();
        command.Repository.Write(".nuke/parameters.json", """{ "$schema": "./build.schema.json", "GitRef": "of the file", "Nothing": null, /* why not */ }""");
        command.Repository.Write(".nuke/parameters.one.json", """{ "GitRef": "of profile one", "Number": 7 }""");
        command.Repository.Write(".nuke/parameters.two.json", """{ "gitref": "of profile two" }""");
        command.Variables["GIVEN_BY_CI"] = "of the other variable";
        command.Variables["HARVIS_GIT_REF"] = "of the variable";

        (await ShownAsync("--git-ref", "of the command line")).ShouldBe("of the command line 7");
        (await ShownAsync()).ShouldBe("of the variable 7");
        command.Variables["HARVIS_GIT_REF"] = "";
        (await ShownAsync()).ShouldBe("of the other variable 7", "an empty variable is none");
        command.Variables.Clear();
        (await ShownAsync()).ShouldBe("of profile two 7");
        (await command.RunAsync<OriginBuild>("Show", "--profile", "two", "--profile", "one")).Log.ShouldBe(["of profile one 7"]);
        (await command.RunAsync<OriginBuild>("Show")).Log.ShouldBe(["of the file 1"]);
        File.Delete(command.Repository.PathOf(".nuke/parameters.json"));
        (await command.RunAsync<OriginBuild>("Show")).Log.ShouldBe(["default 1"]);
    }

    [Theory]
    [InlineData("command line", "the command line")]
    [InlineData("variable", "the variable HARVIS_NUMBER")]
    [InlineData("profile", ".nuke/parameters.ci.json")]
    [InlineData("file", ".nuke/parameters.json")]
    public async Task Value_ThatDoesNotFit_IsRefusedWithItsOrigin(string from, string origin)
    {
        using var command = new Command();
        if (from == "variable") command.Variables["HARVIS_NUMBER"] = "many";
        if (from == "profile") command.Repository.Write(".nuke/parameters.ci.json", """{ "Number": "many" }""");
        if (from == "file") command.Repository.Write(".nuke/parameters.json", """{ "Number": "many" }""");
        string[] arguments = from switch { "command line" => ["--number", "many"], "profile" => ["--profile", "ci"], _ => [] };

        var end = await command.RunAsync<OriginBuild>(["Show", .. arguments]);

        end.ExitCode.ShouldBe(2);
        end.Diagnostic.ShouldBe($"HRV1102: Parameter \"Number\" can't be \"many\" (from {origin}). Expected: a whole number.");
    }

    [Fact]
    public async Task Variables_OfOtherPrograms_AreNotRead()
    {
        using var command = new Command();
        foreach (var name in new[] { "TARGET", "HOST", "VERBOSITY", "PROFILE", "NUMBER", "GitRef", "GIT_REF", "SKIP", "ONLY", "NUKE_NUMBER" }) command.Variables[name] = "99";
        var end = await command.RunAsync<OriginBuild>("Show");
        (end.ExitCode, end.Diagnostics.Count).ShouldBe((0, 0));
        end.Log.ShouldBe(["default 1"]);
    }

    [Theory]
    [InlineData("""{ "Nubmer": 3 }""", "HRV1101 .nuke/parameters.json: \"Nubmer\" is no parameter of this build. Did you mean \"Number\"?")]
    [InlineData("""{ "ApiKey": "hunter2hunter2" }""", "HRV1109 .nuke/parameters.json: Secret \"ApiKey\" stands in a file that is committed. Remove it there, replace the secret, and set the variable HARVIS_API_KEY, or a file named by HARVIS_API_KEY_FILE.")]
    public async Task File_WithWhatDoesNotBelongThere_IsRefused(string content, string expected)
    {
        using var command = new Command();
        command.Repository.Write(".nuke/parameters.json", content);
        var end = await command.RunAsync<OriginBuild>("Show");
        end.ExitCode.ShouldBe(2);
        end.Diagnostic.ShouldBe(expected);
    }

    [Theory]
    [InlineData("{ \"Number\": }")]
    [InlineData("[1]")]
    [InlineData("")]
    [InlineData("""{ "Number": { "a": 1 } }""")]
    [InlineData("""{ "Number": 1, "number": 2 }""")]
    public async Task File_ThatIsNoObjectOfParameters_IsRefusedWithItsName(string content)
    {
        using var command = new Command();
        command.Repository.Write(".nuke/parameters.json", content);
        var end = await command.RunAsync<OriginBuild>("Show");
        end.ExitCode.ShouldBe(2);
        end.Diagnostic.ShouldStartWith("HRV1106 .nuke/parameters.json: The file can't be read as an object of parameters: ");
    }

    [Fact]
    public async Task Profile_ThatDoesNotExist_IsRefusedWithThoseThatDo()
    {
        using var command = new Command();
        command.Repository.Write(".nuke/parameters.ci.json", "{}");
        command.Repository.Write(".nuke/parameters.dev.json", "{}");
        var end = await command.RunAsync<OriginBuild>("Show", "--profile", "cy");
        end.ExitCode.ShouldBe(2);
        end.Diagnostic.ShouldBe("HRV1102: There is no profile \"cy\": .nuke/parameters.cy.json doesn't exist. Profiles: ci, dev.");
    }
}
