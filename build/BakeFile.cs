using System.Text.Json;
using Harvis.Containers.Building;

namespace Harvis.Build;

/// <summary>A file for <c>docker buildx bake</c> that builds and pushes what the pipeline builds and pushes: what the benchmark compares with.</summary>
/// <remarks>https://docs.docker.com/build/bake/reference/</remarks>
static class BakeFile
{
    /// <summary>Writes it.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="root">The repository's root; contexts are written relative to it.</param>
    /// <param name="images">The images, with the base image that each build argument stands for.</param>
    /// <param name="caBundle">The certificate authorities that the builds are given, or null.</param>
    public static void Write(string path, string root, IReadOnlyDictionary<ContainerImage, IReadOnlyDictionary<string, ImageReference>> images, BuildSecret? caBundle)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteStartObject("group");
        json.WriteStartObject("default");
        WriteStrings(json, "targets", images.Keys.Select(image => image.Name));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("target");
        foreach (var (image, bases) in images) WriteTarget(json, root, image, bases, caBundle);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteTarget(Utf8JsonWriter json, string root, ContainerImage image, IReadOnlyDictionary<string, ImageReference> bases, BuildSecret? caBundle)
    {
        json.WriteStartObject(image.Name);
        json.WriteString("context", Path.Combine(root, image.Context));
        json.WriteString("dockerfile", image.Dockerfile);
        if (image.Stage is { } stage) json.WriteString("target", stage);
        json.WriteStartObject("args");
        foreach (var (name, value) in image.Arguments) json.WriteString(name, value);
        foreach (var (name, reference) in bases) json.WriteString(name, reference.ToString());
        json.WriteEndObject();
        WriteStrings(json, "platforms", [image.Platform.ToString()]);
        WriteStrings(json, "attest", ["type=provenance,disabled=true"]);
        WriteStrings(json, "tags", [image.In(HarvisAi.Registry).WithTag(ImageTag.Parse("bake")).ToString()]);
        WriteStrings(json, "output", ["type=image,push=true,registry.insecure=true"]);
        if (caBundle is not null) WriteStrings(json, "secret", [$"id={caBundle.Id},src={caBundle.File}"]);
        json.WriteEndObject();
    }

    static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
