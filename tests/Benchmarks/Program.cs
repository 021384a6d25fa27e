using CoordinatorBot.Benchmarks;

switch (args)
{
    case ["storage"]:
        await StorageBenchmark.RunAsync();
        break;
    case ["turns", ..]:
        return await TurnBenchmark.RunAsync(args.AsMemory(1));
    case ["rsvp", ..]:
        return await RsvpBenchmark.RunAsync(args.AsMemory(1));
    case ["selection", ..]:
        return SelectionBenchmark.Run(args.AsSpan(1));
    default:
        Console.WriteLine("Name what to measure: storage, turns, rsvp, selection.");
        break;
}

return 0;
