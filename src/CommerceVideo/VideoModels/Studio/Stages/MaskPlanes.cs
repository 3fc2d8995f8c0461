using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>Cover, 0 to 255 in the fine steps of a plane, and pictures laid over each other by it.</summary>
internal static class MaskPlanes
{
    public const int Full = 255 * Plane.One;

    public static Plane Of(ProductMask mask)
    {
        var plane = new Plane(mask.Width, mask.Height);
        if (mask.Kind != MaskKind.None)
        {
            for (var at = 0; at < plane.Samples.Length; at++)
            {
                plane.Samples[at] = (short)(mask.Alpha[at] * Plane.One);
            }
        }

        return plane;
    }

    public static Plane OfAlpha(Photo photo)
    {
        var plane = new Plane(photo.Width, photo.Height);
        for (var at = 0; at < plane.Samples.Length; at++)
        {
            plane.Samples[at] = (short)(photo.Rgba[(at * 4) + 3] * Plane.One);
        }

        return plane;
    }

    /// <summary>Colour weighed by cover: clear pixels keep no colour that could bleed into an edge.</summary>
    public static YccPicture Premultiplied(YccPicture picture, Plane cover) =>
        new(Weighed(picture.Y, cover), Weighed(picture.Cb, cover), Weighed(picture.Cr, cover));

    public static YccPicture Over(YccPicture weighed, Plane cover, YccPicture ground) =>
        new(Over(weighed.Y, cover, ground.Y), Over(weighed.Cb, cover, ground.Cb), Over(weighed.Cr, cover, ground.Cr));

    private static Plane Weighed(Plane plane, Plane cover)
    {
        var weighed = new Plane(plane.Width, plane.Height);
        for (var at = 0; at < plane.Samples.Length; at++)
        {
            weighed.Samples[at] = (short)(plane.Samples[at] * cover.Samples[at] / Full);
        }

        return weighed;
    }

    private static Plane Over(Plane weighed, Plane cover, Plane ground)
    {
        var both = new Plane(weighed.Width, weighed.Height);
        for (var at = 0; at < both.Samples.Length; at++)
        {
            var open = Math.Clamp(Full - cover.Samples[at], 0, Full);
            both.Samples[at] = (short)(weighed.Samples[at] + (ground.Samples[at] * open / Full));
        }

        return both;
    }
}
