using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>A model as it stands at this moment for this shop.</summary>
/// <param name="Connected">Its provider has a key, or needs none.</param>
/// <param name="Allowed">The installation allows it.</param>
public sealed record ModelStanding(VideoModel Model, bool Connected, bool Allowed)
{
    /// <summary>Its provider failed often just now and is left alone for a moment.</summary>
    public bool Down { get; init; }

    /// <summary>It answered repeatedly that it is gone, whatever the register says.</summary>
    public bool Gone { get; init; }

    /// <summary>How long its recent requests waited and rendered, median; null when nothing recent is known.</summary>
    public TimeSpan? RecentTime { get; init; }

    /// <summary>Requests of ours that it renders, or that wait for it: one more comes after them.</summary>
    public int Waiting { get; init; }

    public LearnedResults Learned { get; init; } = LearnedResults.None;

    /// <summary>From now until a Clip is here: our own queue, the provider's and rendering.</summary>
    public TimeSpan ExpectedTime =>
        (RecentTime ?? TimeSpan.FromSeconds(Model.TypicalSeconds)) * (1 + (Waiting / Math.Max(1, Model.AtOnce)));

    /// <summary>How many times longer than usual it takes just now.</summary>
    public double Delay => ExpectedTime.TotalSeconds / Math.Max(1, Model.TypicalSeconds);
}
