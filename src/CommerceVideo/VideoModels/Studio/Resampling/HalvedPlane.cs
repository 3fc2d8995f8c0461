namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>A plane at half size, each sample in the middle of four, filtered against aliasing.</summary>
internal static class HalvedPlane
{
    public static Plane Of(Plane plane) => Reduced.Of(plane, (plane.Width + 1) / 2, (plane.Height + 1) / 2, 2, 2);
}
