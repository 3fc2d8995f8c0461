using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Luma;

/// <summary>
/// A Shot in Luma's words: what stays, what happens and how the cloth behaves, then the camera. There is no field for what must
/// not be seen, and naming it may bring it.
/// </summary>
internal static class LumaDialect
{
    /// <summary>Characters: 6000 on the Agents API, 5000 on the Dream Machine.</summary>
    private const int Most = 5000;

    public static CompiledPrompt Compile(Shot shot, PromptWords words)
    {
        PromptPart[] parts =
        [
            new(ShotSpeech.Keep(words), 0),
            new(ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words)), 0),
            new(ShotSpeech.Fabric(words), 3),
            new(ShotSpeech.Note(words), 1, Shortens: true),
            new($"Camera: {ShotSpeech.Camera(shot.Move)}.", 0),
            new(ShotSpeech.Take(shot.Loop), 2),
        ];
        var (text, warnings) = PromptText.Join(parts, Most, PromptText.CodePoints);
        return new CompiledPrompt(text, Negative: null, warnings);
    }
}
