using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Harvis.Testing.Registries;
using Shouldly;

namespace Harvis.Integration.Tests.Refusals;

/// <summary>What refuses outside of the build: exit code 2 too, and a text that says what, where and what next. The texts are golden files.</summary>
public sealed partial class WorldTests
{
    [Fact]
    public async Task Run_DockerfileIsMissing_IsRefusedWithGoldenText()
    {
        using var pipeline = Delivery();
        Directory.CreateDirectory(pipeline.PathOf("app"));
        await File.WriteAllTextAsync(pipeline.PathOf("app/Dockerfile"), "FROM scratch\n", TestContext.Current.CancellationToken);

        await RefusedAsync(pipeline, "NoDockerfile", "BuildImage");
    }

    [Fact]
    public async Task Run_RegistryRefuses_IsRefusedWithGoldenText()
    {
        await using var registry = new FakeRegistry(new FakeRegistryOptions { Authentication = new FakeAuthentication.Basic("robot", "hunter2hunter2") });
        using var pipeline = Delivery();

        await RefusedAsync(pipeline, "RegistryRefuses", "Push", "--registry", registry.Registry.Host.ToString());
    }

    [Fact]
    public async Task Run_PortIsInUse_IsRefusedWithGoldenText()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It plays docker with a shell script.");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var pipeline = Delivery();
        Play(pipeline, "docker", "exit 0");

        await RefusedAsync(pipeline, "PortInUse", "Deploy", "--port", ((IPEndPoint)other.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Run_EngineIsNotRunning_IsRefusedBeforeAnythingRuns()
    {
        using var pipeline = Delivery();
        pipeline.Variables["DOCKER_HOST"] = "unix://" + pipeline.PathOf("no.sock");
        Play(pipeline, "docker", "case $1 in --version) echo 'Docker version 28.2.2, build 1';; *) echo \"Cannot connect to the Docker daemon at $DOCKER_HOST. Is the docker daemon running?\" >&2; exit 1;; esac");

        var (exitCode, output, error) = await pipeline.RunAsync("NeedsEngine");

        exitCode.ShouldBe(2, output + error);
        output.ShouldBeEmpty();
        RefusalTests.Match("EngineNotRunning", Plain(pipeline, error));
    }

    [Fact]
    public async Task Run_DeviceIsFull_IsRefusedWithGoldenText()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here; Linux has it.");
        using var pipeline = Delivery();

        await RefusedAsync(pipeline, "DeviceFull", "FillDevice");
    }

    static PipelineProcess Delivery()
    {
        var pipeline = new PipelineProcess { Variables = { ["PIPELINE"] = "DeliveryBuild" } };
        pipeline.Variables["DOCKER_CONFIG"] = pipeline.PathOf("docker-config");
        return pipeline;
    }

    static void Play(PipelineProcess pipeline, string program, string script)
    {
        var path = pipeline.PathOf($"bin/{program}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        pipeline.Variables["PATH"] = $"{pipeline.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    static async Task RefusedAsync(PipelineProcess pipeline, string name, params string[] arguments)
    {
        var (exitCode, output, error) = await pipeline.RunAsync(arguments);

        exitCode.ShouldBe(2, output + error);
        error.ShouldBeEmpty();
        var lines = Plain(pipeline, output).Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("error: HRV", StringComparison.Ordinal)).ToList();
        lines.ShouldNotBeEmpty(output);
        RefusalTests.Match(name, string.Join('\n', lines) + "\n");
    }

    // Ports and folders are others each time.
    static string Plain(PipelineProcess pipeline, string text) =>
        Port().Replace(text.Replace(pipeline.Root, "ROOT", StringComparison.Ordinal), match => $"{match.Groups[1].Value}PORT");

    [GeneratedRegex(@"(127\.0\.0\.1:|[Pp]ort |sport = :)\d+")]
    private static partial Regex Port();
}
