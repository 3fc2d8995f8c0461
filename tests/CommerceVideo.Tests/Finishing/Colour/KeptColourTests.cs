using System.Text.Json;
using CommerceVideo.Finishing.Colour;
using CommerceVideo.Media.Colours;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing.Colour;

public sealed class KeptColourTests
{
    [Fact]
    public void It_is_kept_beside_what_is_known_of_the_clip_and_changes_none_of_it()
    {
        var clip = new Clip("a.mp4", 720, 1280, 24, 5, new FrameShare(0.1, 0.2, 0.5, 0.6), ["no end frame"]);
        var facts = new ColourFacts(
            "corrected",
            null,
            Figures(7.2, [51, 20, 9]),
            Figures(0.6, [52, 18, 4]),
            new ColourTransform(1.1, -3, 1.05, new ChromaShift(1, 0.01), new ChromaShift(-1, 0.02))
        );

        var kept = KeptColour.Write(JsonSerializer.Serialize(clip), facts);

        Assert.Equal(clip.Focus, JsonSerializer.Deserialize<Clip>(kept)!.Focus);
        Assert.Equal(facts.Transform, KeptColour.Read(kept)!.Transform);
        Assert.Equal(7.2, KeptColour.Read(kept)!.Before!.Mean);
        Assert.Null(KeptColour.Read(JsonSerializer.Serialize(clip)));
    }

    [Fact]
    public void Models_are_compared_by_how_far_each_is_from_its_own_part_of_the_photo()
    {
        var warm = new ColourFacts("corrected", null, Figures(4, [54, 10, 8]), Figures(0, [50, 10, 4]));
        var other = new ColourFacts(
            "corrected",
            null,
            Figures(4, [60, 10, 4], [64, 10, 4]),
            Figures(0, [64, 10, 4], [64, 10, 4])
        );

        var spread = ModelSpread.Of([("kling", warm), ("sora", other), ("luma", ColourFacts.None("it turns"))]);

        Assert.Equal(2, spread!.Models);
        Assert.InRange(spread.Before, 4, 12);
        Assert.Equal(0, spread.After);
        Assert.Null(ModelSpread.Of([("kling", warm), ("kling", warm)]));
    }

    private static ColourFigures Figures(double mean, double[] colour, double[]? photo = null) =>
        new(mean, mean + 1, 20, colour, photo ?? [50, 10, 4], 0.1);
}
