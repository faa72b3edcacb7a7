using Harvis.Generation.GitHubActions.Additions;
using Harvis.Generation.GitLabCi.Parts;
using Harvis.Generation.Yaml;

namespace Scenarios.RawParts;

sealed class Pipeline : Scenario
{
    Target Build => _ => _
        .On(Trigger.Push("main"))
        .Extends(
            new GitHubJobPart(YamlMap.Of(("container", YamlMap.Of(("image", "docker.io/library/debian@sha256:" + new string('b', 64)))))),
            new GitLabJobPart(YamlMap.Of(("coverage", "/Total: (\\d+)%/"))),
            new GitLabPipelinePart(YamlMap.Of(("variables", YamlMap.Of(("FF_USE_FASTZIP", "true"))))))
        .Executes(Run("build"));
}
