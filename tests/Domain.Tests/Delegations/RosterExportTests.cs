using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Tests.Delegations;

public sealed class RosterExportTests
{
    private static readonly DelegationId Detroit = Ids.Delegation("Detroit");

    [Fact]
    public void An_export_is_recorded_with_its_columns_in_order_and_how_many_it_names()
    {
        var outcome = Given.NominatedDelegation().Send(Story.Owner, new ExportRoster(null, [RosterColumn.Mail, RosterColumn.Name, RosterColumn.Mail, (RosterColumn)99], Alternates: true));

        var exported = Assert.IsType<RosterExported>(Assert.Single(outcome.Events));
        Assert.Equal([RosterColumn.Name, RosterColumn.Mail], exported.Columns);
        Assert.Equal(6, exported.Count);
    }

    [Fact]
    public void Without_alternates_those_who_hold_a_seat_are_in_it() =>
        Assert.Equal(4, Given.NominatedDelegation().Send(Story.Owner, new ExportRoster(Detroit, [RosterColumn.Name], Alternates: false)).Events.OfType<RosterExported>().Single().Count);

    [Fact]
    public void A_lead_takes_out_their_own_city_and_no_other_nor_all()
    {
        var story = Given.NominatedDelegation().With(new AddCity(Ids.Delegation("Flint"), "Flint"));

        story.With(Story.Lead, new ExportRoster(Detroit, [RosterColumn.Name], true));
        story.Ask(Story.Lead, new ExportRoster(Ids.Delegation("Flint"), [RosterColumn.Name], true)).Refused<CoordinatorsOnly>();
        story.Ask(Story.Lead, new ExportRoster(null, [RosterColumn.Name], true)).Refused<CoordinatorsOnly>();
    }

    [Fact]
    public void Nobody_else_takes_anything_out()
    {
        Given.NominatedDelegation().Ask(Story.Stranger, new ExportRoster(Detroit, [RosterColumn.Name], true)).Refused<CoordinatorsOnly>();
        Given.FormingExchange().Ask(Story.Colleague, new ExportRoster(null, [RosterColumn.Name], true)).Refused<NotYourExchange>();
    }

    [Fact]
    public void Without_a_column_there_is_nothing_to_export()
    {
        Given.NominatedDelegation().Ask(Story.Owner, new ExportRoster(null, [], true)).Refused<NothingToExport>();
        Given.NominatedDelegation().Ask(Story.Owner, new ExportRoster(Ids.Delegation("Atlantis"), [RosterColumn.Name], true)).Refused<DelegationUnknown>();
    }

    [Fact]
    public void An_export_neither_can_be_undone_nor_bars_the_way_to_what_was_done_before()
    {
        var story = Given.NominatedDelegation().With(new ExportRoster(null, [RosterColumn.Name], true));

        story.With(new UndoLast());

        Assert.Empty(story.Delegation().Candidates);
    }

    [Fact]
    public void Also_of_an_exchange_that_was_called_off() =>
        Given.CancelledExchange().With(new ExportRoster(null, [RosterColumn.Name], false));
}
