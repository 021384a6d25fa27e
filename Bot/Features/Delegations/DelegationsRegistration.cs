using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Duties;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Registers delegations.</summary>
public static class DelegationsRegistration
{
    /// <summary>Everything from the first nominee to the confirmed delegation.</summary>
    public static IServiceCollection AddDelegations(this IServiceCollection services)
    {
        services.AddSingleton<CurrentDelegation>();
        services.AddSingleton<DelegationDesk>();
        services.AddSingleton<WhichDelegation>();
        services.AddSingleton<PendingLists>();
        services.AddSingleton<ListPreview>();
        services.AddSingleton<NominatePeople>();
        services.AddSingleton<NomineeWords>();
        services.AddSingleton<PastPeople>();
        services.AddSingleton<AlikePeople>();
        services.AddSingleton<MakeOnePerson>();
        services.AddSingleton<ReviewDesk>();
        services.AddPerformer<ExchangeState, AsksReviewers>();
        services.AddSingleton<BoardLinks>();
        services.AddSingleton<Boards>();
        services.AddSingleton<RosterExports>();
        services.AddSingleton<DelegationReasons>();
        services.AddPerformer<ExchangeState, TellsLeads>().AddPerformer<ExchangeState, TellsCandidates>();
        return services
            .AddTalking<ShowDelegation>().AddTalking<NomineesDialogue>().AddTalking<ImportNominees>().AddTalking<CorrectColumns>()
            .AddTalking<ProposeTheSeats>().AddTalking<ChooseTheSeats>().AddTalking<EditSeatPlan>().AddTalking<CorrectNominee>().AddTalking<RemoveNominee>()
            .AddTalking<NominateByForm>().AddTalking<RankNominees>().AddTalking<SuggestPeople>().AddTalking<SamePeople>()
            .AddTalking<NameTheReviewers>().AddTalking<ReviewNominees>().AddTalking<NameTheLead>().AddTalking<DecideDelegation>().AddTalking<ShowRoster>().AddTalking<ShowSeats>().AddTalking<ShowDecisions>().AddTalking<OpenBoard>().AddTalking<ExportTheRoster>()
            .AddTalking<ChangeFrozenRoster>().AddTalking<SubmitDelegation>().AddTalking<TellTheOthers>();
    }
}
