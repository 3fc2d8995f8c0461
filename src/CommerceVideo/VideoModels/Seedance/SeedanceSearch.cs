using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Seedance;

/// <summary>Looks through ModelArk's list of tasks, newest first, for the one that carries our mark.</summary>
internal static class SeedanceSearch
{
    public const int PageSize = 100;

    private const int MostPages = 10;

    /// <summary>How far its clock and ours may be apart.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    /// <param name="page">Reads one page, counted from 1; null when it cannot be read.</param>
    public static async Task<SeedanceSight> LookAsync(
        string mark,
        DateTimeOffset sentAt,
        Func<int, Task<ProviderAnswer.Answered?>> page
    )
    {
        var near = new List<SeedanceTask>();
        for (var number = 1; number <= MostPages; number++)
        {
            if (await page(number) is not { } answer)
            {
                return new SeedanceSight(Readable: false, null, []);
            }

            SeedanceTask[] tasks = [.. answer.Body.Items("items").Select(SeedanceTask.Of).OfType<SeedanceTask>()];
            if (Array.Find(tasks, task => task.Mark == mark) is { } ours)
            {
                return new SeedanceSight(Readable: true, ours.Id, []);
            }

            near.AddRange(tasks.Where(task => task.Mark is null && (task.CreatedAt - sentAt)?.Duration() <= Apart));
            if (tasks.Length < PageSize || tasks[^1].CreatedAt < sentAt - Apart)
            {
                break;
            }
        }

        return new SeedanceSight(Readable: true, null, [.. near.Select(static task => task.Id)]);
    }
}

/// <param name="Readable">The list could be read as far as needed.</param>
/// <param name="Ticket">The task that carries our mark.</param>
/// <param name="Near">Tasks without any mark from about that time: one of them may be it.</param>
internal readonly record struct SeedanceSight(bool Readable, string? Ticket, IReadOnlyList<string> Near);
