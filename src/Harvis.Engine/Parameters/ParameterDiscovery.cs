using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Harvis.Model.Diagnostics;
using Harvis.Model.Names;
using Harvis.Model.Secrets;

namespace Harvis.Engine.Parameters;

/// <summary>Finds the parameters of a build, base classes first, in declaration order.</summary>
static class ParameterDiscovery
{
    const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [SuppressMessage("Trimming", "IL2070", Justification = "Builds are not trimmed.")]
    public static (IReadOnlyList<ParameterDeclaration> Parameters, IReadOnlyList<Diagnostic> Diagnostics) Of(Type build)
    {
        var types = new Stack<Type>();
        for (var type = build; type is not null && type != typeof(object); type = type.BaseType) types.Push(type);
        var parameters = types.SelectMany(type => type.GetMembers(Declared)).Select(Declaration).OfType<ParameterDeclaration>().ToList();
        return (parameters, [.. Wrong(parameters)]);
    }

    static ParameterDeclaration? Declaration(MemberInfo member)
    {
        if (member is not (FieldInfo or PropertyInfo)) return null;
        var type = member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;
        if (member.GetCustomAttribute<ParameterAttribute>() is { } parameter)
        {
            return Make(member, type, parameter.Name, parameter.Description, parameter.Variable) with
            {
                Separator = parameter.Separator,
                ValuesMember = parameter.Values,
            };
        }

        return member.GetCustomAttribute<SecretAttribute>() is { } secret ? Make(member, type, secret.Name, secret.Description, secret.Variable) : null;
    }

    static ParameterDeclaration Make(MemberInfo member, Type type, string? name, string description, string? variable)
    {
        var called = name ?? member.Name.TrimStart('_');
        string[] variables = [ParameterName.Variable(called), .. variable is null ? Array.Empty<string>() : [variable]];
        return new ParameterDeclaration { Name = called, Description = description, Member = member, Type = type, Variables = variables };
    }

    static IEnumerable<Diagnostic> Wrong(IReadOnlyList<ParameterDeclaration> parameters)
    {
        foreach (var twice in parameters.GroupBy(parameter => parameter.Option, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return Broken(twice.Key, "is declared twice", "Rename one of the members.");
        foreach (var parameter in parameters)
        {
            if (parameter.Member is PropertyInfo { CanWrite: false }) yield return Broken(parameter.Name, "is a property that can't be set", "Add a setter, or make it a field.");
            if (parameter.Member.IsDefined(typeof(SecretAttribute)) && parameter.Type != typeof(Secret))
                yield return Broken(parameter.Name, $"is a secret of type {parameter.Type.Name}, which can be printed", "Give it the type Secret.");
            if (parameter.IsSecret && !parameter.Member.IsDefined(typeof(SecretAttribute)))
                yield return Broken(parameter.Name, "is a secret declared with [Parameter]", "Declare it with [Secret].");
            if (!parameter.IsSecret && !ParameterConversion.CanConvert(parameter))
                yield return Broken(parameter.Name, $"has the type {parameter.ValueType.Name}, which no text can be read as", "Name its values with Values = nameof(…), or give the type a static Parse.");
        }
    }

    static Diagnostic Broken(string name, string what, string remedy) => new(DiagnosticCodes.BrokenParameter, $"Parameter \"{name}\" {what}.", remedy);
}
