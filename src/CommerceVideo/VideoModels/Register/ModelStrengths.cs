namespace CommerceVideo.VideoModels.Register;

/// <summary>What a model is good at, 0 to 5, before anything is learned of it here.</summary>
/// <param name="Source">Where the figures come from.</param>
public sealed record ModelStrengths(
    double Fabric,
    double Motion,
    double Cinematic,
    double Control,
    double Speed,
    string Source
)
{
    public const int Most = 5;
}

/// <summary>A dated score of a public arena (Bradley-Terry); other boards' scales are never mixed in.</summary>
public sealed record ArenaScore(int Score, int PlusMinus, DateOnly On, string Board);
