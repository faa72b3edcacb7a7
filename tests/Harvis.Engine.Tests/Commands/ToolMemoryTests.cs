using Harvis.Engine.Commands;
using Harvis.Engine.Tools;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Commands;

public sealed class ToolMemoryTests : IDisposable
{
    readonly Repository _repository = new();
    readonly Variables _variables = [];

    public ToolMemoryTests()
    {
        Directory.CreateDirectory(_repository.PathOf("bin"));
        _variables["PATH"] = _repository.PathOf("bin");
        _variables["HOME"] = _repository.Root;
    }

    [Fact]
    public void Tool_Remembered_IsKnownInTheNextRun()
    {
        Memory().Knows(ToolCatalogue.Git).ShouldBeFalse();
        Memory().Remember([ToolCatalogue.Git]);
        Memory().Knows(ToolCatalogue.Git).ShouldBeTrue();
        Memory().Knows(ToolCatalogue.Docker).ShouldBeFalse();
        Memory().Knows(ToolCatalogue.Git with { MinimumVersion = new Version(99, 0) }).ShouldBeFalse("it was found for another minimum");
    }

    [Theory]
    [InlineData("a program is installed")]
    [InlineData("PATH changes")]
    [InlineData("a plugin is installed")]
    [InlineData("the file is damaged")]
    public void Tool_AfterAChangeOfTheMachine_IsNotKnown(string change)
    {
        Memory().Remember([ToolCatalogue.Git]);
        switch (change)
        {
            case "a program is installed": _repository.Write("bin/new", ""); Directory.SetLastWriteTimeUtc(_repository.PathOf("bin"), DateTime.UnixEpoch); break;
            case "PATH changes": _variables["PATH"] += ":/elsewhere"; break;
            case "a plugin is installed": _repository.Write(".docker/cli-plugins/docker-buildx", ""); break;
            default: _repository.Write("memory", "no machine"); break;
        }

        Memory().Knows(ToolCatalogue.Git).ShouldBeFalse();
    }

    public void Dispose() => _repository.Dispose();

    ToolMemory Memory() => new(_repository.PathOf("memory"), _variables);
}
