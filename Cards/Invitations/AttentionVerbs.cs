using System.Globalization;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>Names of the verbs by which a coordinator settles what waits for them, and of their input.</summary>
public static class AttentionVerbs
{
    /// <summary>Shows the best alternate of a free seat, to be invited. Changes nothing. Data: exchange, delegation, seat, candidate, once.</summary>
    public const string AskNext = "attention.ask-next";

    /// <summary>Keeps somebody undecided. Data: exchange, invitation, missed.</summary>
    public const string KeepSeat = "attention.keep-seat";

    /// <summary>Gives the seat of somebody undecided away. Data: exchange, invitation, missed; input: <see cref="Reason"/> once the roster is frozen.</summary>
    public const string GiveAway = "attention.give-away";

    /// <summary>Confirms a delegation that was put forward. Data: exchange, delegation, number, anyway.</summary>
    public const string Approve = "attention.approve";

    /// <summary>Sends it back. Data: exchange, delegation, number; input: <see cref="Reason"/>.</summary>
    public const string SendBack = "attention.send-back";

    /// <summary>Approves a change of a frozen roster. Data: exchange, delegation, number.</summary>
    public const string ApproveChange = "attention.approve-change";

    /// <summary>Doesn't. Data: exchange, delegation, number; input: <see cref="Reason"/>.</summary>
    public const string DeclineChange = "attention.decline-change";

    /// <summary>Input of a reason.</summary>
    public const string Reason = "reason";

    /// <summary>Most characters of a reason.</summary>
    public const int ReasonMost = 500;

    /// <summary>A button that asks for a reason first.</summary>
    internal static AdaptiveShowCardAction Asking(string title, string label, string verb, VerbData data, Texts texts, string? style = null) => new()
    {
        Title = title,
        Card = Ui.Card(texts.Language,
            [Ui.TextInput(Reason, label, null, ReasonMost, texts["refusal.ReasonMissing"], lines: true)],
            Ui.Button(title, verb, data, style, inputs: true)),
    };

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static VerbData About(AttentionView view, InvitationId invitation, int missed) =>
        VerbData.Of(("exchange", view.Exchange.ToString()), ("invitation", invitation.ToString()), ("missed", Text(missed)));

    internal static VerbData About(AttentionView view, DelegationId delegation, int number) =>
        VerbData.Of(("exchange", view.Exchange.ToString()), ("delegation", delegation.ToString()), ("number", Text(number)));
}
