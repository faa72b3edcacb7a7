using Harvis.Engine.Dsl;

namespace Harvis.Engine.Tests.Dsl;

/// <summary>A component that a build may have: its targets come with it.</summary>
interface IHasPack
{
    Target Pack => _ => _.Description("Pack").Executes(() => { });
}
