using Harvis.Engine.Dsl;

namespace Harvis.Engine.Tests.Dsl;

/// <summary>A component that refers to another one, which needn't be there.</summary>
interface IHasSign
{
    Target Sign => _ => _
        .TryDependsOn<IHasPack>(other => other.Pack)
        .TryDependentFor<IHasPack>(other => other.Pack)
        .TryBefore<IHasPack>(other => other.Pack)
        .TryAfter<IHasPack>(other => other.Pack)
        .TryTriggers<IHasPack>(other => other.Pack)
        .TryTriggeredBy<IHasPack>(other => other.Pack);
}
