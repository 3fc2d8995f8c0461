using CommerceVideo.Bench.Intake;

switch (args)
{
    case [IntakeHost.Verb, var database, var secret]:
        return await IntakeHost.RunAsync(database, secret);
    case ["intake"]:
        foreach (var figure in await IntakeFigures.RunAsync(CancellationToken.None))
        {
            Console.WriteLine(figure);
        }

        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: bench [NAME...]");
        return 2;
}
