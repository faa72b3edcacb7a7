using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.Building;

/// <summary>The words for everything that stops a build. HRV30xx: sources; HRV31xx: builders and base images.</summary>
static class BuildDiagnostics
{
    public static readonly DiagnosticCode EngineNotRunningCode = new(3101);
    public static readonly DiagnosticCode BuildxMissingCode = new(3102);
    public static readonly DiagnosticCode BuildahMissingCode = new(3103);

    public static Diagnostic NoDockerfile(ContainerImage image, string hint) =>
        Of(3001, $"image \"{image}\" is built from {image.Context}/{image.Dockerfile}, which doesn't exist.", hint);

    public static Diagnostic NoContext(ContainerImage image, string hint) =>
        Of(3002, $"image \"{image}\" has the context {image.Context}, a folder that doesn't exist.", hint);

    public static Diagnostic ContextOutside(ContainerImage image) =>
        Of(3002, $"image \"{image}\" has the context {image.Context}, which lies outside the repository.", "Give a folder relative to the repository's root.");

    public static Diagnostic DockerfileOutside(ContainerImage image) =>
        Of(3003, $"image \"{image}\" has the Dockerfile {image.Dockerfile}, which lies outside its context {image.Context}.", "Move it into the context, or take a folder above both as the context.");

    public static Diagnostic NoStage(ContainerImage image, string stage, IReadOnlyList<string> stages) =>
        Of(3004, $"image \"{image}\" is stage \"{stage}\" of its Dockerfile, which has no such stage.", Choice(stage, stages, "Stages"), DockerfileOf(image));

    public static Diagnostic NoArgument(ContainerImage image, string argument, IReadOnlyList<string> arguments) =>
        Of(3005, $"image \"{image}\" gives the build argument {argument}, which its Dockerfile doesn't declare.", Choice(argument, arguments, "Arguments"), DockerfileOf(image));

    public static Diagnostic ArgumentNeeded(ContainerImage image, string argument) =>
        Of(3006, $"image \"{image}\" doesn't give {argument}, which a FROM of its Dockerfile needs.", $"Add {argument} to the image's bases, or give the ARG a default.", DockerfileOf(image));

    public static Diagnostic BadPattern(ContainerImage image, string file, string problem) =>
        Of(3008, $"the ignore file of image \"{image}\" can't be read, {problem}", "See https://docs.docker.com/build/concepts/context/#syntax.", $"{image.Context}/{file}");

    public static Diagnostic GitRefused(string error) =>
        Of(3010, $"git doesn't list the repository's files: {LastLine(error)}", "Without that list it isn't known what belongs to an image.");

    public static Diagnostic TooManyFiles() =>
        Of(3011, "git lists more file names than fit into 16 Mi characters.", "Let git ignore what isn't a source.");

    public static Diagnostic UnreadableName(string path) =>
        Of(3012, $"the name of the file \"{path}\" isn't UTF-8.", "Rename it, or let git ignore it.");

    public static Diagnostic ChangedWhileBuilding(ContainerImage image, string path) =>
        Of(3013, $"{image.Context}/{path} changed after the content of image \"{image}\" was digested.", "Nothing was built from a mixture: run it again.");

    public static Diagnostic EngineNotRunning(string error) =>
        new(EngineNotRunningCode, $"the Docker Engine doesn't answer: {LastLine(error)}", "Start it (systemctl start docker), or install buildah, which needs no daemon.");

    public static Diagnostic DockerMissing() =>
        new(BuildxMissingCode, "there is no docker program on PATH.", "Run ./build.sh --provision, or install buildah.");

    public static Diagnostic BuildxMissing(string error) =>
        new(BuildxMissingCode, $"docker has no buildx plugin: {LastLine(error)}", "Run ./build.sh --provision: it unpacks the plugin into a cli-plugins folder of docker.");

