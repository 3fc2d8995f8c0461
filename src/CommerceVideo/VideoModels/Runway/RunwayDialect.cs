using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Runway;

/// <summary>
/// A Shot in Runway's words: only what moves, subject before camera, in the present tense and said as what is there. It has no
/// negatives, and a prompt that names what must not be seen may bring it about.
/// </summary>
internal static class RunwayDialect
{
    /// <summary>UTF-16 units.</summary>
    private const int Most = 1000;

    public static CompiledPrompt Compile(Shot shot, PromptWords words)
    {
        PromptPart[] parts =
        [
            new(ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words)), 0),
            new(ShotSpeech.Sentence(Camera(shot.Move)), 0),
            new(ShotSpeech.Note(words), 1, Shortens: true),
            new(ShotSpeech.Fabric(words), 3),
            new(ShotSpeech.Keep(words), 0),
            new(ShotSpeech.Take(shot.Loop), 2),
        ];
        var (text, warnings) = PromptText.Join(parts, Most, PromptText.Utf16Units);
        return new CompiledPrompt(
            text,
            Negative: null,
            words.Avoid.Count == 0
                ? warnings
                : [.. warnings, "Runway cannot be told what to keep out of the picture: the brand's list was left out."]
        );
    }

    private static string Camera(ShotMove move) =>
        move switch
        {
            ShotMove.PushIn => "slow dolly in towards the product",
            ShotMove.PullOut => "slow dolly out until the whole product is seen",
            ShotMove.PanLeft => "the camera pans slowly to the left along the product",
            ShotMove.PanRight => "the camera pans slowly to the right along the product",
            ShotMove.TiltUp => "the camera tilts up slowly along the product",
            ShotMove.TiltDown => "the camera tilts down slowly along the product",
            ShotMove.DetailToWhole => "the camera begins close on the material and dollies out to the whole product",
            ShotMove.LightSweep or ShotMove.LiftOff => "locked camera",
            ShotMove.Walk => "the camera tracks backwards with the person at the same pace",
            ShotMove.Scene => "steady handheld camera",
            _ => throw new ArgumentOutOfRangeException(nameof(move)),
        };
}
