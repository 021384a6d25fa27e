using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Duties;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Features.Invitations;

/// <summary>Registers invitations.</summary>
public static class InvitationsRegistration
{
    /// <summary>How people talk about invitations, and how their cards reach them.</summary>
    public static IServiceCollection AddInvitations(this IServiceCollection services)
    {
        services.AddSingleton<InvitationDocuments>();
        services.AddSingleton<InvitationViews>();
        services.AddSingleton<InvitationPreviews>();
        services.AddSingleton<AttentionViews>();
        services.AddSingleton<AttentionDesk>();
        services.AddSingleton<InvitationLinks>();
        services.AddSingleton<ReachPeople>();
        services.AddSingleton<ReachDelegates>();
        services.AddOptions<WakingOptions>().BindConfiguration(WakingOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WakingOptions>, WakingOptionsValidator>();
        services.AddSingleton<IAdmission<ExchangeState>, QuietHours>();
        services.AddPerformer<ExchangeState, RemindsDelegates>().AddPerformer<ExchangeState, TellsWithdrawals>();
        services.AddPerformer<ExchangeState, ShowsInvitations>().AddPerformer<ExchangeState, TellsDelegates>().AddPerformer<ExchangeState, ShowsAttention>();
        return services.AddTalking<SendInvitations>().AddTalking<AnswerInvitations>().AddTalking<SettleAttention>().AddTalking<FillSeats>().AddTalking<SettleRosters>().AddTalking<RemindPeople>().AddTalking<MutesReminders>().AddTalking<CorrectInvitations>();
    }
}
