namespace CommerceVideo.VideoModels.Prompts;

/// <summary>
/// A Shot in plain words that most models share: what changes, what the camera does, what must stay. A picture is given, so
/// the words say what happens and never describe it again.
/// </summary>
public static class ShotSpeech
{
    /// <summary>What every merchant means, whatever the Shot.</summary>
    private static readonly string[] NeverWanted =
    [
        "warped logo",
        "changed text",
        "new objects",
        "extra hands",
        "deformed body",
        "colour shift",
        "flicker",
        "cuts",
    ];

    /// <summary>One verb phrase about what moves, without its full stop.</summary>
    public static string Action(ShotMove move, PromptWords words) =>
        move switch
        {
            ShotMove.Walk => $"The person walks slowly towards the camera, wearing the {words.Noun}",
            ShotMove.Scene when words.Avoid.Contains("people", StringComparer.Ordinal) =>
                $"The {words.Noun} stands in an everyday place, in natural light",
            ShotMove.Scene => $"The {words.Noun} is used in an everyday place, in natural light",
            ShotMove.LightSweep => $"A soft band of light passes once over the {words.Noun}",
            ShotMove.LiftOff => $"The {words.Noun} rises gently off its ground and settles back",
            _ when words.Person =>
                $"The person keeps the pose with only a slight, natural sway; the {words.Noun} stays in view",
            _ => $"The {words.Noun} stands still",
        };

    /// <summary>What the camera does, as prose without its full stop.</summary>
    public static string Camera(ShotMove move) =>
        move switch
        {
            ShotMove.PushIn => "slow push in towards the product",
            ShotMove.PullOut => "slow pull back until the whole product is seen",
            ShotMove.PanLeft => "slow pan to the left along the product",
            ShotMove.PanRight => "slow pan to the right along the product",
            ShotMove.TiltUp => "slow tilt up along the product",
            ShotMove.TiltDown => "slow tilt down along the product",
            ShotMove.DetailToWhole => "starts close on the material and eases back to the whole product",
            ShotMove.LightSweep or ShotMove.LiftOff => "fixed shot, camera locked on a tripod",
            ShotMove.Walk => "slow tracking shot, moving back with the person",
            ShotMove.Scene => "slow, steady handheld shot",
            _ => throw new ArgumentOutOfRangeException(nameof(move)),
        };

    /// <summary>What must not change, said as what stays: a negative names the very thing.</summary>
    public static string Keep(PromptWords words) =>
        $"The {words.Noun} stays exactly as in the picture: same colour, pattern, seams, closures, logo and lettering.";

    public static string Fabric(PromptWords words) =>
        words.Fabric is { } fabric ? Sentence(Fabrics.Behaviour(fabric)) : "";

    public static string Note(PromptWords words) => words.Note is { Length: > 0 } note ? Sentence(note.Trim()) : "";

    /// <summary>One take, and where it ends.</summary>
    public static string Take(bool loop) =>
        loop ? "Single continuous shot that ends on the very picture it began with." : "Single continuous shot.";

    /// <summary>What must not be seen, as nouns, the brand's own first.</summary>
    public static IEnumerable<string> Unwanted(PromptWords words) => words.Avoid.Concat(NeverWanted);

    public static string Sentence(string phrase) =>
        phrase.Length == 0 ? ""
        : phrase[^1] is '.' or '!' or '?' ? char.ToUpperInvariant(phrase[0]) + phrase[1..]
        : $"{char.ToUpperInvariant(phrase[0])}{phrase[1..]}.";
}
