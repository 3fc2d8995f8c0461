using CommerceVideo.VideoModels.Casting;

namespace CommerceVideo.Brands;

/// <summary>What somebody says of a house model or a place that is to be kept.</summary>
/// <param name="Collection">The collection whose variant of the kit it belongs to; empty for the whole shop.</param>
internal sealed record CastingForm(
    CastKind Kind,
    string Name,
    string Looks,
    string? ConsentBy,
    DateOnly? ConsentOn,
    string Collection = BrandKit.WholeShop
)
{
    public const int MostPictures = 4;

    /// <summary>More than this nobody tells apart in a list.</summary>
    public const int MostInAKit = 24;

    private const int LongestName = 80;
    private const int LongestLooks = 300;
    private const int LongestHandle = 255;

    /// <summary>Why it cannot be kept, in words for whoever sent it; null when it can. Pure.</summary>
    public string? Problem(int pictures, DateOnly today) =>
        Name.Trim().Length is 0 or > LongestName ? $"Give it a name of 1 to {LongestName} letters."
        : Looks.Trim().Length > LongestLooks ? $"Say in at most {LongestLooks} letters what a viewer sees."
        : Collection.Length > LongestHandle ? "There is no collection with so long a handle."
        : pictures is 0 or > MostPictures ? $"Add 1 to {MostPictures} pictures; {pictures} came."
        : Kind == CastKind.Person && string.IsNullOrWhiteSpace(ConsentBy)
            ? "Say who agreed that this person is shown in generated videos: the person, or who may speak for them."
        : Kind == CastKind.Person && ConsentOn is null ? "Say on which day the consent was given."
        : ConsentOn > today ? "The consent is dated in the future: keep the person once it is given."
        : null;
}
