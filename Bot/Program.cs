using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Duties;
using CoordinatorBot.Edges.Graph;
using CoordinatorBot.Edges.Mail;
using CoordinatorBot.Edges.Storage;
using CoordinatorBot.Edges.Teams;
using CoordinatorBot.Edges.Web;
using CoordinatorBot.Features.Access;
using CoordinatorBot.Features.Delegations;
using CoordinatorBot.Features.Digests;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.Invitations;
using CoordinatorBot.Features.Invitations.Page;
using CoordinatorBot.Features.People;
using CoordinatorBot.Hosting;
using CoordinatorBot.Simulator;
using CoordinatorBot.Streams;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.AddSimulator().KeepChats();
builder.Services.AddStorage(builder.Configuration);
builder.Services.AddStreams().AddStreamKind(ExchangeStream.Kind).AddStreamKind(ChannelStream.Kind);
builder.Services.AddDuties().AddDutiesOf<ExchangeState>().AddDutiesOf<ChannelState>();
builder.Services.AddConversation().AddTeams().AddAccess().AddPeople().AddExchanges().AddDelegations().AddInvitations().AddInvitationPage().AddDigests();
builder.Services.AddGraph(builder.Configuration).AddMail().AddWeb();

var app = builder.Build();
app.UseHosting();
app.MapSimulator();
app.MapInvitations();
app.MapBoard();
app.MapTeams();
return app.RunOrRefuse();

/// <summary>The host; named so that tests can start it.</summary>
public partial class Program;
