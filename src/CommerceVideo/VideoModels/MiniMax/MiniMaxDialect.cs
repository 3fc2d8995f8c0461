using CommerceVideo.VideoModels.Casting;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.MiniMax;

/// <summary>
/// A Shot in Hailuo's words: one camera command, one action, the end state. It has no way to say what must not be seen.
/// </summary>
internal static class MiniMaxDialect
{
    private const int MostWithTokens = 2000;
    private const int MostProse = 7000;

    /// <summary>Hailuo 2: camera commands in square brackets.</summary>
    public static CompiledPrompt WithTokens(Shot shot, PromptWords words) =>
        Compile(shot, words, $"{Token(shot.Move)} ", "", MostWithTokens);

    /// <summary>H3 reads prose only; it makes sound, which is taken away afterwards.</summary>
    /// <param name="references">The casting pictures of a Shot without a first frame; the product's is the first picture.</param>
    public static CompiledPrompt Prose(Shot shot, PromptWords words, IReadOnlyList<ReferencePicture>? references = null)
    {
        var camera = $"Camera: {ShotSpeech.Camera(shot.Move)}. No dialogue, no music.";
        return Compile(shot, words, camera, ReferenceSpeech.Bind(shot, words, references ?? []), MostProse);
    }

    private static CompiledPrompt Compile(Shot shot, PromptWords words, string camera, string bound, int most)
    {
        PromptPart[] parts =
        [
            new(bound, 0),
            new(camera, 0),
            new(ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words)), 0),
            new(ShotSpeech.Note(words), 1, Shortens: true),
            new(ShotSpeech.Fabric(words), 3),
            new(ShotSpeech.Keep(words), 0),
            new(ShotSpeech.Take(shot.Loop), 2),
        ];
        var (text, warnings) = PromptText.Join(parts, most, PromptText.CodePoints);
        return new CompiledPrompt(text, null, warnings);
    }

    private static string Token(ShotMove move) =>
        move switch
        {
            ShotMove.PushIn => "[Push in]",
            ShotMove.PullOut or ShotMove.DetailToWhole => "[Pull out]",
            ShotMove.PanLeft => "[Pan left]",
            ShotMove.PanRight => "[Pan right]",
            ShotMove.TiltUp => "[Tilt up]",
            ShotMove.TiltDown => "[Tilt down]",
            ShotMove.LightSweep or ShotMove.LiftOff => "[Static shot]",
            ShotMove.Walk or ShotMove.Scene => "[Tracking shot]",
            _ => throw new ArgumentOutOfRangeException(nameof(move)),
        };
}
