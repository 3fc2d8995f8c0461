using CommerceVideo.Brands.Files;

namespace CommerceVideo.Brands.Kits;

/// <summary>
/// What a brand says of all its videos: the members of the JSON that operators read and keep and that <c>render --brand</c>
/// reads. All may be left out; a variant for a collection says only what is different there. What each means, with an
/// example: docs/brand-kit.md.
/// </summary>
/// <remarks>Files are named: beside a kit on disk by their path, in a shop's kit by the names they were given when kept.</remarks>
public sealed record KitContent
{
    public static KitContent Empty { get; } = new();

    /// <summary>BCP 47, e.g. <c>en</c>, <c>ar</c>: how prices are written.</summary>
    public string? Language { get; init; }

    public KitPalette? Palette { get; init; }

    public KitFont? Font { get; init; }

    /// <summary>A picture, shown on the end card.</summary>
    public string? Logo { get; init; }

    /// <summary>What the first three seconds say; <c>{title}</c> stands for the product's title.</summary>
    public string? Hook { get; init; }

    /// <summary>What is said between hook and end card, one after the other.</summary>
    public IReadOnlyList<string>? Captions { get; init; }

    public EndCard? EndCard { get; init; }

    /// <summary>Never put on film, whoever wrote them.</summary>
    public IReadOnlyList<string>? ForbiddenWords { get; init; }

    /// <summary>Never shown.</summary>
    public IReadOnlyList<OffLimit>? OffLimits { get; init; }

    public MotionStyle? Motion { get; init; }

    public KitGround? Ground { get; init; }

    public MusicBed? Music { get; init; }

    public KitLook? Look { get; init; }

    /// <summary>House models and places by their ids, in their order.</summary>
    public IReadOnlyList<Guid>? Casting { get; init; }

    /// <summary>This variant, and what it leaves out from the whole shop's kit. What the shop forbids stays forbidden.</summary>
    public KitContent Over(KitContent shop) =>
        new()
        {
            Language = Language ?? shop.Language,
            Palette = Palette is null ? shop.Palette : Palette.Over(shop.Palette),
            Font = Font ?? shop.Font,
            Logo = Logo ?? shop.Logo,
            Hook = Hook ?? shop.Hook,
            Captions = Captions ?? shop.Captions,
            EndCard = EndCard ?? shop.EndCard,
            ForbiddenWords = Both(ForbiddenWords, shop.ForbiddenWords),
            OffLimits = Both(OffLimits, shop.OffLimits),
            Motion = Motion ?? shop.Motion,
            Ground = Ground ?? shop.Ground,
            Music = Music ?? shop.Music,
            Look = Look ?? shop.Look,
            Casting = Casting is { Count: > 0 } ? Casting : shop.Casting,
        };

    /// <summary>Every file it names, with what it is needed as.</summary>
    public IEnumerable<KitFileUse> Files()
    {
        (string Member, BrandFileKind Kind, string? Name)[] named =
        [
            ("logo", BrandFileKind.Picture, Logo),
            ("font.file", BrandFileKind.Font, Font?.File),
            ("ground.image", BrandFileKind.Picture, Ground?.Image),
            ("music.file", BrandFileKind.Music, Music?.File),
            ("look.lut", BrandFileKind.Lut, Look?.Lut),
            .. (Look?.References ?? []).Select(static one => ("look.references", BrandFileKind.Picture, (string?)one)),
        ];
        return named
            .Where(static one => one.Name is not null)
            .Select(static one => new KitFileUse(one.Member, one.Kind, one.Name!));
    }

    /// <summary>The same with every file under another name.</summary>
    public KitContent Renamed(Func<string, string> name) =>
        this with
        {
            Logo = Logo is null ? null : name(Logo),
            Font = Font?.File is { } font ? Font with { File = name(font) } : Font,
            Ground = Ground?.Image is { } image ? Ground with { Image = name(image) } : Ground,
            Music = Music is null ? null : Music with { File = name(Music.File) },
            Look = Look is null
                ? null
                : Look with
                {
                    Lut = Look.Lut is null ? null : name(Look.Lut),
                    References = Look.References is null ? null : [.. Look.References.Select(name)],
                },
        };

    private static IReadOnlyList<T>? Both<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) =>
        one is null ? other
        : other is null ? one
        : [.. other.Union(one)];
}

/// <param name="Member">The member that names it, e.g. <c>font.file</c>.</param>
public sealed record KitFileUse(string Member, BrandFileKind Kind, string Name);
