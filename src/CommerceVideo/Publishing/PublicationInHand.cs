using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Finishing;

namespace CommerceVideo.Publishing;

/// <summary>A publication with what it shows and where it came from.</summary>
internal sealed record PublicationInHand(
    Publication Publication,
    Rendition Rendition,
    PlannedBrief Brief,
    SourceImage Image
)
{
    /// <summary>Its picture is on the product and no other file stands in its place, so the video belongs there too.</summary>
    public bool Wanted => !Brief.Stale && Rendition.ReplacedAt is null;

    /// <summary>Nothing of it is on the product.</summary>
    public bool IsWithdrawn => Publication.State is PublicationState.Failed or PublicationState.Withdrawn;
}
