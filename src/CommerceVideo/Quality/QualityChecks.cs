using CommerceVideo.Quality.Checks;

namespace CommerceVideo.Quality;

/// <summary>Every check of a clip there is, in the order they are told.</summary>
internal static class QualityChecks
{
    public static IReadOnlyList<IQualityCheck> All { get; } =
    [
        new WholeFileCheck(),
        new LengthCheck(),
        new FrameSizeCheck(),
        new FrameRateCheck(),
        new FirstFrameCheck(),
        new ProductColourCheck(),
        new ColourDriftCheck(),
        new SkinColourCheck(),
        new LightSwingCheck(),
        new PartsCheck(),
        new PartColourCheck(),
        new PatternCheck(),
        new OutlineCheck(),
        new OutlineLostCheck(),
        new WholeProductCheck(),
        new OddThingCheck(),
        new ColourBleedCheck(),
        new GroundCheck(),
        new VignetteCheck(),
        new FlickerCheck(),
        new FlashCheck(),
        new BlackCheck(),
        new FreezeCheck(),
        new CutCheck(),
        new LeastMotionCheck(),
        new MostMotionCheck(),
        new SharpnessCheck(),
        new BlockingCheck(),
        new BandingCheck(),
    ];
}
