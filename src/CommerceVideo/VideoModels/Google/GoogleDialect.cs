using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Google;

/// <summary>
/// A Shot in Omni's words: its pictures bound by tags, then what happens, in plain prose; what must not be seen or heard is
/// said in the same text. It always has sound, which is taken away afterwards.
/// </summary>
internal static class GoogleDialect
{
    /// <summary>Its guide names no cap: this is ours, and far below its 131072 tokens of input.</summary>
    private const int Most = 4000;

    /// <param name="hasLast">A last frame is given as the second picture.</param>
    public static CompiledPrompt Compile(Shot shot, PromptWords words, bool hasLast)
    {
        PromptPart[] parts =
        [
            new($"[# Sources <FIRST_FRAME>@Image1{(hasLast ? " <LAST_FRAME>@Image2" : "")}]", 0),
            new(ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words)), 0),
            new(ShotSpeech.Note(words), 1, Shortens: true),
            new(ShotSpeech.Fabric(words), 4),
            new($"Camera: {ShotSpeech.Camera(shot.Move)}.", 0),
            new(ShotSpeech.Take(shot.Loop), 2),
            new(ShotSpeech.Keep(words), 0),
            new($"Do not show: {string.Join(", ", ShotSpeech.Unwanted(words))}.", 2),
            new("No dialogue, no music.", 3),
        ];
        var (text, warnings) = PromptText.Join(parts, Most, PromptText.Utf16Units);
        return new CompiledPrompt(text, null, warnings);
    }
}
