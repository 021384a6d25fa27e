using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;

namespace CoordinatorBot.Cards.Shared;

/// <summary>Says a refusal: what is the matter, and what to do. The texts are <c>refusal.{type}</c>.</summary>
public static class RefusalText
{
    /// <summary>The text of a refusal.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="refusal">The refusal.</param>
    /// <param name="nameOf">The name of a person, for refusals that name somebody.</param>
    public static string Of(Texts texts, Refusal refusal, Func<PersonId, string> nameOf)
    {
        var key = $"refusal.{refusal.GetType().Name}";
        return refusal switch
        {
            NotYourExchange r => texts.Say(key, ("owner", nameOf(r.Owner))),
            TooLateInStage r => texts.Say(key, ("stage", texts[$"stage.{r.Stage}"])),
            TextOutOfRange r => texts.Say(key, ("field", texts[$"field.{r.Field}"]), ("most", r.Most)),
            SizeOutOfRange r => texts.Say(key, ("given", r.Given), ("min", r.Min), ("max", r.Max)),
            StartsInThePast r => texts.Say(key, ("day", r.StartsOn), ("today", r.Today)),
            StartsTooFarAhead r => texts.Say(key, ("day", r.StartsOn), ("latest", r.Latest)),
            DeadlineInThePast r => texts.Say(key, ("day", r.Given), ("today", r.Today)),
            EndsBeforeItStarts r => texts.Say(key, ("first", r.StartsOn), ("last", r.EndsOn)),
            TooManyDays r => texts.Say(key, ("days", r.Days), ("most", r.Most)),
            SessionOutsideDates r => texts.Say(key, ("day", r.Day), ("days", r.Days)),
            SessionsOverlap r => texts.Say(key, ("day", r.Other.Day), ("session", Exchanges.SessionWords.Name(texts, r.Other)), ("time", Exchanges.SessionWords.Time(texts, r.Other))),
            SessionLengthOutOfRange r => texts.Say(key, ("given", r.Given), ("min", r.Min), ("max", r.Max)),
            TooManySessions r => texts.Say(key, ("most", r.Most)),
            NoSessionBeside r => texts[r.Earlier ? $"{key}-before" : $"{key}-after"],
            CityTakesPart r => texts.Say(key, ("city", r.City)),
            TooManyCities r => texts.Say(key, ("most", r.Most)),
            CityHasCandidates r => texts.Say(key, ("city", r.City), ("count", r.Candidates)),
            RangeUpsideDown r => texts.Say(key, ("sector", texts[$"sector.{r.Sector.Code}"]), ("min", r.Range.Min), ("max", r.Range.Max)),
            MinimumsExceedSeats r => texts.Say(key, ("needed", r.Needed), ("seats", r.Seats)),
            MaximumsBelowSeats r => texts.Say(key, ("possible", r.Possible), ("seats", r.Seats)),
            MoreSeatedThanSeats r => texts.Say(key, ("seated", r.Seated), ("seats", r.Seats)),
            ExceedsSizeCap r => texts.Say(key, ("together", r.Together), ("cap", r.Cap)),
            CandidateIsInvited r => texts.Say(key, ("person", nameOf(r.Person))),
            DoesNotFitPlan r => texts.Say(key, ("count", r.Gaps.Length)),
            RsvpDeadlinePassed r => texts.Say(key, ("due", r.Due), ("coordinator", nameOf(r.Coordinator))),
            SeatIsTaken r => texts.Say(key, ("holder", nameOf(r.Holder))),
            RemindersOutOfRange r => texts.Say(key, ("most", r.Most), ("min", r.Min), ("max", r.Max)),
            OwnerStays r => texts.Say(key, ("owner", nameOf(r.Owner))),
            NoCoordinator r => texts.Say(key, ("person", nameOf(r.Person))),
            RosterIsFrozen r => texts.Say(key, ("city", r.City)),
            RosterIsOpen r => texts.Say(key, ("city", r.City)),
            DecidedAlready r => texts.Say(key, ("city", r.City)),
            NotProposed r => texts.Say(key, ("city", r.City)),
            SeatIsGiven r => texts.Say(key, ("coordinator", nameOf(r.Coordinator))),
            ScoreOutOfRange r => texts.Say(key, ("given", r.Given), ("min", r.Min), ("max", r.Max)),
            TooManyReviewers r => texts.Say(key, ("most", r.Most)),
            BothAreInvited r => texts.Say(key, ("person", nameOf(r.Kept)), ("other", nameOf(r.Merged))),
            LanguageUnknown r => texts.Say(key, ("given", r.Given)),
            GovernmentAboveShare r => texts.Say(key, ("needed", r.Needed), ("most", r.Most), ("percent", r.Percent)),
            _ => texts[key],
        };
    }

    /// <summary>Those a refusal names, for whoever has to find their names first.</summary>
    public static IEnumerable<PersonId> PeopleIn(Refusal refusal) => refusal switch
    {
        NotYourExchange r => [r.Owner],
        CandidateIsInvited r => [r.Person],
        RsvpDeadlinePassed r => [r.Coordinator],
        SeatIsGiven r => [r.Coordinator],
        SeatIsTaken r => [r.Holder],
        OwnerStays r => [r.Owner],
        NoCoordinator r => [r.Person],
        BothAreInvited r => [r.Kept, r.Merged],
        _ => [],
    };
}
