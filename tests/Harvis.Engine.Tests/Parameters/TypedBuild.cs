using System.Collections;
using System.Globalization;
using System.Reflection;
using Harvis.Engine.Dsl;
using Harvis.Engine.Logging;
using Harvis.Engine.Parameters;
using Harvis.Model.Images;

namespace Harvis.Engine.Tests.Parameters;

/// <summary>A build with a parameter of each type that there is; its target says what they are.</summary>
sealed class TypedBuild : HarvisBuild
{
    [Parameter] readonly string Text = "default";
    [Parameter] readonly Colour Colour = Colour.Red;
    [Parameter] readonly Colour? MaybeColour;
    [Parameter] readonly bool Flag;
    [Parameter] readonly bool? MaybeFlag;
    [Parameter] readonly int Number = 1;
    [Parameter] readonly int? MaybeNumber;
    [Parameter] readonly long Long;
    [Parameter] readonly double Double;
    [Parameter] readonly decimal Decimal;
    [Parameter] readonly TimeSpan Wait;
    [Parameter(Values = nameof(Parameters.Size.All))] readonly Size Size = Parameters.Size.Small;
    [Parameter(Values = nameof(Parameters.Size.All))] readonly IReadOnlyList<Size> Sizes = [];
    [Parameter] readonly string[] Texts = [];
    [Parameter] readonly IReadOnlyList<int> Numbers = [];
    [Parameter(Separator = ";")] readonly IEnumerable<Colour> Colours = [];
    [Parameter] readonly ImageReference? Image;
    [Parameter(Name = "Other")] readonly string _renamed = "";
    [Parameter(Variable = "GIVEN_BY_CI")] readonly string OfCi = "";

    Target Show => _ => _.Executes((run, _) =>
    {
        foreach (var member in typeof(TypedBuild).GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(other => other.IsDefined(typeof(ParameterAttribute))))
            run.Log.Info($"{member.Name.TrimStart('_')}={Text(member.GetValue(this))}");
        return Task.CompletedTask;

        static string Text(object? value) => value switch
        {
            null => "null",
            string text => text,
            Size size => size.Name,
            IEnumerable items => string.Join('|', items.Cast<object>().Select(Text)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    });
}
