using CommerceVideo.Generation;
using CommerceVideo.Media;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Generation;

/// <summary>Attempts of one Brief; a test states only what matters to it.</summary>
internal static class Attempts
{
    public static Attempt Of(
        int shot,
        AttemptState state,
        decimal price = 0,
        int number = 1,
        string model = "studio-1"
    ) =>
        new()
        {
            Id = Guid.NewGuid(),
            ShopId = Guid.Empty,
            BriefId = Guid.Empty,
            Shot = shot,
            Number = number,
            Provider = "studio",
            Model = model,
            Size = "photo",
            Seconds = 3,
            Ratio = "9:16",
            Why = "",
            State = state,
            PriceAmount = price,
            PriceCurrency = "USD",
            CreatedAt = default,
            ChangedAt = default,
        };
}

/// <summary>Two Shots at 9:16 and the same two at 4:5.</summary>
internal static class ShotsInTwoShapes
{
    public static IReadOnlyList<Shot> All { get; } =
    [
        Shot("open", new AspectRatio(9, 16)),
        Shot("close", new AspectRatio(9, 16)),
        Shot("open-4x5", new AspectRatio(4, 5), "open"),
        Shot("close-4x5", new AspectRatio(4, 5), "close"),
    ];

    private static Shot Shot(string name, AspectRatio ratio, string? reframes = null) =>
        new(name, ShotStart.Picture, ShotMove.PushIn, 3, ratio, Loop: false, "", reframes);
}
