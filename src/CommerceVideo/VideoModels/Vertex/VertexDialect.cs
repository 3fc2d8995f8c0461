using CommerceVideo.VideoModels.Casting;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Vertex;

/// <summary>
/// A Shot in Veo's words: one camera behaviour, what happens, light; what must not be seen is a list of nouns in a field of
/// its own.
/// </summary>
internal static class VertexDialect
{
    /// <summary>The documented cap is 1024 tokens; nobody outside can count them, so fewer are used.</summary>
    private const int Most = 1000;

    private const string Pictures = "the reference pictures";

    /// <param name="references">The casting pictures of a Shot without a first frame. Veo has no names for pictures: words tell them apart.</param>
    public static CompiledPrompt Compile(
        Shot shot,
        PromptWords words,
        IReadOnlyList<ReferencePicture>? references = null
    )
    {
        PromptPart[] parts =
        [
            new(shot.Start == ShotStart.References ? ReferenceSpeech.Product(words, Pictures) : "", 0),
            new(ReferenceSpeech.Casting(references ?? [], 0, static _ => Pictures), 0),
            new($"Camera: {ShotSpeech.Camera(shot.Move)}.", 0),
            new(ShotSpeech.Sentence(ShotSpeech.Action(shot.Move, words)), 0),
            new(ShotSpeech.Note(words), 1, Shortens: true),
            new(ShotSpeech.Fabric(words), 3),
            new(ShotSpeech.Keep(words), 0),
            new(ShotSpeech.Take(shot.Loop), 2),
            new("Soft, even light as in the picture.", 4),
        ];
        var (text, warnings) = PromptText.Join(parts, Most, Tokens);
        return new CompiledPrompt(text, string.Join(", ", ShotSpeech.Unwanted(words)), warnings);
    }

    /// <summary>At least what a tokenizer makes of it: a token for three Latin letters, one for each sign of another script.</summary>
    internal static int Tokens(string text)
    {
        var latin = text.EnumerateRunes().Count(static rune => rune.IsAscii);
        return ((latin + 2) / 3) + text.EnumerateRunes().Count() - latin;
    }
}
