using CommerceVideo.Brands.Kits;
using CommerceVideo.Media.Masks;

namespace CommerceVideo.Briefs;

/// <summary>What a brand kit asks of a plan: what is never shown, and how things move. Pure.</summary>
public sealed record BrandLimits(IReadOnlyList<OffLimit> OffLimits, MotionStyle Motion)
{
    public static BrandLimits None { get; } = new([], MotionStyle.Usual);

    public static BrandLimits Of(KitContent? kit) => new(kit?.OffLimits ?? [], kit?.Motion ?? MotionStyle.Usual);

    public bool NoPeople => OffLimits.Contains(OffLimit.People);

    /// <summary>What models are told to leave out; nothing that the photo itself shows, which they must keep.</summary>
    /// <returns>Nouns with commas between; null for none.</returns>
    public string? Avoid(PictureFacts picture)
    {
        var nouns = OffLimits.Where(limit => picture.Person != true || !IsOfPeople(limit)).Select(Noun).ToList();
        return nouns.Count == 0 ? null : string.Join(", ", nouns);
    }

    public IReadOnlyList<string> Warnings(Use use, PictureFacts picture) =>
        !NoPeople ? []
        : picture.Person == true
            ? ["The photo shows a person, and the brand kit allows no people: the video shows what the photo shows."]
        : use == Use.Lifestyle ? ["Planned without people: the brand kit allows none."]
        : [];

    private static bool IsOfPeople(OffLimit limit) =>
        limit is OffLimit.People or OffLimit.Faces or OffLimit.Hands or OffLimit.Children;

    private static string Noun(OffLimit limit) =>
        limit switch
        {
            OffLimit.People => "people",
            OffLimit.Faces => "faces",
            OffLimit.Hands => "hands",
            OffLimit.Children => "children",
            OffLimit.Animals => "animals",
            OffLimit.OtherProducts => "other products",
            _ => throw new ArgumentOutOfRangeException(nameof(limit)),
        };
}
