using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>One of two who may be the same person.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Title">What they do.</param>
/// <param name="Organisation">Where they work.</param>
/// <param name="Mail">Their mail address.</param>
/// <param name="InTeams">Whether Teams knows them.</param>
/// <param name="Known">Where they are known from, in words.</param>
public sealed record AlikeView(PersonId Id, string Name, string? Title, string? Organisation, string? Mail, bool InTeams, string Known);

/// <summary>Two who may be the same person.</summary>
/// <param name="Ref">The delegation it is asked for.</param>
/// <param name="Kept">Who they would be.</param>
/// <param name="Merged">Who would be merged into them.</param>
/// <param name="More">How many pairs there are besides.</param>
public sealed record SamePersonView(DelegationRef Ref, AlikeView Kept, AlikeView Merged, int More);

/// <summary>Asks whether two are the same person. Nobody is merged unasked.</summary>
public static class SamePersonCard
{
    /// <summary>The member of a button's data with who is kept.</summary>
    public const string Kept = "kept";

    /// <summary>The member of a button's data with who is merged.</summary>
    public const string Merged = "merged";

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The two.</param>
    /// <param name="note">What was just done; null for nothing.</param>
    /// <param name="flaw">Why it could not be done; null at first.</param>
    public static AdaptiveCard For(Texts texts, SamePersonView view, string? note = null, string? flaw = null) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts["same.heading"]),
            MemberLines.Note(note),
            MemberLines.Flaw(flaw),
            Ui.Box(AdaptiveContainerStyle.Emphasis, One(texts, view.Kept)),
            Ui.Box(AdaptiveContainerStyle.Emphasis, One(texts, view.Merged)),
            Ui.Text(texts.Say("same.what", ("person", MemberLines.Isolated(view.Kept.Name)))),
            view.More > 0 ? Ui.Subtle(texts.Say("same.more", ("count", view.More))) : null,
        ],
        Ui.Button(texts["same.yes"], DelegationVerbs.OnePerson, Data(view), "positive"),
        Ui.Button(texts["same.no"], DelegationVerbs.TwoPeople, Data(view)),
        Ui.Button(texts["delegation.later"], DelegationVerbs.Show, view.Ref.Data()));

    private static VerbData Data(SamePersonView view) => view.Ref.Data((Kept, view.Kept.Id.ToString()), (Merged, view.Merged.Id.ToString()));

    private static IEnumerable<AdaptiveElement?> One(Texts texts, AlikeView one) =>
    [
        Ui.Section(MemberLines.Isolated(one.Name)),
        Line(one.Title, one.Organisation) is { Length: > 0 } work ? Ui.Text(work) : null,
        Ui.Subtle(string.Join(" · ", new[] { one.Mail ?? texts["delegation.no-mail"], one.InTeams ? texts["same.in-teams"] : null, one.Known }.OfType<string>())),
    ];

    private static string Line(string? title, string? organisation) => string.Join(", ", new[] { title, organisation }.OfType<string>().Select(MemberLines.Isolated));
}
