using CommerceVideo.Media.Colours;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing.Colour;

/// <summary>What is done about a Take's colours; pure.</summary>
/// <param name="Transform">Null where the Take is left as it came.</param>
internal sealed record ColourDecision(ColourTransform? Transform, IReadOnlyList<PlacedFrame> Placed, ColourFacts Facts)
{
    /// <summary>Nearer than this nobody sees a difference, and a transform would only cost.</summary>
    private const double Near = 1;

    /// <summary>Found in fewer of the frames looked at, the figures would speak for a part of the film only.</summary>
    private const double LeastFound = 0.6;

    public static ColourDecision Of(ProductPicture? picture, ShotMove move, IReadOnlyList<YccGrid> frames, double fps)
    {
        if (move == ShotMove.LightSweep)
        {
            return Left("The light is meant to change over this shot.");
        }

        if (picture is null)
        {
            return Left("The product cannot be told from its surroundings in the photo.");
        }

        var looked = frames.Count == 0 ? [] : ClipMeasure.Place(picture, frames, fps);
        var placed = looked.OfType<PlacedFrame>().ToList();
        if (placed.Count == 0 || placed.Count < LeastFound * looked.Count)
        {
            return Left(
                $"The product was found again in {placed.Count} of {looked.Count} frames: it turns, or it changed too much."
            );
        }

        var before = ClipMeasure.Figures(picture, frames, placed);
        if (before.Mean <= Near && before.P95 <= 2 * Near)
        {
            return new ColourDecision(null, placed, new ColourFacts("kept", null, before, before));
        }

        var transform = ColourFit.Of(ClipMeasure.Pairs(picture, frames, placed));
        var expected = ClipMeasure.Figures(picture, [.. frames.Select(frame => Applied(frame, transform))], placed);
        return expected.Mean < before.Mean
            ? new ColourDecision(transform, placed, new ColourFacts("corrected", null, before, expected, transform))
            : new ColourDecision(
                null,
                placed,
                new ColourFacts("kept", "No one correction of the whole shot brings it nearer.", before, before)
            );
    }

    private static ColourDecision Left(string why) => new(null, [], ColourFacts.None(why));

    private static YccGrid Applied(YccGrid frame, ColourTransform transform)
    {
        var done = new YccGrid(
            frame.Width,
            frame.Height,
            new float[frame.Cells],
            new float[frame.Cells],
            new float[frame.Cells]
        );
        for (var cell = 0; cell < frame.Cells; cell++)
        {
            var (luma, blue, red) = transform.Apply(frame.Luma[cell], frame.Blue[cell], frame.Red[cell]);
            (done.Luma[cell], done.Blue[cell], done.Red[cell]) = ((float)luma, (float)blue, (float)red);
        }

        return done;
    }
}
