using AdaptiveCards;

namespace CoordinatorBot.Sdk.Tests.Cards;

/// <summary>
/// Makes cards of everything schema 1.5 knows, the same for the same seed. Left out is what the object model can say and that schema
/// can't: <c>choices.data</c>, filtered choices, italic blocks, height of columns, <c>firstRowAsHeaders</c> (which the schema names
/// without its s), <c>rtl</c> of containers (which it names <c>rtl?</c>).
/// </summary>
internal sealed class CardGenerator(int seed)
{
    private const int Deepest = 2;

    private readonly Random _random = new(seed);
    private int _depth;
    private int _ids;

    public AdaptiveCard Card()
    {
        var card = new AdaptiveCard("1.5")
        {
            FallbackText = Maybe(Text),
            Speak = Maybe(Text),
            Lang = Maybe(() => "es"),
            MinHeight = Maybe(() => "50px"),
            Rtl = Flag() ? Flag() : null,
            BackgroundImage = Maybe(Background),
            VerticalContentAlignment = Any<AdaptiveVerticalContentAlignment>(),
            SelectAction = Maybe(SelectAction),
            Refresh = Maybe(() => new AdaptiveRefresh { Action = Maybe(() => Filled(new AdaptiveExecuteAction { Verb = "view" })), UserIds = Some(Text) }),
        };
        card.Body.AddRange(Some(Element));
        card.Actions.AddRange(Some(Action));
        return card;
    }

    private AdaptiveElement Element()
    {
        var element = NewElement(_random.Next(_depth < Deepest ? 16 : 12));
        element.Id = "e" + _ids++;
        element.Spacing = Any<AdaptiveSpacing>();
        element.Separator = Flag();
        element.IsVisible = Flag();
        element.Height = Flag() ? AdaptiveHeight.Auto : AdaptiveHeight.Stretch;
        element.Requires = Maybe(() => new Dictionary<string, string> { ["feature"] = "1.0" });
        element.Fallback = Fallback(() => new AdaptiveTextBlock("instead"));
        if (element is AdaptiveInput input)
            (input.Label, input.IsRequired, input.ErrorMessage) = (Maybe(Text), Flag(), Maybe(Text));
        return element;
    }

    private AdaptiveElement NewElement(int kind) => kind switch
    {
        0 => TextBlock(),
        1 => new AdaptiveRichTextBlock { HorizontalAlignment = Alignment(), Inlines = Some<AdaptiveInline>(TextRun) },
        2 => Image(),
        3 => new AdaptiveImageSet { ImageSize = Any<AdaptiveImageSize>(), Images = Some(Image) },
        4 => new AdaptiveFactSet { Facts = Some(() => new AdaptiveFact(Text(), Text())) },
        5 => new AdaptiveMedia { Sources = Some(() => new AdaptiveMediaSource("video/mp4", "https://example.org/v.mp4")), Poster = Maybe(Url), AltText = Maybe(Text) },
        6 => TextInput(),
        7 => new AdaptiveNumberInput { Min = Number(), Max = Number(), Value = Number(), Placeholder = Maybe(Text) },
        8 => new AdaptiveDateInput { Min = Maybe(() => "2027-01-01"), Max = Maybe(() => "2027-12-31"), Value = Maybe(() => "2027-05-12"), Placeholder = Maybe(Text) },
        9 => new AdaptiveTimeInput { Min = Maybe(() => "08:00"), Max = Maybe(() => "18:00"), Value = Maybe(() => "16:30"), Placeholder = Maybe(Text) },
        10 => new AdaptiveToggleInput { Title = Text(), Value = Maybe(() => "True"), ValueOn = Maybe(Text), ValueOff = Maybe(Text), Wrap = Flag() },
        11 => ChoiceSet(),
        12 => new AdaptiveActionSet { Actions = Some(Action) },
        13 => Deeper(Container),
        14 => Deeper(ColumnSet),
        _ => Deeper(Table),
    };

