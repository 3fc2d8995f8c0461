using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>The studio among the models: always there, free, and able to film what stands in a photo.</summary>
internal static class StudioCard
{
    public static ProviderCard Provider { get; } =
        new(StudioProvider.ProviderName, "The studio", NeedsKey: false, Key: null);

    public static VideoModel Model { get; } =
        new()
        {
            Id = "studio-1",
            Name = "The studio",
            Provider = StudioProvider.ProviderName,
            WireName = "studio-1",
            Dates = new ModelDates(
                Launched: new DateOnly(2025, 1, 1),
                Deprecated: null,
                Retired: null,
                Verified: new DateOnly(2026, 11, 22),
                Replacement: null
            ),
            Starts = [ShotStart.Picture],
            Moves = [.. Enum.GetValues<ShotMove>().Where(static move => move is not (ShotMove.Walk or ShotMove.Scene))],
            Lengths = new ModelLengths(1, 60, []),
            Sizes = [new ModelSize("photo", 1080, new ModelPrice.PerSecond(0, Money.Dollars))],
            Ending = true,
            Sound = ModelSound.Silent,
            Strengths = new ModelStrengths(
                5,
                1,
                2,
                4,
                5,
                "Our own: it shows the photo's own pixels and invents nothing."
            ),
            TypicalSeconds = 20,
            AtOnce = 1000,
            TrueToPhoto = true,
        };
}
