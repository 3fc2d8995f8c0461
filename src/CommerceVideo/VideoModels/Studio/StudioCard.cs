namespace CommerceVideo.VideoModels.Studio;

/// <summary>The studio among the models on hand: always there, free, and able to film what stands in a photo.</summary>
internal static class StudioCard
{
    public static ModelOnHand Card { get; } =
        new(
            StudioModel.Name,
            "The studio",
            [ShotStart.Picture],
            [.. Enum.GetValues<ShotMove>().Where(static move => move is not (ShotMove.Walk or ShotMove.Scene))],
            PricePerSecond: 0,
            Currency: "USD"
        );
}
