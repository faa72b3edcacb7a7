using Harvis.Engine.Dsl;
using Harvis.Model.Images;

namespace Harvis.Integration.Pipeline;

/// <summary>A build that declares an image by a reference that is none.</summary>
sealed class BadImageBuild : HarvisBuild
{
    readonly ImageReference _base = ImageReference.Parse("localhost:5000/Harvis AI:latest");

    Target Build => _ => _.Executes((run, _) => Task.FromResult(_base.WithTag(ImageTag.Parse(run.Node.Name))));
}
