using System.Text.RegularExpressions;
using CsCheck;
using Harvis.Model.Environments;
using Harvis.Model.Images;
using Harvis.Model.Names;
using Harvis.Model.Runners;
using Harvis.Model.Workloads;
using Shouldly;

namespace Harvis.Model.Tests.Names;

public sealed partial class DnsLabelTests
{
    [Fact]
    public void Parse_AnyText_IsTakenWhereKubernetesTakesIt() =>
        Gen.OneOf(Any.Text("a9-", 0, 6), Any.Text("aA_. -\n", 1, 4), Gen.String[Gen.Const('x'), 61, 65], Any.Noise)
            .Sample(text => Parsing.Takes<DnsLabel>(text).ShouldBe(text.Length <= DnsLabel.MaxLength && Label().IsMatch(text), text), iter: 5000);

    [Fact]
    public void Names_OfEnvironmentsNodesAndWorkloads_AreDnsLabels()
    {
        var image = new ContainerImage("app") { Context = "." };
        Action[] wrong =
        [
            () => _ = new DeliveryEnvironment("Dev"),
            () => _ = new RunnerNode("gpu_1") { Host = "h" },
            () => _ = new Workload("") { Image = image, Port = 1 },
            () => _ = new WorkloadSecret("pass word"),
            () => _ = new WorkloadVolume("-data", "/data"),
        ];
        foreach (var make in wrong) Should.Throw<FormatException>(make).Message.ShouldContain("isn't a DNS label");
        new DeliveryEnvironment("dev").ToString().ShouldBe("dev");
        new RunnerNode("gpu-1") { Host = "h" }.ToString().ShouldBe("gpu-1");
        new Workload("web") { Image = image, Port = 1 }.ToString().ShouldBe("web");
    }

    // apimachinery's dns1123LabelFmt
    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex Label();
}
