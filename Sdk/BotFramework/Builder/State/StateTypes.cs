#nullable enable
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Bot.Builder.Dialogs;

namespace Microsoft.Bot.Builder;

/// <summary>
/// The types that state may name: those of assemblies that refer to this one, collections of the base library, and simple
/// values. A name of anything else is refused, when written as when read, so that a document can't make what the bot
/// didn't mean to keep.
/// </summary>
internal static class StateTypes
{
    private const int LongestName = 1024;
    private static readonly Assembly Sdk = typeof(StateTypes).Assembly;
    private static readonly ConcurrentDictionary<Type, StateType> ByType = new();
    private static readonly ConcurrentDictionary<string, StateType> ByName = new(StringComparer.Ordinal);

    // What open dialogs keep, in every document several times. Documents that have the full names are still read.
    private static readonly Dictionary<string, Type> Short = new(StringComparer.Ordinal) { ["dialogs"] = typeof(DialogState), ["prompt"] = typeof(PromptOptions), ["map"] = typeof(Dictionary<string, object>) };

    private static readonly HashSet<Type> Simple =
    [
        typeof(object), typeof(string), typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(float), typeof(double), typeof(decimal), typeof(char), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
        typeof(Uri), typeof(JsonElement), typeof(JsonNode),
    ];

    private static readonly HashSet<Type> Collections =
    [
        typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(SortedSet<>), typeof(SortedDictionary<,>), typeof(Queue<>), typeof(Stack<>), typeof(LinkedList<>),
        typeof(KeyValuePair<,>), typeof(Nullable<>), typeof(Tuple<,>), typeof(Tuple<,,>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>),
        typeof(System.Collections.ObjectModel.Collection<>), typeof(System.Collections.ObjectModel.ReadOnlyCollection<>),
    ];

    /// <exception cref="JsonException">The type can't be kept in state.</exception>
    public static StateType Of(Type type) => ByType.GetOrAdd(type, static type =>
    {
        if (!Allowed(type)) throw new JsonException($"A {type} can't be kept in state: its assembly doesn't refer to the Bot Framework.");
        return (StateType)Activator.CreateInstance(typeof(StateType<>).MakeGenericType(type), Short.FirstOrDefault(known => known.Value == type).Key ?? NameOf(type))!;
    });

    /// <exception cref="JsonException">The name isn't that of a type that is loaded and can be kept in state.</exception>
    public static StateType Find(ReadOnlySpan<char> name)
    {
        if (ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known)) return known;
        var type = name.Length <= LongestName ? Short.GetValueOrDefault(name.ToString()) ?? Type.GetType(name.ToString(), Loaded, (assembly, typeName, _) => (assembly ?? typeof(object).Assembly).GetType(typeName), throwOnError: false) : null;
        if (type is null || !Allowed(type)) throw new JsonException("State names a type that isn't known or can't be kept in state.");
        return ByName.GetOrAdd(name.ToString(), Of(type));
    }

    private static bool Allowed(Type type)
    {
        if (type.IsArray) return type.IsSZArray && Allowed(type.GetElementType()!);
        if (type.IsPointer || type.IsByRef || type.ContainsGenericParameters || typeof(Delegate).IsAssignableFrom(type)) return false;
        if (Simple.Contains(type)) return true;
        if (type.IsGenericType && !type.GetGenericArguments().All(Allowed)) return false;
        if (type.IsGenericType && Collections.Contains(type.GetGenericTypeDefinition())) return true;
        return type.Assembly == Sdk || RefersToSdk(type.Assembly);
    }

    private static bool RefersToSdk(Assembly assembly) => assembly.GetReferencedAssemblies().Any(reference => reference.Name == Sdk.GetName().Name);

    // An assembly that isn't loaded is never loaded for a name.
    private static Assembly? Loaded(AssemblyName name) => Array.Find(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == name.Name);

    private static string NameOf(Type type) => Outer(type) + AssemblyOf(type);

    private static string Outer(Type type)
    {
        if (type.IsArray) return Outer(type.GetElementType()!) + "[]";
        if (!type.IsGenericType) return type.FullName!;
        return $"{type.GetGenericTypeDefinition().FullName}[{string.Join(",", type.GetGenericArguments().Select(argument => $"[{NameOf(argument)}]"))}]";
    }

    private static string AssemblyOf(Type type)
    {
        while (type.IsArray) type = type.GetElementType()!;
        return type.Assembly == typeof(object).Assembly ? string.Empty : ", " + type.Assembly.GetName().Name;
    }
}

/// <summary>A type that state may name.</summary>
internal abstract class StateType(string name)
{
    /// <summary>Its name in documents.</summary>
    public JsonEncodedText Name { get; } = JsonEncodedText.Encode(name, StateJson.Options.Encoder);

    public abstract object? Read(ref Utf8JsonReader reader);

    public abstract void Write(Utf8JsonWriter writer, object value);
}

/// <inheritdoc cref="StateType"/>
/// <remarks>It calls the converter itself: the serializer, where it takes a reader, first runs to the end of the value and then reads it again.</remarks>
internal sealed class StateType<T>(string name) : StateType(name)
{
    private readonly JsonConverter<T> _converter = (JsonConverter<T>)StateJson.Options.GetConverter(typeof(T));

    public override object? Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null && !_converter.HandleNull ? default(T) : _converter.Read(ref reader, typeof(T), StateJson.Options);

    public override void Write(Utf8JsonWriter writer, object value) => _converter.Write(writer, (T)value, StateJson.Options);
}
