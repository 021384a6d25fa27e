using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>Names of the verbs of delegation cards and of their inputs.</summary>
public static class DelegationVerbs
{
    /// <summary>Shows the delegation as a card of its own.</summary>
    public const string Open = "delegation.open";

    /// <summary>Shows the delegation in place of the card that was pressed.</summary>
    public const string Show = "delegation.show";

    /// <summary>Shows the delegation in place of the card that was pressed, and asks for nominees.</summary>
    public const string Form = "delegation.form";

    /// <summary>Asks for nominees.</summary>
    public const string Add = "delegation.add";

    /// <summary>Shows the form for the seats.</summary>
    public const string Seats = "delegation.seats";

    /// <summary>Says who holds the seats.</summary>
    public const string ChooseSeats = "delegation.choose-seats";

    /// <summary>Shows the form for the plan.</summary>
    public const string Plan = "delegation.plan";

    /// <summary>Shows the form for the plan with the wishes that most plans leave open.</summary>
    public const string PlanMore = "delegation.plan-more";

    /// <summary>Sets the plan.</summary>
    public const string SetPlan = "delegation.set-plan";

    /// <summary>Shows all nominees to choose one of.</summary>
    public const string Nominees = "delegation.nominees";

    /// <summary>Shows the form for one nominee.</summary>
    public const string Nominee = "delegation.nominee";

    /// <summary>Corrects a nominee.</summary>
    public const string Correct = "delegation.correct";

    /// <summary>Shows an empty form for a nominee.</summary>
    public const string Blank = "delegation.blank";

    /// <summary>Puts forward whoever is in the form.</summary>
    public const string Nominate = "delegation.nominate";

    /// <summary>Shows the form for the order of nominees.</summary>
    public const string Ranks = "delegation.ranks";

    /// <summary>Sets the order of nominees.</summary>
    public const string SetRanks = "delegation.set-ranks";

    /// <summary>Shows people of past exchanges.</summary>
    public const string Past = "delegation.past";

    /// <summary>Puts somebody of a past exchange forward.</summary>
    public const string PutForward = "delegation.put-forward";

    /// <summary>Puts somebody found in the directory forward.</summary>
    public const string PutForwardFound = "delegation.put-forward-found";

    /// <summary>Says that two are one person.</summary>
    public const string OnePerson = "people.one";

    /// <summary>Says that two are not the same person.</summary>
    public const string TwoPeople = "people.two";

    /// <summary>Shows how the columns of a list were understood, to be corrected.</summary>
    public const string ImportColumns = "import.columns";

    /// <summary>Reads a list again, by corrected columns.</summary>
    public const string ImportReread = "import.reread";

    /// <summary>Shows a list as it was understood.</summary>
    public const string ImportShow = "import.show";

    /// <summary>Takes a nomination back.</summary>
    public const string Remove = "delegation.remove";

    /// <summary>Says the sectors of those whose sector isn't known.</summary>
    public const string SetSectors = "delegation.set-sectors";

    /// <summary>Puts the delegation forward; a coordinator decides.</summary>
    public const string Submit = "delegation.submit";

    /// <summary>Decides the delegation.</summary>
    public const string Confirm = "delegation.confirm";

    /// <summary>Decides it although it departs from its plan.</summary>
    public const string ConfirmAnyway = "delegation.confirm-anyway";

    /// <summary>Shows the form for the lead.</summary>
    public const string Lead = "delegation.lead";

    /// <summary>Names the lead.</summary>
    public const string NameLead = "delegation.name-lead";

    /// <summary>Adds the people of a list that was looked over.</summary>
    public const string ImportAdd = "import.add";

    /// <summary>Throws a list away.</summary>
    public const string ImportCancel = "import.cancel";

    /// <summary>Shows who gets what before a delegation is invited; it belongs to the invitations.</summary>
    public const string Invite = "invitation.preview";
}

/// <summary>Which delegation a card is about.</summary>
/// <param name="Exchange">Its exchange.</param>
/// <param name="Delegation">The delegation.</param>
/// <param name="Once">Another one on each card: the same button may be meant again on a later card.</param>
public sealed record DelegationRef(ExchangeId Exchange, DelegationId Delegation, string Once)
{
    /// <summary>The data of a button about this delegation.</summary>
    public VerbData Data(params ReadOnlySpan<(string Name, string Value)> more) =>
        VerbData.Of([("exchange", Exchange.ToString()), ("delegation", Delegation.ToString()), ("once", Once), .. more]);
}
