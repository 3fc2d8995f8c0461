namespace CommerceVideo.VideoModels.Studio.Cameras;

/// <summary>One move from a view to another, and back again when it loops.</summary>
internal sealed record CameraPath(View From, View To, bool Loop)
{
    /// <summary>Progress of frame <paramref name="index"/>; a loop's first frame would be the one after its last.</summary>
    public double Progress(int index, int frames) =>
        Loop ? Easing.ThereAndBack((double)index / frames) : Easing.Glide((double)index / Math.Max(1, frames - 1));

    public View At(int index, int frames) => Between(Progress(index, frames));

    /// <summary>Zooms at a constant relative speed about one fixed point; a move without zoom goes straight.</summary>
    public View Between(double progress)
    {
        var width = From.Width * Math.Pow(To.Width / From.Width, progress);
        var height = From.Height * width / From.Width;
        var zooms = Math.Abs(To.Width - From.Width) > 1e-9;
        var way = zooms ? (width - From.Width) / (To.Width - From.Width) : progress;
        return View.Around(
            From.CentreX + ((To.CentreX - From.CentreX) * way),
            From.CentreY + ((To.CentreY - From.CentreY) * way),
            width,
            height
        );
    }
}
