using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CoordinatorBot.Hosting;

/// <summary>One setting: a property of an options class, which is a class with a constant <c>Section</c>.</summary>
/// <param name="Section">Path of its section: <c>Coordinator:Storage</c>.</param>
/// <param name="Property">The property that it is bound to.</param>
internal sealed record Setting(string Section, PropertyInfo Property)
{
    /// <summary>The root of our settings.</summary>
    public const string Root = "Coordinator";

    /// <summary>Every setting under <see cref="Root"/>, by path.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. from type in typeof(Setting).Assembly.GetTypes()
           where type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true }
           let section = (string)type.GetField("Section")!.GetRawConstantValue()!
           where section == Root || section.StartsWith(Root + ":", StringComparison.Ordinal)
           from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           select new Setting(section, property),
    ];

    /// <summary>Path in the settings: <c>Coordinator:Storage:Path</c>.</summary>
    public string Path => $"{Section}:{Property.Name}";

    /// <summary>Whether it is a list of values.</summary>
    public bool IsList => Property.PropertyType != typeof(string) && Property.PropertyType.IsAssignableTo(typeof(IEnumerable));

    /// <summary>Its value where nothing is set.</summary>
    public object? Default => Property.GetValue(Activator.CreateInstance(Property.DeclaringType!));

    /// <summary>What is wrong with a text as its value, or as one of its list; null for nothing.</summary>
    public string? WrongWith(string path, string text)
    {
        var type = IsList ? Property.PropertyType.GetGenericArguments()[0] : Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;
        return TypeDescriptor.GetConverter(type).IsValid(text) ? null : $"{path} is '{text}': expected is {Expected(type)}.";
    }

    /// <summary>Which of its rules a bound value breaks, in words; empty for none.</summary>
    public IEnumerable<string> BrokenBy(object? value) =>
        from rule in Property.GetCustomAttributes<ValidationAttribute>()
        where !rule.IsValid(value)
        select rule.FormatErrorMessage(Path);

    private static string Expected(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(TimeSpan) => "a time span, hours:minutes:seconds, such as 00:00:30",
        _ when type == typeof(TimeOnly) => "a time of day, such as 08:00",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(double) || type == typeof(decimal) => "a number",
        { IsEnum: true } => "one of " + string.Join(", ", Enum.GetNames(type)),
        _ => type.Name,
    };
}
