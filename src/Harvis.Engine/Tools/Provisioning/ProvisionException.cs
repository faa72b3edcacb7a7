namespace Harvis.Engine.Tools.Provisioning;

/// <summary>A step can't go on; carries what to do next.</summary>
sealed class ProvisionException(string reason, string remedy = "") : Exception(reason)
{
    public string Remedy { get; } = remedy;
}
