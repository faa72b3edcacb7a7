namespace Harvis.Containers.Registries.Authentication;

/// <summary>A short-lived token, and when it is renewed. A class and not a record: nothing may print it.</summary>
internal sealed class BearerToken(string token, DateTimeOffset renewedAt)
{
    public string Header => $"Bearer {token}";

    public bool IsFresh(DateTimeOffset now) => now < renewedAt;
}
