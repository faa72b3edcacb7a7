using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>A value that whoever includes or starts a pipeline sets: https://docs.gitlab.com/ci/yaml/#specinputs.</summary>
/// <param name="Name">Its name.</param>
public sealed record GitLabSpecInput(string Name)
{
    /// <summary><c>string</c>, <c>number</c>, <c>boolean</c> or <c>array</c>. The default is string.</summary>
    public string Type { get; init; } = "string";

    /// <summary>What it means.</summary>
    public string? Description { get; init; }

    /// <summary>What it is where nothing is set; null where something must be.</summary>
    public YamlNode? Default { get; init; }

    /// <summary>What can be set; empty for anything of the type.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    internal YamlMap ToYaml() => YamlMap.Of(
        ("type", Type), ("description", SyntaxNode.Text(Description)), ("default", Default), ("options", SyntaxNode.Texts(Options)));
}
