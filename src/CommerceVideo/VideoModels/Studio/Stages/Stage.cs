using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Framing;
using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>
/// All the camera of one Shot will see, at the largest size it is seen: the picture, and ground made on beyond it.
/// </summary>
/// <param name="Left">Stage pixels from the stage's left edge to the picture's; likewise <paramref name="Top"/>.</param>
/// <param name="ScaleX">Stage pixels a picture pixel; at most 1.</param>
internal sealed record Stage(YccPicture Picture, int Left, int Top, double ScaleX, double ScaleY)
{
    public View Seen(View view) => view.In(-Left, -Top, ScaleX, ScaleY);

    public static Stage Build(PhotoStudy study, FramingPlan plan, double scale)
    {
        var photo = study.Photo;
        var work = PictureColours.Convert(photo.Rgba, photo.Width, photo.Height);
        if (scale < 0.999)
        {
            work = Reduced.Of(work, (int)Math.Ceiling(photo.Width * scale), (int)Math.Ceiling(photo.Height * scale));
        }

        return new Stage(work, 0, 0, (double)work.Width / photo.Width, (double)work.Height / photo.Height);
    }
}
