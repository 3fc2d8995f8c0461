using CommerceVideo.Channels;
using CommerceVideo.Media;

namespace CommerceVideo.Finishing.Variations;

/// <summary>From the plan of one file to the variations of it that its film can give. Pure; it costs no model anything.</summary>
public static class VariationPlanner
{
    /// <param name="master">The film the variations tell again; its file keeps every rule of <paramref name="placement"/>.</param>
    /// <param name="templates">In the order in which they are wanted.</param>
    /// <returns>Those that can be made, in the same order, and for each other why not.</returns>
    public static VariationPlan Plan(
        FinishingPlan plan,
        RenditionPlan master,
        Placement placement,
        IReadOnlyList<VariationTemplate> templates
    )
    {
        var (made, left) = (new List<Variation>(), new List<LeftOut>());
        foreach (var template in templates)
        {
            var (file, why) = For(plan, master, placement, template);
            if (file is null)
            {
                left.Add(new LeftOut(template.Name, why!));
                continue;
            }

            made.Add(new Variation(template.Name, template, file));
        }

        return new VariationPlan(made, left);
    }

    private static (RenditionPlan? File, string? Why) For(
        FinishingPlan plan,
        RenditionPlan master,
        Placement placement,
        VariationTemplate template
    )
    {
        var shown = master
            .Pieces.Zip(master.Shown)
            .ToDictionary(static pair => pair.First.Take, static pair => pair.Second);
        if (Recut.Of(master.Pieces, template.Takes, template.Rhythm, plan.Fps) is not { } pieces)
        {
            return (null, "the film has too few takes, or they are too short to be cut");
        }

        var frames = new List<ShownFrame>();
        foreach (var piece in pieces)
        {
            var take = plan.Takes[piece.Take];
            if (CloserFrame.Of(shown[piece.Take], take.Size, take.Clip.Focus, template.Closeness) is not { } frame)
            {
                return (null, "a closer frame would cut the product");
            }

            frames.Add(frame);
        }

        var seconds = pieces.Sum(static piece => piece.Frames) / (double)plan.Fps;
        if (placement.Lengths.Minimum is { Value: var least } && seconds < least)
        {
            return (null, $"it would last {seconds:0.#} s, and {placement.Id} wants {least:0.#}");
        }

        // Nothing is made larger than the takes hold: a closer frame is a smaller file.
        var shape = placement.ShapeFor(master.Size.Ratio);
        var size = frames.Select(frame => frame.Size(shape.Ratio)).Append(master.Size).MinBy(static one => one.Pixels);
        return size.Width < shape.Minimum?.Value.Width
            ? (null, $"its picture would be only {size}, and {placement.Id} wants more")
            : (
                master with
                {
                    Name = $"{master.Name}-{Slug.Of(template.Name)}",
                    Size = size,
                    Pieces = pieces,
                    Shown = frames,
                    PosterFrame = 0,
                },
                null
            );
    }
}
