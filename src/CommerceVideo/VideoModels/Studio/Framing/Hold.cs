using CommerceVideo.VideoModels.Studio.Cameras;

namespace CommerceVideo.VideoModels.Studio.Framing;

/// <summary>What of the picture has to stay in the frame.</summary>
/// <param name="Whole">The product.</param>
/// <param name="Aired">The product with some air, as far as the picture has it.</param>
/// <param name="Spill">Share of the product that may lie outside where ground would have to be made up otherwise.</param>
internal readonly record struct Hold(View Whole, View Aired, double Spill)
{
    /// <summary>A product this near to the picture's edge is taken to be cut off by it.</summary>
    public const int Touching = 1;

    private const double Air = 0.02;

    /// <summary>A few percent of a sleeve or a hem are missed less than made-up surroundings of a scene are seen.</summary>
    private const double SceneSpill = 0.08;

    /// <summary>Of a picture whose product is unknown, this much must stay in the frame.</summary>
    private const double UnknownKeep = 0.7;

    public static Hold Of(FramingFacts facts)
    {
        var box = facts.Product;
        var air = Air * Math.Max(box.Width, box.Height);
        return new Hold(Held(facts, 0), Held(facts, air), facts.OpenGround ? 0 : SceneSpill);
    }

    private static View Held(FramingFacts facts, double air)
    {
        var box = facts.Product;
        var (left, width) = Along(facts.ProductKnown, box.X, box.Width, facts.Width, air);
        var (top, height) = Along(facts.ProductKnown, box.Y, box.Height, facts.Height, air);
        return new View(left, top, width, height);
    }

    private static (double Start, double Length) Along(bool known, int start, int length, int picture, double air)
    {
        // A product cut off on both sides cannot be shown whole; its middle must do.
        if (!known || (start <= Touching && start + length >= picture - Touching))
        {
            return ((1 - UnknownKeep) / 2 * picture, UnknownKeep * picture);
        }

        var first = Math.Max(0, start - air);
        return (first, Math.Min(picture, start + length + air) - first);
    }
}
