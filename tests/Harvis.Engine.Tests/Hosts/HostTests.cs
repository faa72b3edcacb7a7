using Harvis.Engine.Environments;
using Harvis.Engine.Hosts;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Hosts;

public sealed class HostTests
{
    [Theory]
    [InlineData("", true, HostKind.Terminal, true)]
    [InlineData("", false, HostKind.Plain, false)]
    [InlineData("TERM=dumb", true, HostKind.Plain, false)]
    [InlineData("CI=true", true, HostKind.Plain, true)]
    [InlineData("CI=true", false, HostKind.Plain, false)]
    [InlineData("CI=true GITHUB_ACTIONS=true", false, HostKind.GitHubActions, true)]
    [InlineData("CI=true GITLAB_CI=true", false, HostKind.GitLabCi, true)]
    [InlineData("GITHUB_ACTIONS=false", true, HostKind.Terminal, true)]
    [InlineData("NO_COLOR=1", true, HostKind.Terminal, false)]
    [InlineData("NO_COLOR=", true, HostKind.Terminal, true)]
    [InlineData("NO_COLOR=1 FORCE_COLOR=1", true, HostKind.Terminal, false)]
    [InlineData("FORCE_COLOR=1", false, HostKind.Plain, true)]
    [InlineData("FORCE_COLOR=0", false, HostKind.Plain, false)]
    [InlineData("CLICOLOR_FORCE=1", false, HostKind.Plain, true)]
    [InlineData("CLICOLOR=0", true, HostKind.Terminal, false)]
    [InlineData("GITHUB_ACTIONS=true NO_COLOR=1", false, HostKind.GitHubActions, false)]
    public void Detect_Variables_GiveKindAndColour(string variables, bool isTerminal, HostKind kind, bool colour) =>
        Host.Detect(new Variables(variables), isTerminal).ShouldBe(new Host(kind, colour));

    [Fact]
    public void Spectre_IsNamedOnlyByTheLiveView()
    {
        var users = typeof(RunView).Assembly.GetTypes()
            .Where(type => type.Namespace != "Harvis.Engine.Hosts.Live")
            .Where(type => Mentioned(type).Any(other => other.Assembly.GetName().Name!.StartsWith("Spectre", StringComparison.Ordinal)));
        users.ShouldBeEmpty("the assembly is loaded with the first method that mentions it");
    }

    const System.Reflection.BindingFlags All =
        System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public
        | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.DeclaredOnly;

    static IEnumerable<Type> Mentioned(Type type) =>
    [
        .. type.GetInterfaces(),
        .. type.GetFields(All).Select(field => field.FieldType),
        .. type.GetMethods(All).SelectMany(method => (IEnumerable<Type>)
        [
            method.ReturnType,
            .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [],
        ]),
    ];

    sealed class Variables(string text) : IEnvironment
    {
        readonly Dictionary<string, string> _values = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        public IReadOnlyCollection<string> Names => _values.Keys;

        public string? Variable(string name) => _values.GetValueOrDefault(name);
    }
}
