using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CsCheck;
using Harvis.Model.Secrets;
using Shouldly;

namespace Harvis.Model.Tests.Secrets;

public sealed class SecretTests
{
    [Fact]
    public void Secret_AnyWayToText_IsNeverSeen() => Gen.Select(Any.Text("hunter2", 4, 20), Any.Of("token", "PASSWORD")).Sample((value, name) =>
    {
        var secret = new Secret(name, value);
        string[] texts =
        [
            secret.ToString(), $"{secret}", $"{secret,40:x}", string.Concat("a", secret), string.Format(CultureInfo.InvariantCulture, "{0}", secret),
            Convert.ToString(secret, CultureInfo.InvariantCulture)!, JsonSerializer.Serialize(secret), JsonSerializer.Serialize<object>(secret),
        ];
        foreach (var text in texts) text.ShouldNotContain(value);
        secret.Reveal().ShouldBe(value);
        secret.Name.ShouldBe(name);
    });

    [Fact]
    public void Secret_ItsTypeShowsOnlyItsName()
    {
        typeof(Secret).GetProperties().Select(property => property.Name).ShouldBe([nameof(Secret.Name)]);
        typeof(Secret).GetFields().ShouldBeEmpty();
        typeof(Secret).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value.ShouldBe("{Name}: ***");
    }

    [Fact]
    public void Secret_ComparedWithItsLike_SaysNothingOfItsValue() => new Secret("a", "value").ShouldNotBe(new Secret("a", "value"));

    [Theory]
    [InlineData("", "value")]
    [InlineData("name", "")]
    public void Secret_WithoutNameOrValue_IsRefused(string name, string value) => Should.Throw<ArgumentException>(() => new Secret(name, value));
}
