using CoordinatorBot.Benchmarks;

switch (args)
{
    case ["storage"]:
        await StorageBenchmark.RunAsync();
        break;
    default:
        Console.WriteLine("Name what to measure: storage.");
        break;
}
