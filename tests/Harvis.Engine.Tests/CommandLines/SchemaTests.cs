using Harvis.Engine.CommandLines;
using Harvis.Engine.Tests.Commands;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.CommandLines;

public sealed class SchemaTests
{
    [Fact]
    public async Task Schema_AfterARun_SaysTargetsAndParametersButNoSecrets()
    {
        using var command = new Command();
        (await command.RunAsync<OptionBuild>("Restore")).ExitCode.ShouldBe(0);
        var schema = command.Repository.Read(BuildSchema.Path);
        Golden.Match("schema", schema);
        schema.ShouldNotContain("ApiKey");
    }

    [Fact]
    public async Task Schema_WhileTheBuildIsTheSame_IsNotWrittenAgain()
    {
        using var command = new Command();
        await command.RunAsync<OptionBuild>("Restore");
        command.Repository.Write(BuildSchema.Path, "edited");
        await command.RunAsync<OptionBuild>("Restore");
        command.Repository.Read(BuildSchema.Path).ShouldBe("edited", "an unchanged start looks at nothing");

        command.BuildId = "build-2";
        await command.RunAsync<OptionBuild>("Restore");
        command.Repository.Read(BuildSchema.Path).ShouldContain("\"Restore\"");
    }

    [Fact]
    public async Task Schema_ThatIsMissing_IsWritten()
    {
        using var command = new Command();
        await command.RunAsync<OptionBuild>("Restore");
        File.Delete(command.Repository.PathOf(BuildSchema.Path));
        await command.RunAsync<OptionBuild>("Restore");
        command.Repository.Has(BuildSchema.Path).ShouldBeTrue();
    }
}
