using Harvis.Model.Images;
using Harvis.Model.Workloads;
using Shouldly;

namespace Harvis.Model.Tests.Workloads;

public sealed class VariableValueTests
{
    static readonly Workload Database = new("database") { Image = new ContainerImage("db") { Context = "db" }, Port = 5432 };

    [Fact]
    public void Factories_GiveWhatTheyAreNamedAfter()
    {
        VariableValue text = "1.10";
        var secret = new WorkloadSecret("password");

        text.ShouldBe(new VariableValue.Text("1.10"));
        VariableValue.HostOf(Database).ShouldBe(new VariableValue.Host(Database));
        VariableValue.PortOf(Database).ShouldBe(new VariableValue.PortNumber(Database));
        VariableValue.UrlOf(Database).ShouldBe(new VariableValue.Url(Database));
        VariableValue.FileOf(secret).ShouldBe(new VariableValue.SecretFile(secret));
        VariableValue.EnvironmentName.ShouldBeOfType<VariableValue.NameOfEnvironment>();
        VariableValue.LogLevel.ShouldBeOfType<VariableValue.LevelOfLogs>();
    }

    [Theory]
    [InlineData(typeof(VariableValue))]
    [InlineData(typeof(BaseImage))]
    [InlineData(typeof(Model.Triggers.Trigger))]
    public void ClosedChoice_NobodyElseCanAddACase(Type choice)
    {
        choice.IsAbstract.ShouldBeTrue();
        var cases = choice.Assembly.GetTypes().Where(type => type.IsSubclassOf(choice)).ToList();
        cases.Count.ShouldBeGreaterThan(1);
        cases.ShouldAllBe(type => type.IsSealed);

        // The copy constructor is the records' own; what makes a new value can't be reached from outside.
        choice.GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)
            .Where(constructor => constructor.GetParameters() is not [{ } only] || only.ParameterType != choice)
            .ShouldAllBe(constructor => constructor.IsPrivate || constructor.IsFamilyAndAssembly);
    }
}
