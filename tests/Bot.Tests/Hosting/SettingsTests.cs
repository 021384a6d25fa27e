using CoordinatorBot.Hosting;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Bot.Tests.Hosting;

/// <summary>A setting that can't be meant is told with its path; nothing is passed over in silence.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Coordinator:Storage:Pth", "x", "Coordinator:Storage:Pth isn't a setting. Is Coordinator:Storage:Path meant?")]
    [InlineData("Coordinator:storag:path", "x", "Coordinator:storag:path isn't a setting. Is Coordinator:Storage:Path meant?")]
    [InlineData("Coordinator:Storage:Colour", "x", "Coordinator:Storage:Colour isn't a setting. Coordinator:Storage has Path.")]
    [InlineData("Coordinator:Storage:Path:Deeper", "x", "Coordinator:Storage:Path:Deeper isn't a setting. Coordinator:Storage has Path.")]
    [InlineData("Coordinator:Duties:Parallel", "many", "Coordinator:Duties:Parallel is 'many': expected is a whole number.")]
    [InlineData("Coordinator:Duties:LookEvery", "soon", "Coordinator:Duties:LookEvery is 'soon': expected is a time span, hours:minutes:seconds, such as 00:00:30.")]
    [InlineData("Coordinator:Duties:Parallel", "65", "The field Coordinator:Duties:Parallel must be between 1 and 64.")]
    [InlineData("Coordinator:Tenants:0", "city.example", "Coordinator:Tenants has to hold Entra ids, such as 00000000-0000-0000-0000-000000000000.")]
    [InlineData("Coordinator:Coordinators", "ana", "Coordinator:Coordinators is 'ana': expected is a list, in an environment variable Coordinator__Coordinators__0 and so on.")]
    [InlineData("Coordinator:Storage:Path", " ", "The Coordinator:Storage:Path field is required.")]
    public void Setting_that_cannot_be_meant_is_told_with_its_path(string path, string value, string told) =>
        Assert.Equal([told], SettingsCheck.Problems(Settings((path, value))));

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Assert.Equal(2, SettingsCheck.Problems(Settings(("Coordinator:Duties:Paralel", "2"), ("Coordinator:Duties:LookEvery", "soon"))).Count);

    [Fact]
    public void Known_settings_are_taken_in_any_case_of_letters() =>
        Assert.Empty(SettingsCheck.Problems(Settings(
            ("COORDINATOR:STORAGE:PATH", "x.db"), ("Coordinator:Coordinators:0", "c7964c49-c81f-30c0-1bbd-c33001c70885"), ("Other:Key", "x"))));

    [Fact]
    public void Every_options_class_is_known_and_flat()
    {
        var options = typeof(Setting).Assembly.GetTypes().Where(t => t.Name.EndsWith("Options", StringComparison.Ordinal) && t.Namespace!.StartsWith("CoordinatorBot", StringComparison.Ordinal)).ToList();
        Assert.Equal(options.OrderBy(o => o.FullName), Setting.All.Select(s => s.Property.DeclaringType!).Distinct().OrderBy(o => o.FullName));
        foreach (var setting in Setting.All)
            Assert.True(setting.IsList || Type.GetTypeCode(setting.Property.PropertyType) is not TypeCode.Object || setting.Property.PropertyType == typeof(TimeSpan) || setting.Property.PropertyType == typeof(TimeOnly)
                || Nullable.GetUnderlyingType(setting.Property.PropertyType) is not null || setting.Property.PropertyType == typeof(Uri), $"{setting.Path} is neither a value nor a list of values.");
        var validated = typeof(Setting).Assembly.GetTypes().SelectMany(t => t.GetInterfaces()).Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidateOptions<>)).Select(i => i.GenericTypeArguments[0]);
        Assert.Empty(options.Except(validated));
    }

    private static IConfiguration Settings(params (string Path, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Path, (string?)s.Value))).Build();
}
