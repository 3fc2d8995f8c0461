using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Sora;

/// <summary>
/// A Shot as a storyboard line, as OpenAI's guide to Sora 2 asked for: framing and camera, action in a beat, light, sound.
/// Length and size in prose are ignored, and there is no way to say what must not be seen.
/// </summary>
internal static class SoraDialect
{
    /// <summary>How the API, written in Python, counts.</summary>
    private const int Most = 32000;

    public static CompiledPrompt Compile(Shot shot, PromptWords words)
    {
        PromptPart[] parts =
        [
            new($"Camera: {ShotSpeech.Camera(shot.Move)}, deep focus, the whole product sharp.", 0),
            new($"Action: {ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words))}", 0),
            new(ShotSpeech.Note(words), 1, Shortens: true),
            new(ShotSpeech.Fabric(words), 3),
            new("Light: as in the picture, steady.", 2),
            // It always made sound; speech and music are harder to take for room tone.
            new("Sound: quiet room tone.", 2),
            new(ShotSpeech.Keep(words), 0),
            new(ShotSpeech.Take(shot.Loop), 2),
        ];
        var (text, warnings) = PromptText.Join(parts, Most, PromptText.CodePoints);
        return new CompiledPrompt(
            text,
            Negative: null,
            words.Avoid.Count == 0
                ? warnings
                : [.. warnings, "Sora cannot be told what to keep out of the picture: the brand's list was left out."]
        );
    }
}
