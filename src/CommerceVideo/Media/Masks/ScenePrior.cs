namespace CommerceVideo.Media.Masks;

/// <summary>Where in a picture a product is to be expected, as an ellipse: 0 in its middle, 1 on its rim.</summary>
internal sealed record ScenePrior(float X, float Y, float HalfWidth, float HalfHeight)
{
    public static ScenePrior Of(ProductPart part) =>
        part switch
        {
            ProductPart.Head => new(0.5f, 0.32f, 0.40f, 0.34f),
            ProductPart.Torso => new(0.5f, 0.46f, 0.42f, 0.46f),
            ProductPart.Body => new(0.5f, 0.50f, 0.40f, 0.52f),
            ProductPart.Legs => new(0.5f, 0.48f, 0.36f, 0.58f),
            ProductPart.Feet => new(0.5f, 0.52f, 0.42f, 0.36f),
            _ => new(0.5f, 0.50f, 0.42f, 0.44f),
        };

    public float At(int cell, int width, int height)
    {
        var x = ((cell % width) + 0.5f) / width;
        var y = ((cell / width) + 0.5f) / height;
        var (across, down) = ((x - X) / HalfWidth, (y - Y) / HalfHeight);
        return MathF.Sqrt((across * across) + (down * down));
    }
}
