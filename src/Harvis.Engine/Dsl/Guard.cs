namespace Harvis.Engine.Dsl;

/// <summary>A condition of a target: known at planning (<see cref="Known"/>), or asked at its turn (<see cref="Ask"/>).</summary>
sealed record Guard(string Why, bool? Known, Func<CancellationToken, Task<bool>>? Ask)
{
    /// <summary>What stands right of a lambda's arrow.</summary>
    public static string Body(string expression)
    {
        var arrow = expression.IndexOf("=>", StringComparison.Ordinal);
        return arrow < 0 ? expression : expression[(arrow + 2)..].Trim();
    }

    /// <summary>The last name of a member access: <c>Name</c> of <c>this.Name</c>.</summary>
    public static string Member(string expression) => expression[(expression.LastIndexOf('.') + 1)..].Trim();
}
