using Harvis.Conformance.Tests.Judges;
using Shouldly;

namespace Harvis.Conformance.Tests.Scenarios;

/// <summary>The real consumers take every file that scenarios become: the files as they are written, not the model of them.</summary>
public sealed class ScenarioJudgementTests
{
    [Fact]
    public async Task Workflows_AllScenarios_AreAcceptedByEveryJudge() =>
        Refused(await WorkflowJudge.JudgeAsync(Files("github.yml"), schema: null, TestContext.Current.CancellationToken)).ShouldBeEmpty();

    [Fact]
    public async Task Workflows_AllScenarios_MeetTheSharedSchema() =>
        Refused(await WorkflowJudge.JudgeAsync(Files("github.yml"), SharedSchemas.Require(SharedSchemas.Workflow), TestContext.Current.CancellationToken)).ShouldBeEmpty();

    [Fact]
    public async Task Pipelines_AllScenarios_AreAcceptedByEveryJudge() =>
        Refused(await PipelineJudge.JudgeAsync(Files("gitlab.yml"), schema: null, isRead: true, TestContext.Current.CancellationToken)).ShouldBeEmpty();

    [Fact]
    public async Task Pipelines_AllScenarios_MeetTheSharedSchema() =>
        Refused(await PipelineJudge.JudgeAsync(Files("gitlab.yml"), SharedSchemas.Require(SharedSchemas.Pipeline), isRead: false, TestContext.Current.CancellationToken)).ShouldBeEmpty();

    static List<JudgedFile> Files(string name)
    {
        var files = ScenarioFolder.All
            .Select(folder => (folder.Name, Path: Path.Combine(folder.Path, name)))
            .Where(file => File.Exists(file.Path))
            .Select(file => new JudgedFile($"{file.Name}.yml", File.ReadAllText(file.Path))).ToList();
        files.Count.ShouldBeGreaterThan(30);
        return files;
    }

    static IEnumerable<string> Refused(IReadOnlyList<Verdict> verdicts) => verdicts.SelectMany(verdict => verdict.Problems.Select(problem => $"{verdict.Name}: {problem}"));
}
