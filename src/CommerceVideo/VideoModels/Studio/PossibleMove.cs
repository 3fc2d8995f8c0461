using CommerceVideo.Media.Masks;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>The move this picture allows: what needs a sure cut gives way to the camera where there is none.</summary>
/// <param name="Warning">What was asked for and cannot be had; null when nothing changed.</param>
internal readonly record struct PossibleMove(ShotMove Move, string? Warning)
{
    /// <summary>Below this a cut edge would be seen to be wrong.</summary>
    private const double SureEnough = 0.5;

    /// <summary>Deviation of a ground, in 8-bit levels, up to which it can be made again behind the product.</summary>
    private const double RoughestGround = 6;

    public static PossibleMove Of(PhotoStudy study, ShotMove wanted) =>
        wanted switch
        {
            ShotMove.LiftOff when Obstacle(study) is { } obstacle => new(
                ShotMove.PushIn,
                $"The product could not be lifted off its ground ({obstacle}); the camera moves in instead."
            ),
            ShotMove.LightSweep when Unsure(study) => new(
                ShotMove.PushIn,
                "The product could not be told from its ground surely enough for light to fall on it alone; the camera "
                    + "moves in instead."
            ),
            _ => new(wanted, null),
        };

    private static string? Obstacle(PhotoStudy study) =>
        study switch
        {
            { Ground.Kind: GroundKind.Scene } or { Mask.Kind: MaskKind.Scene or MaskKind.None } =>
                "it does not stand on a plain ground",
            { Ground.Noise: > RoughestGround } => "its ground is too uneven",
            _ when Unsure(study) => "its outline is not sure enough",
            _ when RunsOut(study) => "the picture's edge cuts it off",
            _ => null,
        };

    private static bool Unsure(PhotoStudy study) =>
        study.Mask.Kind == MaskKind.None || study.Mask.Confidence < SureEnough;

    private static bool RunsOut(PhotoStudy study)
    {
        var box = study.Mask.Box;
        return box.X <= 0 || box.Y <= 0 || box.Right >= study.Photo.Width || box.Bottom >= study.Photo.Height;
    }
}
