using Harvis.Containers.Building;
using Harvis.Containers.Tests.Content;
using Harvis.Model.Images;

namespace Harvis.Containers.Tests.Building;

/// <summary>The texts people read when an image's sources are wrong.</summary>
public sealed class ImageSourcesTests
{
    static readonly Dictionary<string, string> None = [];

    [Fact]
    public void Check_AllThere_IsEmpty()
    {
        using var tree = SourceTree.Small(git: false);
        ImageSources.Check(tree.Image, tree.Root).ShouldBeEmpty();
    }

    public static TheoryData<string, ContainerImage, string> Mistakes => new()
    {
        { "Dockerfile", Image() with { Dockerfile = "Dockerfle" }, "HRV3001: image \"app\" is built from app/Dockerfle, which doesn't exist. Did you mean \"Dockerfile\"?" },
        { "Dockerfile in a folder", Image() with { Dockerfile = "docker/Dockerfile" }, "HRV3001: image \"app\" is built from app/docker/Dockerfile, which doesn't exist. Did you mean \"Dockerfile\"?" },
        { "Dockerfile is a folder", Image() with { Dockerfile = "src" }, "HRV3001: image \"app\" is built from app/src, which doesn't exist. \"src\" is a folder." },
        { "context", Image() with { Context = "apps" }, "HRV3002: image \"app\" has the context apps, a folder that doesn't exist. Did you mean \"app\"?" },
        { "context's parent", Image() with { Context = "services/backend/api" }, "HRV3002: image \"app\" has the context services/backend/api, a folder that doesn't exist. There is: app." },
        { "context in a folder", Image() with { Context = "app/lib" }, "HRV3002: image \"app\" has the context app/lib, a folder that doesn't exist. In \"app\" there is: .dockerignore, Dockerfile, main.txt, src." },
        { "context outside", Image() with { Context = "../app" }, "HRV3002: image \"app\" has the context ../app, which lies outside the repository. Give a folder relative to the repository's root." },
        { "Dockerfile outside", Image() with { Dockerfile = "../Dockerfile" }, "HRV3003: image \"app\" has the Dockerfile ../Dockerfile, which lies outside its context app. Move it into the context, or take a folder above both as the context." },
        { "stage", Image() with { Stage = "biuld" }, "HRV3004 app/Dockerfile: image \"app\" is stage \"biuld\" of its Dockerfile, which has no such stage. Did you mean \"build\"? Stages: build." },
        { "argument", Image() with { Arguments = new Dictionary<string, string> { ["VERSON"] = "1" } }, "HRV3005 app/Dockerfile: image \"app\" gives the build argument VERSON, which its Dockerfile doesn't declare. Did you mean \"VERSION\"? Arguments: BASE, VERSION." },
        { "base", Image() with { Bases = new Dictionary<string, BaseImage>() }, "HRV3006 app/Dockerfile: image \"app\" doesn't give BASE, which a FROM of its Dockerfile needs. Add BASE to the image's bases, or give the ARG a default." },
        { "pattern", Image() with { Dockerfile = "Dockerfile" }, "HRV3008 app/.dockerignore: the ignore file of image \"app\" can't be read, line 2: \"[a\" isn't a pattern: a [ has no ]. See https://docs.docker.com/build/concepts/context/#syntax." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Check_Mistake_SaysWhatWhereAndWhatNext(string what, ContainerImage image, string expected)
    {
        using var tree = SourceTree.Small(git: false);
        tree.Write("app/Dockerfile", "ARG BASE\nFROM ${BASE} AS build\nARG VERSION\nFROM build\n");
        tree.Write("app/.dockerignore", what == "pattern" ? "good\n[a\n" : "good\n");
        ImageSources.Check(image, tree.Root).Select(diagnostic => diagnostic.ToString()).ShouldBe([expected]);
    }

    static ContainerImage Image() => new("app")
    {
        Context = "app",
        Arguments = None,
        Bases = new Dictionary<string, BaseImage> { ["BASE"] = BaseImage.Pinned("tiny", SourceTree.Base.ToString()) },
    };
}
