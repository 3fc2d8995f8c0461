using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Quality.Measuring;

/// <summary>The photo as clips are held against it: a grid of colours, and which cells are product, rim, ground and skin.</summary>
internal sealed class PhotoReference
{
    /// <summary>Cells of the longer side.</summary>
    public const int LongSide = 240;

    private const float Inside = 0.95f;
    private const float Outside = 0.03f;

    /// <summary>So far from the mask's edge, in cells, cloth is cloth and ground is ground.</summary>
    private const float Clear = 2;

    private const float RimReach = 9;

    private PhotoReference(PhotoStudy study, LabGrid grid)
    {
        (Study, Width, Height) = (study, grid.Width, grid.Height);
        var cells = Width * Height;
        Colours = new LabColour[cells];
        var (luma, blue, red) = (new float[cells], new float[cells], new float[cells]);
        for (var cell = 0; cell < cells; cell++)
        {
            Colours[cell] = new LabColour(grid.Light[cell], grid.A[cell], grid.B[cell]);
            var (r, g, b) = (grid.Rgb[3 * cell], grid.Rgb[(3 * cell) + 1], grid.Rgb[(3 * cell) + 2]);
            var y = (0.2126f * r) + (0.7152f * g) + (0.0722f * b);
            luma[cell] = 16 + (y * 219 / 255);
            blue[cell] = 128 + ((b - y) / 1.8556f * 224 / 255);
            red[cell] = 128 + ((r - y) / 1.5748f * 224 / 255);
        }

        (Luma, Blue, Red) = (
            new GreyPlane(Width, Height, luma),
            new GreyPlane(Width, Height, blue),
            new GreyPlane(Width, Height, red)
        );
        HasProduct = study.Mask.Kind != MaskKind.None;
        Mask = HasProduct ? Covers(study.Mask, Width, Height) : [.. Enumerable.Repeat(1f, cells)];
        Skin = study.Person == true ? Masks(grid) : new bool[cells];
        Within = Distances.To([.. Mask.Select(static cover => cover < Inside)], Width);
        Beyond = Distances.To([.. Mask.Select(static cover => cover > Outside)], Width);
        Core = Where(cell => Within[cell] > Clear && !Skin[cell]);
        Rim = Where(cell => Beyond[cell] is > Clear and <= RimReach);
        Contrast = Spread(Where(cell => Beyond[cell] <= RimReach));
        Ground = Where(cell => Beyond[cell] > RimReach);
    }

    public PhotoStudy Study { get; }

    public int Width { get; }

    public int Height { get; }

    public LabColour[] Colours { get; }

    public GreyPlane Luma { get; }

    public GreyPlane Blue { get; }

    public GreyPlane Red { get; }

    /// <summary>The mask can tell the product from the rest; else all of the picture is held against the clip.</summary>
    public bool HasProduct { get; }

    /// <summary>The product's edge in the mask is the product's edge, and not an estimate.</summary>
    public bool ClearEdge => Study.Mask.Kind is MaskKind.Alpha or MaskKind.PlainGround;

    /// <summary>What stands round the product is one even thing.</summary>
    public bool PlainGround => Study.Ground.Kind != GroundKind.Scene;

    /// <summary>The photo has no ground of its own: whatever the clip shows there is the film's.</summary>
    public bool Bare => Study.Ground.Kind == GroundKind.Transparent;

    public float[] Mask { get; }

    public bool[] Skin { get; }

    /// <summary>Cells to the mask's edge from inside.</summary>
    public float[] Within { get; }

    /// <summary>Cells to the mask's edge from outside.</summary>
    public float[] Beyond { get; }

    public bool[] Core { get; }

    public bool[] Rim { get; }

    public bool[] Ground { get; }

    /// <summary>Standard deviation of L over the product and what is next to it: what the photo is recognised by.</summary>
    public double Contrast { get; }

    /// <summary>Cells along the product's own diagonal.</summary>
    public double Diagonal
    {
        get
        {
            var (box, scale) = (Study.Mask.Box, (double)Width / Study.Photo.Width);
            return scale * Math.Sqrt(((double)box.Width * box.Width) + ((double)box.Height * box.Height));
        }
    }

    /// <param name="ground">What a photo without a ground of its own is held against.</param>
    public static PhotoReference Of(PhotoStudy study, (byte R, byte G, byte B) ground) =>
        new(study, LabGrid.Of(OnGround(study.Photo, ground), LongSide));

    private static bool[] Masks(LabGrid grid) => Media.Masks.Skin.Of(grid, groundIsPlain: false).Cells;

    private double Spread(bool[] cells)
    {
        double[] lights = [.. Colours.Where((_, cell) => cells[cell]).Select(static colour => colour.L)];
        var mean = lights.DefaultIfEmpty().Average();
        return Math.Sqrt(lights.Select(light => (light - mean) * (light - mean)).DefaultIfEmpty().Average());
    }

    private bool[] Where(Func<int, bool> test) => [.. Enumerable.Range(0, Width * Height).Select(test)];

    private static Photo OnGround(Photo photo, (byte R, byte G, byte B) ground)
    {
        if (!photo.HasAlpha)
        {
            return photo;
        }

        var rgba = (byte[])photo.Rgba.Clone();
        for (var at = 0; at < rgba.Length; at += 4)
        {
            var cover = rgba[at + 3];
            rgba[at] = (byte)(((rgba[at] * cover) + (ground.R * (255 - cover))) / 255);
            rgba[at + 1] = (byte)(((rgba[at + 1] * cover) + (ground.G * (255 - cover))) / 255);
            rgba[at + 2] = (byte)(((rgba[at + 2] * cover) + (ground.B * (255 - cover))) / 255);
        }

        return photo with
        {
            Rgba = rgba,
        };
    }

    private static float[] Covers(ProductMask mask, int width, int height)
    {
        var covers = new float[width * height];
        for (var cell = 0; cell < covers.Length; cell++)
        {
            var (x, y) = (cell % width, cell / width);
            var (left, right) = (
                x * mask.Width / width,
                Math.Max(((x + 1) * mask.Width / width), (x * mask.Width / width) + 1)
            );
            var (top, bottom) = (
                y * mask.Height / height,
                Math.Max((y + 1) * mask.Height / height, (y * mask.Height / height) + 1)
            );
            var sum = 0;
            for (var row = top; row < bottom; row++)
            {
                foreach (var alpha in mask.Alpha.AsSpan((row * mask.Width) + left, right - left))
                {
                    sum += alpha;
                }
            }

            covers[cell] = sum / 255f / ((right - left) * (bottom - top));
        }

        return covers;
    }
}
