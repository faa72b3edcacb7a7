namespace Harvis.Engine.Tools.Inspection;

/// <summary>A service didn't answer.</summary>
/// <param name="reason">Why, as a clause without a full stop.</param>
/// <param name="innerException">What happened.</param>
public sealed class ServiceUnreachableException(string reason, Exception? innerException = null) : Exception(reason, innerException)
{
    /// <summary>Whether something is there that this user may not open. The default is false.</summary>
    public bool IsForbidden { get; init; }
}
