using CsCheck;
using Harvis.Generation.Tests.GitLabCi.Evaluation;
using Harvis.Model.Triggers;
using Shouldly;

namespace Harvis.Generation.Tests.GitLabCi;

public sealed class TriggerRelationTests
{
    [Fact]
    public void CoversAndCanMeet_AnyTriggersAndEvent_SayNothingThatTheEventDenies() =>
        Gen.Select(RandomEvents.Triggers, RandomEvents.Triggers, RandomEvents.Events).Sample((one, other, happened) =>
        {
            if (one.Covers(other) && other.Matches(happened)) one.Matches(happened).ShouldBeTrue($"{TriggerText.Of(one)} covers {TriggerText.Of(other)}");
            if (one.Matches(happened) && other.Matches(happened)) one.CanMeet(other).ShouldBeTrue($"{TriggerText.Of(one)} meets {TriggerText.Of(other)}");
        }, iter: 2000);

    [Fact]
    public void Covers_SameTrigger_Holds() => RandomEvents.Triggers.Sample(trigger => trigger.Covers(trigger).ShouldBeTrue(TriggerText.Of(trigger)), iter: 300);

    [Fact]
    public void CanMeet_OtherStart_DoesNotHold()
    {
        Trigger.Tag("v*").CanMeet(Trigger.Tag("release/*")).ShouldBeFalse();
        Trigger.Push("main").CanMeet(Trigger.Tag("main")).ShouldBeFalse();
    }
}
