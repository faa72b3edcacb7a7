using Harvis.Containers.Building;

namespace Harvis.Containers.Tests.Building;

/// <summary>Real output of the builders, as they printed it.</summary>
public sealed class BuildFailureTests
{
    [Fact]
    public void OfBuildKit_StepFailed_HasItsLastLines()
    {
        var failure = BuildFailure.OfBuildKit(
            """
            #4 [1/2] FROM localhost:5000/base@sha256:1058
            #4 CACHED

            #5 [2/2] RUN echo before; echo oops >&2; exit 3
            #5 0.269 before
            #5 0.270 oops
            #5 ERROR: executor failed running [/bin/sh -c echo before; echo oops >&2; exit 3]: exit code: 3
            ------
             > [2/2] RUN echo before; echo oops >&2; exit 3:
            0.269 before
            0.270 oops
            ------
            ERROR: failed to solve: executor failed running [/bin/sh -c echo before; echo oops >&2; exit 3]: exit code: 3
            """);
        failure.Step.ShouldBe("RUN echo before; echo oops >&2; exit 3");
        failure.Reason.ShouldBe("executor failed running [/bin/sh -c echo before; echo oops >&2; exit 3]: exit code: 3.");
        failure.LastLines.ShouldBe(["before", "oops"]);
    }

    [Fact]
    public void OfBuildKit_PushFailed_HasNoInstruction()
    {
        var failure = BuildFailure.OfBuildKit("#9 pushing localhost:1/f:1 with docker\n------\n > pushing localhost:1/f:1 with docker:\n------\nERROR: Get \"http://localhost:1/v2/\": dial tcp 127.0.0.1:1: connect: connection refused");
        failure.Step.ShouldBe("pushing localhost:1/f:1 with docker");
        failure.Reason.ShouldBe("Get \"http://localhost:1/v2/\": dial tcp 127.0.0.1:1: connect: connection refused.");
    }

    [Fact]
    public void OfBuildah_StepFailed_HasItsLastLines()
    {
        var failure = BuildFailure.OfBuildah(
            "STEP 1/2: FROM a\nSTEP 2/2: RUN echo before; echo oops >&2; exit 3\nbefore\n",
            "oops\nsubprocess exited with status 3\nError: building at STEP \"RUN echo before; echo oops >&2; exit 3\": exit status 3\n");
        failure.Step.ShouldBe("RUN echo before; echo oops >&2; exit 3");
        failure.Reason.ShouldBe("building at STEP \"RUN echo before; echo oops >&2; exit 3\": exit status 3.");
        failure.LastLines.ShouldBe(["before", "oops", "subprocess exited with status 3", "Error: building at STEP \"RUN echo before; echo oops >&2; exit 3\": exit status 3"]);
    }

    [Theory]
    [InlineData("ERROR: failed to solve: write /var/lib/docker/x: no space left on device")]
    [InlineData("Error: writing blob: No space left on device")]
    public void DiskFull_SaidAnywhere_IsFound(string line) => BuildFailure.DiskFull($"a\n{line}\nb").ShouldBe(line);

    [Fact]
    public void DiskFull_NotSaid_IsNull() => BuildFailure.DiskFull("exit code: 1").ShouldBeNull();
}
