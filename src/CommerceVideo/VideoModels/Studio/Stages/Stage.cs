using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>
/// All the camera of one Shot will see, at the largest size it is seen: the picture, and ground made on beyond it.
/// </summary>
/// <param name="Mask">Which stage pixels are the product: 0 to 255 in the fine steps of a plane; null where unasked.</param>
/// <param name="BareGround">The same ground without product and shadow, where the stage was built on one.</param>
internal sealed record Stage(
    YccPicture Picture,
    Plane? Mask,
    YccPicture? BareGround,
    StageArea Area,
    double ScaleX,
    double ScaleY
)
{
    private const double NoReduction = 0.999;

    /// <summary>A view given in picture pixels, in stage pixels.</summary>
    public View Seen(View view) => view.In(Area.Left, Area.Top, ScaleX, ScaleY);

    /// <param name="seen">All of the picture, and beyond it, that the camera will see.</param>
    /// <param name="scale">Stage pixels a picture pixel; at most 1.</param>
    public static Stage Build(PhotoStudy study, View seen, double scale, bool withMask)
    {
        var photo = study.Photo;
        var width = scale < NoReduction ? (int)Math.Ceiling(photo.Width * scale) : photo.Width;
        var height = scale < NoReduction ? (int)Math.Ceiling(photo.Height * scale) : photo.Height;
        var (scaleX, scaleY) = ((double)width / photo.Width, (double)height / photo.Height);
        var area = StageArea.Of(seen.In(0, 0, scaleX, scaleY), width, height);
        var picture = PictureColours.Convert(photo.Rgba, photo.Width, photo.Height);
        var outside = !area.IsPicture(width, height);
        // Most moves never ask which pixels are the product, and a mask costs as much as a channel.
        var mask = withMask || outside ? area.Around(Sized(MaskPlanes.Of(study.Mask), width, height)) : null;
        if (!photo.HasAlpha)
        {
            var sized = Sized(picture, width, height);
            var onward = mask is null || !outside ? sized : Onward(study, sized, mask, area);
            return new Stage(onward, mask, null, area, scaleX, scaleY);
        }

        var alpha = MaskPlanes.OfAlpha(photo);
        var cover = area.Around(Sized(alpha, width, height));
        var product = area.Around(Sized(MaskPlanes.Premultiplied(picture, alpha), width, height));
        var ground = StudioSweep.Ground(area.Width, area.Height);
        var stage = MaskPlanes.Over(product, cover, StudioSweep.Shaded(ground, cover));
        return new Stage(stage, mask, ground, area, scaleX, scaleY);
    }

    private static YccPicture Onward(PhotoStudy study, YccPicture picture, Plane mask, StageArea area) =>
        study.Ground.Kind == GroundKind.Scene
            ? SceneExtension.Extended(picture, area)
            : OpenGround.Extended(picture, area.Inside(mask, picture.Width, picture.Height), area, study.Ground.Noise);

    private static Plane Sized(Plane plane, int width, int height) =>
        plane.Width == width && plane.Height == height ? plane : Reduced.Of(plane, width, height);

    private static YccPicture Sized(YccPicture picture, int width, int height) =>
        new(Sized(picture.Y, width, height), Sized(picture.Cb, width, height), Sized(picture.Cr, width, height));
}
