using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>A job that must have ended first: https://docs.gitlab.com/ci/yaml/#needs. Closed.</summary>
public abstract record GitLabNeed
{
    private GitLabNeed()
    {
    }

    /// <summary>A job of the same pipeline.</summary>
    /// <param name="Job">Its name.</param>
    public sealed record Of(string Job) : GitLabNeed
    {
        /// <summary>Whether its artifacts are taken. The default is false.</summary>
        public bool TakesArtifacts { get; init; }

        /// <summary>Whether it may be missing from the pipeline. The default is false: then there is no pipeline.</summary>
        public bool IsOptional { get; init; }

        /// <summary>Which runs of its matrix; null for all.</summary>
        public GitLabMatrix? Runs { get; init; }
    }

    /// <summary>A job of the parent pipeline, or of another one upstream, whose artifacts are taken.</summary>
    /// <param name="Pipeline">The pipeline's id; a variable such as <c>$PARENT_PIPELINE_ID</c>.</param>
    /// <param name="Job">The job's name.</param>
    public sealed record OfPipeline(string Pipeline, string Job) : GitLabNeed;

    /// <summary>The newest successful job of another project, whose artifacts are taken.</summary>
    /// <param name="Project">The project's path.</param>
    /// <param name="Ref">A ref of it.</param>
    /// <param name="Job">The job's name.</param>
    public sealed record OfProject(string Project, string Ref, string Job) : GitLabNeed;

    internal YamlMap ToYaml() => this switch
    {
        Of job => YamlMap.Of(("job", job.Job), ("artifacts", job.TakesArtifacts), ("optional", job.IsOptional ? true : null), ("parallel", job.Runs?.ToYaml())),
        OfPipeline job => YamlMap.Of(("pipeline", job.Pipeline), ("job", job.Job), ("artifacts", true)),
        OfProject job => YamlMap.Of(("project", job.Project), ("ref", job.Ref), ("job", job.Job), ("artifacts", true)),
        _ => throw new InvalidOperationException($"There is no way to write a {GetType().Name}."),
    };
}
