using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Exchanges;

/// <summary>What the buttons of an exchange's cards ask for, and what they carry.</summary>
public static class ExchangeVerbs
{
    /// <summary>Opens an exchange of the list. Carries <see cref="Exchange"/>.</summary>
    public const string Open = "exchange.open";

    /// <summary>Shows the card of the exchange in place of what is there. Carries <see cref="Exchange"/>.</summary>
    public const string Show = "exchange.show";

    /// <summary>Goes on with the questions of a draft. Carries <see cref="Exchange"/>.</summary>
    public const string Resume = "exchange.resume";

    /// <summary>Asks which cities take part. Carries <see cref="Exchange"/>.</summary>
    public const string AskCities = "exchange.ask-cities";

    /// <summary>Takes the dates picked on the card of the dialogue. Carries <see cref="Exchange"/> and <see cref="Once"/>.</summary>
    public const string Dates = "exchange.dates";

    /// <summary>Shows a form. Carries <see cref="Exchange"/> and <see cref="Part"/>.</summary>
    public const string Edit = "exchange.edit";

    /// <summary>Saves a form. Carries <see cref="Exchange"/>, <see cref="Part"/>, <see cref="Seen"/>, <see cref="Asked"/> and <see cref="Once"/>.</summary>
    public const string Save = "exchange.save";

    /// <summary>Shows the agenda. Carries <see cref="Exchange"/>.</summary>
    public const string Agenda = "exchange.agenda";

    /// <summary>Shows the form for the session that is chosen. Carries <see cref="Exchange"/>.</summary>
    public const string EditSession = "exchange.edit-session";

    /// <summary>Shows the form for a new session. Carries <see cref="Exchange"/>.</summary>
    public const string AddSession = "exchange.add-session";

    /// <summary>Adds or changes a session. Carries <see cref="Exchange"/>, <see cref="Once"/> and, where it is changed, <see cref="Was"/>.</summary>
    public const string PutSession = "exchange.put-session";

    /// <summary>Takes a session off the agenda. Carries <see cref="Exchange"/>, <see cref="Once"/> and <see cref="Was"/>.</summary>
    public const string RemoveSession = "exchange.remove-session";

    /// <summary>Moves the session that is chosen before or after its neighbour. Carries <see cref="Exchange"/> and <see cref="Once"/>.</summary>
    public const string MoveSession = "exchange.move-session";

    /// <summary>Puts the usual sessions in place of all there are. Carries <see cref="Exchange"/> and <see cref="Once"/>.</summary>
    public const string UsualSessions = "exchange.usual-sessions";

    /// <summary>Asks whether to call the exchange off. Carries <see cref="Exchange"/>.</summary>
    public const string AskCancel = "exchange.ask-cancel";

    /// <summary>Calls the exchange off. Carries <see cref="Exchange"/>, <see cref="Asked"/> and <see cref="Once"/>.</summary>
    public const string Cancel = "exchange.cancel";

    /// <summary>Undoes the last thing the person did. Carries <see cref="Exchange"/> and <see cref="Once"/>.</summary>
    public const string Undo = "exchange.undo";

    /// <summary>Opens a city's delegation; handled by Delegations. Carries <see cref="Exchange"/> and <see cref="Delegation"/>.</summary>
    public const string FormDelegation = "delegation.open";

    /// <summary>Previews who would be invited; handled by Invitations. Carries <see cref="Exchange"/> and <see cref="Once"/>.</summary>
    public const string PreviewInvitations = "invitation.preview";

    /// <summary>Identity of the exchange.</summary>
    public const string Exchange = "exchange";

    /// <summary>Identity of a delegation.</summary>
    public const string Delegation = "delegation";

    /// <summary>Which form: the name of an <see cref="ExchangePart"/>.</summary>
    public const string Part = "part";

    /// <summary>What the form was filled with, as a digest: tells whether somebody changed it meanwhile.</summary>
    public const string Seen = "seen";

    /// <summary>Key of the session a form was filled with.</summary>
    public const string Was = "was";

    /// <summary>How many people were named in the question that was confirmed; 0 where nothing was asked.</summary>
    public const string Asked = "asked";

    /// <summary>Differs from card to card, so that the same press may be meant again later.</summary>
    public const string Once = "once";

    internal static VerbData Of(ExchangeId id) => VerbData.Of((Exchange, id.ToString()));

    internal static VerbData Of(ExchangeId id, string once) => VerbData.Of((Exchange, id.ToString()), (Once, once));
}

/// <summary>The forms an exchange is edited by.</summary>
public enum ExchangePart
{
    /// <summary>What it is for and made of.</summary>
    Design,

    /// <summary>Where and when.</summary>
    Terms,

    /// <summary>The dates counted back from the first day.</summary>
    Deadlines,

    /// <summary>How it goes after answers: reminders, alternates.</summary>
    Answers,
}
