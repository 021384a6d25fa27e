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
    case ["import"]:
        return ImportBenchmark.Run();
    default:
        Console.WriteLine("Name what to measure: storage, turns, rsvp, selection, import.");
        break;
}

return 0;
