using CommerceVideo.Media;
using CommerceVideo.VideoModels.Casting;

namespace CommerceVideo.VideoModels.Register;

/// <summary>From a Shot to what is bought of a model for it; pure.</summary>
public static class Ordering
{
    /// <summary>Every channel takes 1080 on the short side and shows no more.</summary>
    private const int FullShortSide = 1080;

    /// <param name="scale">Below 1 the smallest size is bought: a rehearsal.</param>
    /// <returns>Null when no length of this model has a price.</returns>
    public static ModelOrder? For(VideoModel model, Shot shot, double scale = 1)
    {
        var seconds = model.LengthsFor(shot).Holding(shot.Seconds);
        var ratio = Ratio(model, shot);
        foreach (var size in Preferred(model, scale))
        {
            var frame = ModelOrder.FrameOf(size.ShortSide, ratio);
            if (size.Price.For(seconds, frame.Pixels) is { } price)
            {
                return new ModelOrder(model, size, seconds, ratio, price, [.. Warnings(model, shot, seconds, ratio)]);
            }
        }

        return null;
    }

    private static IEnumerable<ModelSize> Preferred(VideoModel model, double scale)
    {
        if (scale < 1)
        {
            return model.Sizes;
        }

        var enough = model.Sizes.Where(static size => size.ShortSide <= FullShortSide).Reverse();
        return enough.Concat(model.Sizes.Where(static size => size.ShortSide > FullShortSide));
    }

    private static AspectRatio Ratio(VideoModel model, Shot shot)
    {
        var ratios =
            shot.Start == ShotStart.References && model.ReferenceRatios.Count > 0
                ? model.ReferenceRatios
                : model.Ratios;
        return ratios.Count == 0
            ? shot.Ratio
            : ratios.MinBy(ratio => Math.Abs(Math.Log(ratio.Value / shot.Ratio.Value)));
    }

    private static IEnumerable<string> Warnings(VideoModel model, Shot shot, int seconds, AspectRatio ratio)
    {
        if (ReferenceChoice.Of(model, shot).Warning is { } casting)
        {
            yield return casting;
        }

        if (shot.Loop && !model.Ending)
        {
            yield return $"{model.Name} cannot be told where to end: the clip may not run into its own start.";
        }

        if (seconds + 1e-9 < shot.Seconds)
        {
            yield return $"{model.Name} makes {seconds} s at most, not {shot.Seconds:0.#} s.";
        }

        if (Math.Abs(Math.Log(ratio.Value / shot.Ratio.Value)) > 0.02)
        {
            yield return $"{model.Name} has no {shot.Ratio} frame: it films {ratio}, and the clip is cut.";
        }
    }
}