    private AdaptiveTextBlock TextBlock() => new(Text())
    {
        Size = Any<AdaptiveTextSize>(),
        Weight = Any<AdaptiveTextWeight>(),
        Color = Any<AdaptiveTextColor>(),
        FontType = Any<AdaptiveFontType>(),
        IsSubtle = Flag(),
        HorizontalAlignment = Alignment(),
        Wrap = Flag(),
        MaxLines = _random.Next(3),
        Style = Any<AdaptiveTextBlockStyle>(),
    };

    private AdaptiveTextRun TextRun() => new(Text())
    {
        Size = Any<AdaptiveTextSize>(),
        Weight = Any<AdaptiveTextWeight>(),
        Color = Any<AdaptiveTextColor>(),
        FontType = Any<AdaptiveFontType>(),
        IsSubtle = Flag(),
        Italic = Flag(),
        Strikethrough = Flag(),
        Highlight = Flag(),
        Underline = Flag(),
        SelectAction = Maybe(SelectAction),
    };

    private AdaptiveImage Image() => new(Url())
    {
        AltText = Maybe(Text),
        Size = Any<AdaptiveImageSize>(),
        Style = Any<AdaptiveImageStyle>(),
        HorizontalAlignment = Alignment(),
        BackgroundColor = Maybe(() => "#ff00aa"),
        PixelWidth = (uint)_random.Next(3),
        PixelHeight = (uint)_random.Next(3),
        SelectAction = Maybe(SelectAction),
    };

    private AdaptiveTextInput TextInput() => new()
    {
        Style = Any<AdaptiveTextInputStyle>(),
        IsMultiline = Flag(),
        MaxLength = _random.Next(3),
        Regex = Maybe(() => "^x$"),
        Value = Maybe(Text),
        Placeholder = Maybe(Text),
        InlineAction = Maybe(SelectAction),
    };

    private AdaptiveChoiceSetInput ChoiceSet() => new()
    {
        Style = Flag() ? AdaptiveChoiceInputStyle.Compact : AdaptiveChoiceInputStyle.Expanded,
        IsMultiSelect = Flag(),
        Wrap = Flag(),
        Placeholder = Maybe(Text),
        Value = Maybe(() => "a,b"),
        Choices = Some(() => new AdaptiveChoice { Title = Text(), Value = Text() }),
    };

    private AdaptiveContainer Container() => Styled(new AdaptiveContainer
    {
        Items = Some(Element),
        BackgroundImage = Maybe(Background),
        VerticalContentAlignment = Any<AdaptiveVerticalContentAlignment>(),
    });

    private AdaptiveColumnSet ColumnSet() => Styled(new AdaptiveColumnSet { HorizontalAlignment = Alignment(), Columns = Some(Column) });

    private AdaptiveColumn Column() => Styled(new AdaptiveColumn
    {
        Width = Maybe(() => (AdaptiveWidth)Pick("auto", "stretch", "3", "40px")),
        Items = Some(Element),
        BackgroundImage = Maybe(Background),
        Rtl = Flag() ? Flag() : null,
        VerticalContentAlignment = Any<AdaptiveVerticalContentAlignment>(),
        Separator = Flag(),
        Spacing = Any<AdaptiveSpacing>(),
    });

    private AdaptiveTable Table() => new()
    {
        ShowGridLines = Flag(),
        GridStyle = Flag() ? Any<AdaptiveContainerStyle>() : null,
        HorizontalCellContentAlignment = Any<AdaptiveHorizontalContentAlignment>(),
        VerticalCellContentAlignment = Any<AdaptiveVerticalContentAlignment>(),
        Columns = Some(() => Flag()
            ? new AdaptiveTableColumnDefinition { Width = 2, HorizontalContentAlignment = Any<AdaptiveHorizontalContentAlignment>() }
            : new AdaptiveTableColumnDefinition { PixelWidth = 40.5, VerticalContentAlignment = Any<AdaptiveVerticalContentAlignment>() }),
        Rows = Some(() => new AdaptiveTableRow { Style = Flag() ? Any<AdaptiveContainerStyle>() : null, Cells = Some(() => Styled(new AdaptiveTableCell { Items = Some(Element) })) }),
    };

