using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>Somebody who could be put forward, found elsewhere.</summary>
/// <param name="Key">What the button carries: their id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Title">What they do.</param>
/// <param name="Organisation">Where they work.</param>
/// <param name="Sector">What they stood for; null where nobody said.</param>
/// <param name="From">Where they are known from, in words; null for the directory.</param>
public sealed record SuggestedPersonView(string Key, string Name, string? Title, string? Organisation, Sector? Sector, string? From);

/// <summary>Suggests people, each with a button that puts them forward.</summary>
public static class PastPeopleCard
{
    /// <summary>The member of a button's data with who is put forward.</summary>
    public const string Person = "person";

    /// <summary>The member of a button's data with what was searched for.</summary>
    public const string Searched = "searched";

    /// <summary>Most people shown at once; with long names the card stays below 25 KB.</summary>
    public const int Most = 10;

    /// <summary>People of past exchanges.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The delegation.</param>
    /// <param name="people">Who, the likeliest first.</param>
    /// <param name="note">What was just done; null for nothing.</param>
    public static AdaptiveCard Past(Texts texts, DelegationView view, ImmutableArray<SuggestedPersonView> people, string? note = null) => Of(
        texts, view, texts.Say("past.heading", ("city", view.City)), people.IsEmpty ? texts.Say("past.nobody", ("city", view.City)) : texts["past.what"],
        people, DelegationVerbs.PutForward, [], note);

    /// <summary>People found in the directory.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The delegation.</param>
    /// <param name="searched">What was searched for.</param>
    /// <param name="people">Who was found.</param>
    /// <param name="note">What was just done; null for nothing.</param>
    public static AdaptiveCard Found(Texts texts, DelegationView view, string searched, ImmutableArray<SuggestedPersonView> people, string? note = null) => Of(
        texts, view, texts.Say("found.heading", ("said", searched)), texts.Say("found.what", ("city", view.City)),
        people, DelegationVerbs.PutForwardFound, [(Searched, searched)], note);

    private static AdaptiveCard Of(
        Texts texts, DelegationView view, string heading, string what, ImmutableArray<SuggestedPersonView> people, string verb, (string, string)[] data, string? note) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(heading),
            MemberLines.Note(note),
            Ui.Text(what),
            .. people.Take(Most).Select(p => Ui.Row(Line(texts, p), Ui.Button(texts["past.put-forward"], verb, view.Ref.Data([(Person, p.Key), .. data])))),
            people.Length > Most ? Ui.Subtle(texts.Say("past.more", ("count", people.Length - Most))) : null,
        ],
        Ui.Button(texts["nominee.new"], DelegationVerbs.Blank, view.Ref.Data()),
        Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Ref.Data()));

    private static AdaptiveRichTextBlock Line(Texts texts, SuggestedPersonView person)
    {
        var block = new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small };
        block.Inlines.Add(new AdaptiveTextRun(MemberLines.Isolated(MemberLines.Short(person.Name))) { Weight = AdaptiveTextWeight.Bolder });
        var work = string.Join(", ", new[] { person.Title, person.Organisation }.OfType<string>().Select(MemberLines.Short).Select(MemberLines.Isolated));
        if (work.Length > 0)
            block.Inlines.Add(new AdaptiveTextRun($", {work}"));
        if (person.Sector is { } sector && sector != Sector.Unknown)
            block.Inlines.Add(new AdaptiveTextRun($" · {texts[$"sector.{sector.Code}"]}") { IsSubtle = true });
        if (person.From is { } from)
            block.Inlines.Add(new AdaptiveTextRun($" · {from}") { IsSubtle = true });
        return block;
    }
}
