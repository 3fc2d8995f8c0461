using CommerceVideo.Finishing.Sound;

namespace CommerceVideo.Finishing.Words;

/// <summary>What a brand writes on its films, and how.</summary>
/// <param name="Language">BCP 47, e.g. <c>en</c>, <c>ar</c>: how prices are written.</param>
/// <param name="Font">Family of the letters; other fonts stand in for letters that it lacks.</param>
/// <param name="FontFile">Where that family is, when the machine does not have it.</param>
/// <param name="Logo">A picture, shown on the end card; null for none.</param>
/// <param name="Hook">What the first three seconds say.</param>
/// <param name="Captions">What is said between hook and end card, one after the other.</param>
public sealed record WordKit(
    string Language,
    string Font,
    string? FontFile,
    Rgb Ink,
    Rgb Plate,
    string? Logo,
    string? Hook,
    IReadOnlyList<string> Captions,
    EndCard? EndCard
)
{
    /// <summary>The music under its films; null for none.</summary>
    public SoundBed? Music { get; init; }

    public static WordKit Plain { get; } =
        new("en", "DejaVu Sans", null, Rgb.White, new Rgb(17, 17, 17), null, null, [], null);
}

/// <param name="Line">What is offered, e.g. <c>Free shipping</c>.</param>
/// <param name="Action">What to do, e.g. <c>Shop now</c>.</param>
public sealed record EndCard(string? Line, string? Action);
