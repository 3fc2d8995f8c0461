namespace CommerceVideo.VideoModels.Studio;

/// <summary>What the studio can be asked for.</summary>
internal static class StudioRules
{
    private const double Shortest = 0.2;
    private const double Longest = 60;

    /// <summary>Why this cannot be made from a picture alone, in words a person understands; null when it can.</summary>
    public static string? Refusal(GenerationRequest request) =>
        request switch
        {
            { Shot.Move: ShotMove.Walk or ShotMove.Scene } =>
                "The studio films the photo as it is; it cannot show a person walking or a new scene.",
            { Shot.Start: not ShotStart.Picture } => "The studio needs a shot that starts from the picture.",
            { Shot.Seconds: not (>= Shortest and <= Longest) } =>
                $"The studio makes shots of {Shortest} to {Longest} seconds.",
            { Shot.Ratio: { Width: < 1 } or { Height: < 1 } } => "The shot has no shape.",
            { Scale: not (> 0 and <= 1) } => "The scale must be above 0 and at most 1.",
            _ => null,
        };
}
