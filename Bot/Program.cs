using CoordinatorBot.Simulator;

var builder = WebApplication.CreateBuilder(args);
builder.AddSimulator();

var app = builder.Build();
app.MapSimulator();
app.Run();

public partial class Program;
