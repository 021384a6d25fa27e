using System.Reflection;

namespace CoordinatorBot.Sdk.Tests.Surface;

/// <summary>The public and protected surface of a type, in the notation of the record.</summary>
internal static class SurfaceOf
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(bool)] = "bool",
        [typeof(double)] = "double",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
        [typeof(long)] = "long",
        [typeof(float)] = "float",

        // Where the official packages hand out a type of their JSON library, ours hand out the like of the base library.
        [typeof(System.Text.Json.Nodes.JsonObject)] = "JObject",
    };

    public static string Name(Type type) =>
        type.Namespace + "." + string.Join('.', Nesting(type).Select(t => t.Name));

    public static IEnumerable<string> Lines(Type type)
    {
        yield return Kind(type);
        if (type.IsEnum)
        {
            foreach (var name in Enum.GetNames(type))
                yield return name;
        }
        else if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            yield return $"({Parameters(invoke)}) -> {Show(invoke.ReturnType)}";
        }
        else
        {
            foreach (var member in type.GetMembers(Declared).Select(Line).OfType<string>())
                yield return member;
        }
    }

    private static string Kind(Type type)
    {
        var parameters = type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(t => t.Name))}>" : "";
        if (type.IsEnum)
            return "enum";
        if (type.IsInterface)
            return "interface" + parameters;
        if (type.IsValueType)
            return "struct" + parameters;
        if (typeof(Delegate).IsAssignableFrom(type))
            return "delegate" + parameters;
        var kind = type switch
        {
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        return kind + parameters + (type.BaseType == typeof(object) ? "" : " : " + Show(type.BaseType!));
    }

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } c when Visible(c) => $"ctor({Parameters(c)}){Protected(c)}",
        MethodInfo { IsSpecialName: true } m when !m.Name.StartsWith("op_", StringComparison.Ordinal) => null,
        MethodInfo m when Visible(m) => $"{Modifier(m)}{Show(m.ReturnType)} {m.Name}{TypeParameters(m)}({Parameters(m)}){Protected(m)}",
        PropertyInfo p when Accessor(p) is { } a => $"{(a.IsStatic ? "static " : "")}{Show(p.PropertyType)} {p.Name} {{ {Accessors(p)}}}{Protected(a)}",
        FieldInfo { IsLiteral: true } f when Visible(f) => $"const {Show(f.FieldType)} {f.Name}" + (f.GetRawConstantValue() is string s ? $" = \"{s}\"" : ""),
        FieldInfo f when Visible(f) => $"{(f.IsStatic ? "static " : "")}{Show(f.FieldType)} {f.Name}{(f.IsPublic ? "" : " protected")}",
        EventInfo e when Visible(e.AddMethod!) => $"event {Show(e.EventHandlerType!)} {e.Name}",
        _ => null,
    };

    // In an interface every method is abstract, and the record doesn't say so.
    private static string Modifier(MethodInfo m) => m switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string TypeParameters(MethodInfo m) =>
        m.IsGenericMethod ? $"<{string.Join(", ", m.GetGenericArguments().Select(t => t.Name))}>" : "";

    private static string Parameters(MethodBase m) =>
        string.Join(", ", m.GetParameters().Select(p => Show(p.ParameterType) + (p.IsOptional ? "?=" : "")));

    /// <summary>The accessor that makes a property visible.</summary>
    private static MethodInfo? Accessor(PropertyInfo p) =>
        new[] { p.GetMethod, p.SetMethod }.OfType<MethodInfo>().Where(Visible).OrderByDescending(m => m.IsPublic).FirstOrDefault();

    private static string Accessors(PropertyInfo p) =>
        (p.GetMethod is { } get && Visible(get) ? "get; " : "") + (p.SetMethod is { } set && Visible(set) ? "set; " : "");

    private static bool Visible(MethodBase m) => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly;

    private static bool Visible(FieldInfo f) => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly;

    private static string Protected(MethodBase m) => m.IsPublic ? "" : " protected";

    private static string Show(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsByRef)
            return Show(type.GetElementType()!) + "&";
        if (type.IsArray)
            return Show(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Show(value) + "?";
        if (type.IsGenericParameter)
            return type.Name;
        var name = string.Join('.', Nesting(type).Select(t => t.Name.Split('`')[0]));
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Show))}>" : name;
    }

    /// <summary>The type after those it is nested in.</summary>
    private static IEnumerable<Type> Nesting(Type type) => type.DeclaringType is { } outer ? [.. Nesting(outer), type] : [type];
}
