using System.Collections.Immutable;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>Letters about a delegation to people whom Teams doesn't reach: they say what the card says, and there is nothing to press.</summary>
public static class DelegationLetters
{
    /// <summary>To somebody who was nominated and holds no seat.</summary>
    public static Letter Told(ToldView view, string name, Texts texts) => new(texts.Language, ToldCard.Summary(view, texts),
    [
        new LetterPart.Words(texts.Say("letter.greeting", ("name", name))),
        new LetterPart.Words(ToldCard.Text(view, texts)),
        .. Closing(view.Coordinator, view.CoordinatorMail, texts),
    ]);

    /// <summary>To a lead, about what a coordinator decided.</summary>
    public static Letter LeadNews(LeadNewsView view, string name, Texts texts) => new(texts.Language, LeadNewsCard.Summary(view, texts),
    [
        new LetterPart.Words(texts.Say("letter.greeting", ("name", name))),
        new LetterPart.Heading(view.Title),
        new LetterPart.Notice(LeadNewsCard.Summary(view, texts)),
        .. Fact(texts["lead.reason"], view.Reason),
        .. Closing(view.Coordinator, view.CoordinatorMail, texts),
    ]);

    /// <summary>To a lead or a coordinator: somebody who had accepted doesn't come after all.</summary>
    public static Letter Withdrawal(WithdrawalView view, string name, Texts texts) => new(texts.Language, WithdrawalCard.Summary(view, texts),
    [
        new LetterPart.Words(texts.Say("letter.greeting", ("name", name))),
        new LetterPart.Notice(WithdrawalCard.Text(view, texts)),
        .. Fact(texts["attention.note"], view.Note),
        .. Fact(texts["withdrawal.alternate"], view.Alternate),
        .. Closing(view.Coordinator, view.CoordinatorMail, texts),
    ]);

    private static ImmutableArray<LetterPart> Fact(string label, string? value) => value is null ? [] : [new LetterPart.Fact(label, value)];

    private static ImmutableArray<LetterPart> Closing(string coordinator, string? mail, Texts texts) => mail is null
        ? Fact(texts["told.questions"], coordinator)
        : [new LetterPart.Fact(texts["told.questions"], $"{coordinator}, {mail}"), new LetterPart.Aside(texts.Say("letter.footer", ("coordinator", coordinator)))];
}
