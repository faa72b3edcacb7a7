using System.Reflection;
using Harvis.Model.Names;
using Harvis.Model.Secrets;

namespace Harvis.Engine.Parameters;

/// <summary>A parameter as the build declares it.</summary>
sealed record ParameterDeclaration
{
    /// <summary>Its name, as the member is called.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>The member that holds it.</summary>
    public required MemberInfo Member { get; init; }

    /// <summary>The member's type.</summary>
    public required Type Type { get; init; }

    /// <summary>The environment variables that are read, by their full names.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>What separates the items of a list in one value.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>The member that lists its values, or null.</summary>
    public string? ValuesMember { get; init; }

    /// <summary>Whether it is a secret.</summary>
    public bool IsSecret => Type == typeof(Secret);

    /// <summary>Whether it is a list.</summary>
    public bool IsList => ListTypes.ItemOf(Type) is not null;

    /// <summary>The type of one value: without the list, without the null.</summary>
    public Type ValueType
    {
        get
        {
            var item = ListTypes.ItemOf(Type) ?? Type;
            return Nullable.GetUnderlyingType(item) ?? item;
        }
    }

    /// <summary>Whether it stands alone on the command line.</summary>
    public bool IsSwitch => ValueType == typeof(bool) && !IsList;

    /// <summary>Its option: <c>--git-ref</c>.</summary>
    public string Option => "--" + ParameterName.Kebab(Name);

    public object? Get(object build) => Member is FieldInfo field ? field.GetValue(build) : ((PropertyInfo)Member).GetValue(build);

    public void Set(object build, object? value)
    {
        if (Member is FieldInfo field) field.SetValue(build, value);
        else ((PropertyInfo)Member).SetValue(build, value);
    }
}
