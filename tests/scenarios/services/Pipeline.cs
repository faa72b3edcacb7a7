namespace Scenarios.Services;

sealed class Pipeline : Scenario
{
    static readonly CiService Database = new("database")
    {
        Image = ImageReference.Parse("docker.io/library/postgres@sha256:" + new string('a', 64)),
        Ports = [5432],
        Variables = new Dictionary<string, string> { ["POSTGRES_HOST_AUTH_METHOD"] = "trust" },
    };

    Target IntegrationTest => _ => _
        .Services(Database)
        .On(Trigger.Push("main"))
        .Executes(Run("test", "integration"));
}
