using CommerceVideo.Media.Masks;

namespace CommerceVideo.Quality.Measuring;

/// <summary>A clip held against its photo: what every check judges by.</summary>
internal sealed record ClipObservations(
    PhotoReference Photo,
    ClipFrames Clip,
    IReadOnlyList<FrameLook> Frames,
    IReadOnlyList<int> PatchPlaces,
    double[] EverSeen
)
{
    /// <summary>The sampled frames in which the photo was found.</summary>
    public IReadOnlyList<FrameLook> Found { get; } = [.. Frames.Where(static look => look.Placed.IsFound)];

    public static ClipObservations Of(PhotoStudy study, ClipFrames clip)
    {
        var photo = PhotoReference.Of(study, clip.Sampled.Count == 0 ? default : clip.Sampled[0].Edge());
        var (patches, contour, native) = (new PatchField(photo), new ContourField(photo), new NativeField(photo));
        var everSeen = new double[photo.Mask.Length];
        var looks = new List<FrameLook>();
        foreach (var placed in PlacingTrack.Of(photo, clip.Sampled))
        {
            looks.Add(Look(photo, clip, placed, patches, contour, native));
            for (var cell = 0; placed.IsFound && cell < everSeen.Length; cell++)
            {
                everSeen[cell] += placed.Seen[cell] ? 1 : 0;
            }
        }

        return new ClipObservations(photo, clip, looks, patches.Places, everSeen);
    }

    private static FrameLook Look(
        PhotoReference photo,
        ClipFrames clip,
        PlacedFrame placed,
        PatchField patches,
        ContourField contour,
        NativeField native
    )
    {
        if (!placed.IsFound)
        {
            return new FrameLook(placed, null, null, null, 0, [], null, null, native.Of(placed, clip.Window), null);
        }

        var rim = ColourPair.Over(photo, placed, photo.Rim, leastShare: 0.3);
        return new FrameLook(
            placed,
            ColourPair.Over(photo, placed, photo.Core, leastShare: 0.15),
            ColourPair.Over(photo, placed, photo.Skin, leastShare: 0.3),
            rim is { } pair && !photo.Bare ? pair.Clip - pair.Photo : null,
            SeenShare(photo, placed),
            patches.Of(placed),
            contour.Of(placed),
            SurroundingsField.Of(photo, placed),
            native.Of(placed, clip.Window),
            FalloffFit.Of(photo, placed)
        );
    }

    private static double SeenShare(PhotoReference photo, PlacedFrame placed)
    {
        var (seen, all) = (0.0, 0.0);
        for (var cell = 0; cell < photo.Mask.Length; cell++)
        {
            all += photo.Mask[cell];
            seen += placed.Seen[cell] ? photo.Mask[cell] : 0;
        }

        return all == 0 ? 0 : seen / all;
    }
}
