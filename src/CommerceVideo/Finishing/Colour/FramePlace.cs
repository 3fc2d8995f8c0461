namespace CommerceVideo.Finishing.Colour;

/// <summary>Where the picture that a model was given is found again in a frame, in cells of the frame.</summary>
/// <param name="Zoom">Cells of the frame for one of the picture.</param>
/// <param name="X">Where the picture's middle is.</param>
/// <param name="Likeness">Correlation of lightness round the product: 1 the same, 0 nothing in common.</param>
internal readonly record struct FramePlace(double Zoom, double X, double Y, double Likeness)
{
    /// <summary>The picture covering the frame, as models cut it that take another shape.</summary>
    public static FramePlace Covering(YccGrid picture, YccGrid frame) =>
        new(
            Math.Max((double)frame.Width / picture.Width, (double)frame.Height / picture.Height),
            (frame.Width - 1) / 2.0,
            (frame.Height - 1) / 2.0,
            0
        );

    /// <summary>Where a cell of the picture lies in the frame.</summary>
    public (double X, double Y) Of(YccGrid picture, int cell) =>
        (
            X + (Zoom * ((cell % picture.Width) - ((picture.Width - 1) / 2.0))),
            Y + (Zoom * ((cell / picture.Width) - ((picture.Height - 1) / 2.0)))
        );
}
