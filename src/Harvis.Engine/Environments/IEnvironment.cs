namespace Harvis.Engine.Environments;

/// <summary>The process's environment variables, as far as anything may read them.</summary>
public interface IEnvironment
{
    /// <summary>A variable's value, or null where it isn't set.</summary>
    string? Variable(string name);

    /// <summary>The names of all variables.</summary>
    IReadOnlyCollection<string> Names { get; }
}
