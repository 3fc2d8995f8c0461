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

    public LearnedResults Learned { get; init; } = LearnedResults.None;
}

/// <summary>What people and checks said of a model's Clips for one category of products, counted from recorded events.</summary>
public sealed record LearnedResults(int Approved, int Rejected, int Passed, int Failed)
{
    public static LearnedResults None { get; } = new(0, 0, 0, 0);

    public int Judged => Approved + Rejected;
}
