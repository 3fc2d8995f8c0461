using CommerceVideo.Bench;
using CommerceVideo.Bench.Intake;

return args is [IntakeHost.Verb, var database, var secret]
    ? await IntakeHost.RunAsync(database, secret)
    : await BenchCommand.RunAsync(args, CancellationToken.None);
