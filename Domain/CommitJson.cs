using System.Text.Json;
using System.Text.Json.Serialization;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;

namespace CoordinatorBot.Domain;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "is", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ExchangeCreated), "exchange.created.v1")]
[JsonDerivedType(typeof(DesignChanged), "exchange.design-changed.v1")]
[JsonDerivedType(typeof(TermsSet), "exchange.terms-set.v1")]
[JsonDerivedType(typeof(DeadlinesSet), "exchange.deadlines-set.v1")]
[JsonDerivedType(typeof(CoordinatorAdded), "exchange.coordinator-added.v1")]
[JsonDerivedType(typeof(CoordinatorRemoved), "exchange.coordinator-removed.v1")]
[JsonDerivedType(typeof(StageReached), "exchange.stage-reached.v1")]
[JsonDerivedType(typeof(ExchangeCancelled), "exchange.cancelled.v1")]
[JsonDerivedType(typeof(ExchangeRestored), "exchange.restored.v1")]
[JsonDerivedType(typeof(CommandUndone), "exchange.command-undone.v1")]
[JsonDerivedType(typeof(CityAdded), "delegation.city-added.v1")]
[JsonDerivedType(typeof(CityRemoved), "delegation.city-removed.v1")]
[JsonDerivedType(typeof(SeatPlanSet), "delegation.plan-set.v1")]
[JsonDerivedType(typeof(LeadNamed), "delegation.lead-named.v1")]
[JsonDerivedType(typeof(CandidateNominated), "candidate.nominated.v1")]
[JsonDerivedType(typeof(CandidateCorrected), "candidate.corrected.v1")]
[JsonDerivedType(typeof(CandidateWithdrawn), "candidate.withdrawn.v1")]
[JsonDerivedType(typeof(CandidatesRanked), "candidate.ranked.v1")]
[JsonDerivedType(typeof(ReviewersNamed), "review.reviewers-named.v1")]
[JsonDerivedType(typeof(CandidateScored), "review.scored.v1")]
[JsonDerivedType(typeof(ConflictDeclared), "review.conflict-declared.v1")]
[JsonDerivedType(typeof(OpinionWithdrawn), "review.opinion-withdrawn.v1")]
[JsonDerivedType(typeof(PeopleMerged), "people.merged.v1")]
[JsonDerivedType(typeof(PeopleKeptApart), "people.kept-apart.v1")]
[JsonDerivedType(typeof(PeopleAskedAgain), "people.asked-again.v1")]
[JsonDerivedType(typeof(SeatTaken), "seat.taken.v1")]
[JsonDerivedType(typeof(SeatVacated), "seat.vacated.v1")]
[JsonDerivedType(typeof(DelegationConfirmed), "delegation.confirmed.v1")]
[JsonDerivedType(typeof(DelegationReopened), "delegation.reopened.v1")]
[JsonDerivedType(typeof(RosterExported), "roster.exported.v1")]
[JsonDerivedType(typeof(InvitationSent), "invitation.sent.v1")]
[JsonDerivedType(typeof(InvitationRecalled), "invitation.recalled.v1")]
[JsonDerivedType(typeof(InvitationAnswered), "invitation.answered.v1")]
[JsonDerivedType(typeof(AnswerRulesSet), "exchange.answer-rules-set.v1")]
[JsonDerivedType(typeof(DelegationProposed), "delegation.proposed.v1")]
[JsonDerivedType(typeof(DelegationSentBack), "delegation.sent-back.v1")]
[JsonDerivedType(typeof(RosterFrozen), "delegation.frozen.v1")]
[JsonDerivedType(typeof(RosterThawed), "delegation.thawed.v1")]
[JsonDerivedType(typeof(SeatsChosen), "delegation.seats-chosen.v1")]
[JsonDerivedType(typeof(ChangeReasoned), "delegation.change-reasoned.v1")]
[JsonDerivedType(typeof(ChangeRequested), "delegation.change-requested.v1")]
[JsonDerivedType(typeof(ChangeAnswered), "delegation.change-answered.v1")]
[JsonDerivedType(typeof(ChangeTakenBack), "delegation.change-taken-back.v1")]
[JsonDerivedType(typeof(CandidateTold), "candidate.told.v1")]
[JsonDerivedType(typeof(InvitationLapsed), "invitation.lapsed.v1")]
[JsonDerivedType(typeof(InvitationRevived), "invitation.revived.v1")]
[JsonDerivedType(typeof(AnswerOverdue), "invitation.overdue.v1")]
[JsonDerivedType(typeof(SeatKept), "invitation.seat-kept.v1")]
[JsonDerivedType(typeof(ReminderAsked), "invitation.reminder-asked.v1")]
[JsonDerivedType(typeof(RemindersMuted), "reminders.muted.v1")]
[JsonDerivedType(typeof(RemindersUnmuted), "reminders.unmuted.v1")]
[JsonDerivedType(typeof(DutyStarted), "duty.started.v1")]
[JsonDerivedType(typeof(DutyDone), "duty.done.v1")]
[JsonDerivedType(typeof(DutyFailed), "duty.failed.v1")]
[JsonDerivedType(typeof(DutyRetried), "duty.retried.v1")]
[JsonDerivedType(typeof(ChannelSubscribed), "channel.subscribed.v1")]
[JsonDerivedType(typeof(ChannelUnsubscribed), "channel.unsubscribed.v1")]
[JsonDerivedType(typeof(DigestAsked), "digest.asked.v1")]
[JsonDerivedType(typeof(DigestRead), "digest.read.v1")]
public abstract partial record Event;

/// <summary>Commits as they are stored. Each event carries its name with a version; an added member needs no new version.</summary>
public static class CommitJson
{
    /// <summary>The bytes of a commit: UTF-8 JSON.</summary>
    public static byte[] Write(Commit commit) => JsonSerializer.SerializeToUtf8Bytes(commit, CommitJsonContext.Default.Commit);

    /// <summary>The commit in these bytes.</summary>
    /// <exception cref="JsonException">They are no commit, or name an event that this version doesn't know.</exception>
    public static Commit Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, CommitJsonContext.Default.Commit) ?? throw new JsonException("A commit is an object.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(Commit))]
internal sealed partial class CommitJsonContext : JsonSerializerContext;