    public static Diagnostic BuildahMissing() =>
        new(BuildahMissingCode, "there is no buildah program on PATH.", "Install the package buildah.");

    public static Diagnostic BuildahBroken(string error) =>
        new(BuildahMissingCode, $"buildah doesn't run: {LastLine(error)}", "Reinstall the package buildah.");

    public static Diagnostic BuildKitNeeded(ContainerImage image, string instruction) =>
        Of(3104, $"image \"{image}\" needs BuildKit, which the Docker Engine's own builder lacks: {Shortened(instruction)}", "Install the buildx plugin (./build.sh --provision) or buildah.", DockerfileOf(image));

    public static Diagnostic NoBuilder(IEnumerable<Diagnostic> reasons) =>
        Of(3105, $"nothing here can build images: {string.Join(" ", reasons.Select(reason => $"{reason.Code} {reason.Message}"))}", "Run ./build.sh --provision.");

    public static Diagnostic BuildFailed(ContainerImage image, string builder, BuildFailure failure) =>
        Of(3106, $"image \"{image}\" wasn't built by {builder}{(failure.Step is null ? "" : $", step {Shortened(failure.Step)}")}: {failure.Reason}", "", DockerfileOf(image));

    public static Diagnostic NoDigest(ContainerImage image, string builder) =>
        Of(3107, $"{builder} built image \"{image}\" but didn't say under which digest it was pushed.", "Report this with the output above.");

    public static Diagnostic DiskFull(ContainerImage image, string line) =>
        Of(3110, $"the disk is full, so image \"{image}\" wasn't built: {line}", "Free space: ./build.sh Cleanup, docker builder prune, docker image prune.");

    public static Diagnostic PlainHttp(ContainerImage image, ImageReference destination) =>
        Of(3111, $"image \"{image}\" can't be pushed: {destination.Registry} speaks plain HTTP, and the Docker Engine expects HTTPS.", $"Add \"{destination.Registry}\" to insecure-registries in /etc/docker/daemon.json and restart the engine, or reach the registry as localhost.");

    public static Diagnostic BootstrapMissing(BaseImage image) =>
        Of(3120, $"base image \"{image.Name}\" is made with mmdebstrap, which isn't on PATH.", "Install the package mmdebstrap, or pin a base image of a registry.");

    public static Diagnostic NoPackageSource(BaseImage image, string suite) =>
        Of(3121, $"base image \"{image.Name}\" is made of Debian {suite}, and this machine's apt sources name no Debian mirror.", "Add one under /etc/apt/sources.list.d, or pin a base image of a registry.");

    public static Diagnostic BootstrapFailed(BaseImage image, string reason) =>
        Of(3122, $"base image \"{image.Name}\" wasn't made by mmdebstrap: {reason}", "");

    public static Diagnostic NoDiskForBase(BaseImage image, string line) =>
        Of(3110, $"the disk is full, so base image \"{image.Name}\" wasn't made: {line}", "Free space: ./build.sh Cleanup, docker builder prune, docker image prune.");

    public static string LastLine(string text) =>
        text.Split('\n').Select(line => line.Trim()).LastOrDefault(line => line.Length > 0) ?? "no reason given";

    static Diagnostic Of(int code, string message, string remedy, string? file = null) =>
        new(new DiagnosticCode(code), message, remedy) { Location = file is null ? null : new SourceLocation(file) };

    static string DockerfileOf(ContainerImage image) => $"{image.Context}/{image.Dockerfile}";

    static string Choice(string name, IReadOnlyList<string> candidates, string what)
    {
        var all = candidates.Count == 0 ? $"{what}: none." : $"{what}: {string.Join(", ", candidates)}.";
        return $"{NearestName.Hint(name, candidates)} {all}".TrimStart();
    }

    static string Shortened(string instruction)
    {
        const int shown = 120;
        return instruction.Length <= shown ? $"\"{instruction}\"" : $"\"{instruction[..shown]}…\"";
    }
}
