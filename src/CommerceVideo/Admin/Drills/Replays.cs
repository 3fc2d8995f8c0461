using System.Globalization;
using CommerceVideo.Briefs;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Admin.Drills;

/// <summary>
/// Puts the Briefs of a drill to be made again, each as a new version on its successor: the same Shots and the same note,
/// beside what is there. They belong to one run, whose cap holds; a drill that is repeated starts nothing twice.
/// </summary>
internal sealed class Replays(AppDb db, WorkQueue work, TimeProvider time)
{
    public async Task<int> StartAsync(
        string model,
        DateOnly ends,
        IReadOnlyList<DrilledBrief> briefs,
        CancellationToken ct
    )
    {
        var run = string.Create(CultureInfo.InvariantCulture, $"drill-{model}-{ends:yyyy-MM-dd}");
        var started = 0;
        foreach (var brief in briefs.Where(static brief => brief.Change.To is not null))
        {
            started += await StartAsync(brief, run, ct) ? 1 : 0;
        }

        return started;
    }

    private async Task<bool> StartAsync(DrilledBrief drilled, string run, CancellationToken ct)
    {
        var brief = await db.Briefs.AsNoTracking().SingleAsync(b => b.Id == drilled.Id, ct);
        var versions = await db
            .Briefs.Where(b =>
                b.ProductId == brief.ProductId && b.ContentHash == brief.ContentHash && b.Use == brief.Use
            )
            .Select(static b => new { b.Version, b.Run })
            .ToListAsync(ct);
        if (versions.Exists(version => version.Run == run))
        {
            return false;
        }

        var again = new PlannedBrief
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            ShopId = brief.ShopId,
            ProductId = brief.ProductId,
            SourceImageId = brief.SourceImageId,
            ContentHash = brief.ContentHash,
            Use = brief.Use,
            State = BriefState.Generating,
            Shots = brief.Shots,
            Version = versions.Max(static version => version.Version) + 1,
            WantedModel = drilled.Change.To,
            Note = brief.Note,
            Run = run,
            CreatedAt = time.GetUtcNow(),
        };
        db.Briefs.Add(again);
        await work.SaveAsync(db, [StartShotsStep.For(again.ShopId, again.Id)], ct);
        return true;
    }
}
