using System.Text.Json.Nodes;

namespace CommerceVideo.VideoModels.ComfyUi;

/// <summary>What a workflow's placeholders stand for.</summary>
/// <param name="Image">As <c>LoadImage</c> takes it: folder and name below the server's input folder.</param>
/// <param name="Width">Pixels, a multiple of 16, as Wan's nodes count.</param>
/// <param name="Frames">One more than a multiple of 4, as Wan's nodes count.</param>
/// <param name="Name">What the file is called on the server.</param>
internal sealed record ComfyUiValues(
    string Image,
    string Prompt,
    string Negative,
    long Seed,
    int Width,
    int Height,
    int Frames,
    int Fps,
    string Name
)
{
    private const int SideStep = 16;
    private const int FrameStep = 4;

    public static IReadOnlyCollection<string> Names { get; } =
    ["image", "prompt", "negative", "seed", "width", "height", "frames", "fps", "name"];

    /// <param name="image">Where the server put the picture.</param>
    public static ComfyUiValues Of(GenerationRequest request, string image, int fps)
    {
        var prompt = ComfyUiDialect.Compile(request.Shot, request.Words);
        var frame = request.Order.Frame;
        return new ComfyUiValues(
            image,
            prompt.Text,
            prompt.Negative ?? "",
            SeedOf(request.Generation),
            ToStep(frame.Width),
            ToStep(frame.Height),
            FramesOf(request.Order.Seconds, fps),
            fps,
            $"commercevideo/{request.Generation:N}"
        );
    }

    /// <summary>The same attempt gives the same Clip; it fits in a JSON number that every reader keeps exact.</summary>
    public static long SeedOf(Guid generation) => BitConverter.ToUInt32(generation.ToByteArray().AsSpan(12));

    public static int FramesOf(int seconds, int fps) => (seconds * fps / FrameStep * FrameStep) + 1;

    public IReadOnlyDictionary<string, JsonValue> ByName() =>
        new Dictionary<string, JsonValue>(StringComparer.Ordinal)
        {
            ["image"] = JsonValue.Create(Image),
            ["prompt"] = JsonValue.Create(Prompt),
            ["negative"] = JsonValue.Create(Negative),
            ["seed"] = JsonValue.Create(Seed),
            ["width"] = JsonValue.Create(Width),
            ["height"] = JsonValue.Create(Height),
            ["frames"] = JsonValue.Create(Frames),
            ["fps"] = JsonValue.Create(Fps),
            ["name"] = JsonValue.Create(Name),
        };

    private static int ToStep(int pixels) => (int)Math.Round((double)pixels / SideStep) * SideStep;
}
