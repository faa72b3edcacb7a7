using Harvis.Model.Names;

namespace Harvis.Examples;

sealed class ManyItems : HarvisBuild
{
    // <for-each>
    sealed record Service(string Name) : INamed;

    static readonly Service[] Services = [new("api"), new("web"), new("worker")];

    Target Build => _ => _
        .ForEach(Services, (service, each) => each
            .Executes((run, _) =>
            {
                run.Log.Info($"Building {service.Name}.");
                return Task.CompletedTask;
            }));

    Target Push => _ => _
        .ForEach(Services, (service, each) => each
            .DependsOn(Build, service)
            .Executes(() => { }));
    // </for-each>

    // <resources>
    static readonly Resource Gpu = new("gpu");

    static readonly Resource MemoryGb = new("memory", capacity: 16);

    Target Train => _ => _
        .Uses(Gpu)
        .Uses(MemoryGb, 12)
        .Executes(() => { });

    Target Evaluate => _ => _
        .Uses(MemoryGb, 4)
        .Executes(() => { });
    // </resources>
}
