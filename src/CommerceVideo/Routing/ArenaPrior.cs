using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>
/// What a public arena says of a model, as a small shift: people judged general prompts there, never a garment against its
/// photo. One board only, because scales differ; an old score fades, because the field moves; pure.
/// </summary>
internal static class ArenaPrior
{
    public const string Board = "arena.ai image-to-video";

    /// <summary>The board's range in 2026, from its last to its first.</summary>
    private const double Lowest = 950;
    private const double Highest = 1500;

    /// <summary>After so long a score says nothing any more.</summary>
    private const double DaysOfLife = 730;

    /// <returns>-0.5 to 0.5; 0 when nothing is known on that day.</returns>
    public static double Of(ArenaScore? arena, DateOnly day)
    {
        if (arena is null || arena.On > day || !string.Equals(arena.Board, Board, StringComparison.Ordinal))
        {
            return 0;
        }

        var age = day.DayNumber - arena.On.DayNumber;
        var fresh = Math.Max(0, 1 - (age / DaysOfLife));

        // What the board itself is not sure of is not counted for the model.
        var place = Math.Clamp((arena.Score - arena.PlusMinus - Lowest) / (Highest - Lowest), 0, 1);
        return (place - 0.5) * fresh;
    }
}