    private T Styled<T>(T element)
        where T : AdaptiveCollectionElement
    {
        element.Style = Flag() ? Any<AdaptiveContainerStyle>() : null;
        element.Bleed = Flag();
        element.MinHeight = Maybe(() => "80px");
        element.SelectAction = Maybe(SelectAction);
        return element;
    }

    private AdaptiveAction Action() =>
        _depth < Deepest && _random.Next(5) == 0 ? Deeper(() => Filled(new AdaptiveShowCardAction { Card = Card() })) : SelectAction();

    private AdaptiveAction SelectAction() => _random.Next(4) switch
    {
        0 => Filled(new AdaptiveSubmitAction { Data = Data(), AssociatedInputs = Any<AdaptiveAssociatedInputs>() }),
        1 => Filled(new AdaptiveExecuteAction { Verb = Maybe(Text), Data = Data(), AssociatedInputs = Any<AdaptiveAssociatedInputs>() }),
        2 => Filled(new AdaptiveOpenUrlAction { UrlString = Url() }),
        _ => Filled(new AdaptiveToggleVisibilityAction { TargetElements = Some(() => Flag() ? "e1" : new AdaptiveTargetElement("e2", Flag())) }),
    };

    private T Filled<T>(T action)
        where T : AdaptiveAction
    {
        (action.Id, action.Title, action.IconUrl, action.Tooltip) = ("a" + _ids++, Maybe(Text), Maybe(Url), Maybe(Text));
        (action.Style, action.IsEnabled, action.Mode) = (Pick("default", "positive", "destructive"), Flag(), Any<AdaptiveActionMode>());
        action.Requires = Maybe(() => new Dictionary<string, string> { ["feature"] = "*" });
        action.Fallback = Fallback(() => new AdaptiveSubmitAction { Title = "instead" });
        return action;
    }

    private AdaptiveFallbackElement? Fallback(Func<AdaptiveTypedElement> content) => _random.Next(4) switch
    {
        0 => new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop),
        1 => new AdaptiveFallbackElement(content()),
        2 => new AdaptiveFallbackElement(),
        _ => null,
    };

    private AdaptiveBackgroundImage Background() => Flag()
        ? new AdaptiveBackgroundImage(Url())
        : new AdaptiveBackgroundImage(Url(), Any<AdaptiveImageFillMode>(), Alignment(), Any<AdaptiveVerticalAlignment>());

    private object? Data() => _random.Next(4) switch
    {
        0 => "text",
        1 => new { id = 7, none = (string?)null },
        2 => new Dictionary<string, object?> { ["list"] = new[] { 1, 2 }, ["none"] = null },
        _ => null,
    };

    // The schema doesn't know the fourth alignment of the object model.
    private AdaptiveHorizontalAlignment Alignment() => (AdaptiveHorizontalAlignment)_random.Next(3);

    private double Number() => Flag() ? double.NaN : _random.NextDouble() * 10;

    private string Text() => Pick("", "x", "Añadir \"quotes\" <b>", "🎉\n**bold**", "{{DATE(2027-05-12T10:00:00Z)}}");

    private string Url() => Pick("https://example.org/a.png", "https://example.org/b?q=1#f");

    private bool Flag() => _random.Next(2) == 0;

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    private T Any<T>()
        where T : struct, Enum =>
        Pick(Enum.GetValues<T>());

    private T? Maybe<T>(Func<T> make)
        where T : class =>
        Flag() ? make() : null;

    private List<T> Some<T>(Func<T> make) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => make())];

    private T Deeper<T>(Func<T> make)
    {
        _depth++;
        var made = make();
        _depth--;
        return made;
    }
}
