using CommerceVideo.Channels;

namespace CommerceVideo.Finishing.Variations;

/// <summary>From the plan of one file to the variations of it that its film and its brand can give. Pure; it costs no model anything.</summary>
public static class VariationPlanner
{
    /// <returns>Those that can be made, in the order of the templates, and for each other why not.</returns>
    public static VariationPlan Plan(VariationGround ground, VariationOptions options)
    {
        var (made, left) = (new List<Variation>(), new List<LeftOut>());
        foreach (var template in options.Templates)
        {
            var (file, why) = For(ground, options, template);
            if (file is null)
            {
                left.Add(new LeftOut(template.Name, why!));
                continue;
            }

            made.Add(new Variation(template.Axes, file));
        }

        return new VariationPlan(made, left);
    }

    private static (RenditionPlan? File, string? Why) For(
        VariationGround ground,
        VariationOptions options,
        VariationTemplate template
    )
    {
        var (plan, master, lengths) = (ground.Plan, ground.Master, ground.Placement.Lengths);
        var (crop, style) = (options.Crops[template.Crop], options.Texts[template.Text]);
        var mat = MatWindow.Of(crop.Mat, master.Size, master.Zone);
        if (mat is null && crop.Mat != MatPlace.None)
        {
            return (null, "a ground beside the film needs an upright frame");
        }

        var film = mat is null ? VariationFrames.Filling(master) : VariationFrames.Windowed(ground, mat);
        var (shots, why) = VariationCut.Of(
            film.Pieces,
            options.Openings[template.Opening],
            template.Pace,
            crop,
            plan.Fps
        );
        if (shots is null)
        {
            return (null, why);
        }

        shots = Fitting(shots, (int)(lengths.AimTo * plan.Fps));
        var frames = shots.Sum(static shot => shot.Piece.Frames);
        if (lengths.Minimum is { Value: var least } && frames < least * plan.Fps)
        {
            return (
                null,
                $"it would last {frames / (double)plan.Fps:0.#} s, and {ground.Placement.Id} wants {least:0.#}"
            );
        }

        (var shown, why) = VariationFrames.Of(plan, film, shots, crop.Closeness);
        if (shown is null)
        {
            return (null, why);
        }

        (var said, why) = VariationWords.Of(
            template,
            options,
            ground.Words,
            frames / (double)plan.Fps,
            mat is null ? null : (crop.Mat, mat.Room)
        );
        return said is null
            ? (null, why)
            : (
                master with
                {
                    Name = $"{master.Name}-{Slug.Of(template.Name)}",
                    Pieces = [.. shots.Select(static shot => shot.Piece)],
                    Shown = shown,
                    Said = said,
                    Mat = film.Window is { } window
                        ? new Mat(window, style.Inverted ? ground.Words.Kit.Ink : ground.Words.Kit.Plate, [])
                        : null,
                    PosterFrame = 0,
                },
                null
            );
    }

    /// <summary>As many whole shots from the start as the placement takes.</summary>
    private static List<VariedShot> Fitting(IReadOnlyList<VariedShot> shots, int longest)
    {
        var kept = new List<VariedShot>();
        foreach (var shot in shots)
        {
            longest -= shot.Piece.Frames;
            if (longest < 0 && kept.Count > 0)
            {
                break;
            }

            kept.Add(shot);
        }

        return kept;
    }
}
