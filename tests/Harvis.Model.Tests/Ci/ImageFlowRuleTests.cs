using Harvis.Model.Ci;
using Harvis.Model.Ci.ImageFlow;
using Harvis.Model.Environments;
using Harvis.Model.Images;
using Harvis.Model.Registries;
using Harvis.Model.Runners;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;
using Harvis.Model.Workloads;
using Shouldly;

namespace Harvis.Model.Tests.Ci;

public sealed class ImageFlowRuleTests
{
    static readonly RunnerNode Node1 = new("node1") { Host = "one" };
    static readonly RunnerNode Node2 = new("node2") { Host = "two" };
    static readonly RunnerNode Arm = new("arm") { Host = "three", Platform = Platform.LinuxArm64 };
    static readonly ContainerImage Backend = new("backend") { Context = "backend", BuiltOn = Node1 };
    static readonly Registry Loopback = new("localhost:5000");

    [Fact]
    public void Check_ImageTakenFromAnotherNodesLoopback_IsRefused() =>
        Text(Check(Loopback, Job("Push", "Push:backend", Node1), Job("Tag", "Tag:backend", Node2))).ShouldBe(
            "HRV2320: Job \"Tag\" needs image \"backend\" from localhost:5000 and runs on \"node2\"; job \"Push\" pushes it to localhost:5000 of \"node1\". Let both run on one node, name a registry that every node reaches, or set SameOnEveryNode if each node forwards that port to one registry.");

    [Fact]
    public void Check_ImageTakenOnAnyNode_IsRefused() =>
        Check(Loopback, Job("Push", "Push:backend", Node1), Job("Tag", "Tag:backend", null)).ShouldHaveSingleItem().Code.ShouldBe(ImageFlowCodes.OtherNodesRegistry);

    [Fact]
    public void Check_ImageDeliveredFromAnotherNode_IsRefused()
    {
        var environment = new DeliveryEnvironment("dev") { Workloads = [new Workload("api") { Image = Backend, Port = 80 }] };

        Check(Loopback, Job("Push", "Push:backend", Node1), Job("Deploy", "Deploy", Node2) with { Environment = environment }).ShouldHaveSingleItem().Code.ShouldBe(ImageFlowCodes.OtherNodesRegistry);
    }

    [Fact]
    public void Check_ReachableRegistryOrOneNode_IsFine()
    {
        CiJob[] apart = [Job("Push", "Push:backend", Node1), Job("Tag", "Tag:backend", Node2)];

        Check(new Registry("registry.example.com"), apart).ShouldBeEmpty();
        Check(new Registry("localhost:5000") { SameOnEveryNode = true }, apart).ShouldBeEmpty();
        Check(Loopback, Job("Push", "Push:backend", Node1), Job("Tag", "Tag:backend", Node1), Job("Other", "Tag:frontend", Node2)).ShouldBeEmpty();
    }

    [Fact]
    public void Check_ImageBuiltOnAnotherPlatform_IsRefused()
    {
        var image = Backend with { BuiltOn = Arm };

        Text(ImageFlowRules.Check(Plan(Job("Build", "Build:backend", Arm)), [image], Loopback)).ShouldBe(
            "HRV2321: Job \"Build\" builds image \"backend\" for linux/amd64 on \"arm\", which is linux/arm64. Let it run on a node for linux/amd64, or set the image's Platform to linux/arm64.");
    }

    [Fact]
    public void Check_ImageRunOnAnotherPlatform_IsRefused()
    {
        var environment = new DeliveryEnvironment("dev") { Workloads = [new Workload("api") { Image = Backend, Port = 80 }] };

        Check(new Registry("registry.example.com"), Job("Deploy", "Deploy", Arm) with { Environment = environment }).ShouldHaveSingleItem().Message.ShouldStartWith("Job \"Deploy\" runs image \"backend\"");
    }

    [Theory]
    [InlineData("out/backend.tar", true)]
    [InlineData("out/*.oci", true)]
    [InlineData("out/image-*.tar.gz", true)]
    [InlineData("out/sources.tar.gz", false)]
    [InlineData("out/report.json", false)]
    public void Check_ArchiveHandedToAnotherJob_IsRefusedIfItIsAnImage(string glob, bool isRefused)
    {
        var found = Check(Loopback, Job("Build", "Pack", Node1) with { Uploads = [glob] }, Job("Push", "Load", Node1) with { Downloads = [new CiDownload("Build", [glob])] });

        found.Select(diagnostic => diagnostic.Code).ShouldBe(isRefused ? [ImageFlowCodes.ArchiveHandedOver] : []);
    }

    static IReadOnlyList<Harvis.Model.Diagnostics.Diagnostic> Check(Registry registry, params CiJob[] jobs) => ImageFlowRules.Check(Plan(jobs), [Backend], registry);

    static string Text(IReadOnlyList<Harvis.Model.Diagnostics.Diagnostic> found) => found.ShouldHaveSingleItem().ToString();

    static CiPlan Plan(params CiJob[] jobs) => new() { Name = "ci", Jobs = jobs };

    static CiJob Job(string id, string node, RunnerNode? runner) => new()
    {
        Id = id, Title = id, Nodes = [node], Stage = Stages.Build, Runner = runner, Timeout = TimeSpan.FromHours(1),
        Activations = [new CiActivation([Trigger.Push("main")], CiRule.Unconditional)],
    };
}
