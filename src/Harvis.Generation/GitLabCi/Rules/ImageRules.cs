using Harvis.Generation.Yaml;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Generation.GitLabCi.Rules;

/// <summary>Every image of a job or service is named by digest: a tag is another image tomorrow.</summary>
static class ImageRules
{
    public static IEnumerable<Diagnostic> Check(string section, YamlMap keywords) =>
        Images(keywords).Where(image => !IsPinned(image)).Select(image => new Diagnostic(
            GitLabCodes.UnpinnedImage,
            $"Image \"{image}\" of {section} isn't pinned by digest.",
            "Add its digest, name@sha256:…."));

    static IEnumerable<string> Images(YamlMap keywords) => keywords.Entries.SelectMany(entry => entry.Key switch
    {
        "image" => Name(entry.Value),
        "services" when entry.Value is YamlList services => services.Items.SelectMany(Name),
        _ => [],
    });

    static IEnumerable<string> Name(YamlNode image) => image switch
    {
        YamlText text => [text.Value],
        YamlMap map => map.Entries.Where(entry => entry.Key == "name").Select(entry => entry.Value).OfType<YamlText>().Select(text => text.Value),
        _ => [],
    };

    // A variable may stand for the registry, never for the digest.
    static bool IsPinned(string image) => image.Split('@') is [_, var digest] && Digest.TryParse(digest, null, out _);
}
