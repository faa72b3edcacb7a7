namespace Harvis.Engine.Parameters;

/// <summary>The list types that a parameter can have: arrays and the interfaces that an array fills.</summary>
static class ListTypes
{
    static readonly Type[] Interfaces = [typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>), typeof(IList<>)];

    /// <summary>The type of an item, or null where it is no list.</summary>
    public static Type? ItemOf(Type type)
    {
        if (type.IsArray) return type.GetElementType();
        return type.IsGenericType && Interfaces.Contains(type.GetGenericTypeDefinition()) ? type.GetGenericArguments()[0] : null;
    }
}
