using CommerceVideo.Briefs;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Generation;

/// <summary>An attempt in the hands of one run of its step, whether its provider can be spoken to or not.</summary>
/// <param name="model">Null when it has left the register.</param>
internal class AttemptCase(
    WorkRun work,
    AppDb db,
    Attempt attempt,
    AttemptRows rows,
    VideoModel? model,
    TimeProvider time
)
{
    private Func<AppDb, CancellationToken, Task>? _booking;

    public AppDb Db { get; } = db;

    public Attempt Attempt { get; } = attempt;

    public AttemptRows Rows { get; } = rows;

    public VideoModel? Model { get; } = model;

    public TimeProvider Time { get; } = time;

    public Shot Shot => ShotJson.Read(Rows.Brief.Shots)[Attempt.Shot];

    public void Enter(AttemptState state) => (Attempt.State, Attempt.ChangedAt) = (state, Time.GetUtcNow());

    /// <summary>An entry of the ledger that is written with the next save, or not at all. What is free has none.</summary>
    public void Book(Func<AppDb, CancellationToken, Task> booking) => _booking = Attempt.IsFree ? null : booking;

    public async Task SaveAsync(CancellationToken ct, params IReadOnlyCollection<WorkRequest> next)
    {
        var booking = _booking;
        await work.SaveAsync(Db, booking is null ? null : token => booking(Db, token), ct, next);
        _booking = null;
    }

    public Task EnterAsync(AttemptState state, CancellationToken ct)
    {
        Enter(state);
        return SaveAsync(ct);
    }
}
