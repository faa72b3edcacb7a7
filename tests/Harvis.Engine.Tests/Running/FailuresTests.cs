using Harvis.Engine.Running;
using Harvis.Model.Diagnostics;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Running;

public sealed class FailuresTests
{
    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void IsRefusal_Diagnostic_UnlessItMayPassOrWasFoundByWork(bool transient, bool finding, bool refusal) =>
        Failures.IsRefusal(new DiagnosticException(new Diagnostic(new DiagnosticCode(1001), "x")) { IsTransient = transient, IsFinding = finding }).ShouldBe(refusal);
}
