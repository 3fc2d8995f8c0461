namespace CommerceVideo.Routing;

/// <summary>What people and checks said of a model's Clips for one category of products, counted from recorded events.</summary>
public sealed record LearnedResults(int Approved, int Rejected, int Passed, int Failed)
{
    /// <summary>Fewer than these say nothing yet.</summary>
    private const int Few = 3;

    public static LearnedResults None { get; } = new(0, 0, 0, 0);

    /// <summary>The reason that people gave most often when they rejected one.</summary>
    public string? RejectedFor { get; init; }

    public int Judged => Approved + Rejected;

    public int Checked => Passed + Failed;

    public bool IsTried => Judged + Checked >= Few;
}
