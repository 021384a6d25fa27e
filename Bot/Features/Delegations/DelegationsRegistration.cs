using CoordinatorBot.Conversation;

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
        return services
            .AddTalking<ShowDelegation>().AddTalking<NomineesDialogue>().AddTalking<ImportNominees>()
            .AddTalking<ChooseTheSeats>().AddTalking<EditSeatPlan>().AddTalking<CorrectNominee>().AddTalking<RemoveNominee>()
            .AddTalking<NameTheLead>().AddTalking<DecideDelegation>().AddTalking<ShowRoster>().AddTalking<ShowSeats>();
    }
}
