using System.Globalization;
using Harvis.Engine.Dsl;

namespace Harvis.Benchmarks.Engine;

/// <summary>A build of so many targets that do nothing; the last one needs all others.</summary>
sealed class NoOps(GraphShape shape, int count) : HarvisBuild
{
    public static string Last(int count) => NameOf(count - 1);

    protected internal override void DefineTargets(TargetCollection targets)
    {
        for (var i = 0; i < count; i++)
        {
            var needs = Needs(i).Select(NameOf).ToArray();
            targets.Add(NameOf(i), _ => _.DependsOn([.. needs]).Executes(() => { }));
        }
    }

    IEnumerable<int> Needs(int number) =>
        shape == GraphShape.Chain ? Enumerable.Range(Math.Max(0, number - 1), Math.Min(number, 1))
        : number == count - 1 ? Enumerable.Range(0, number)
        : [];

    static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Target{number}");
}
