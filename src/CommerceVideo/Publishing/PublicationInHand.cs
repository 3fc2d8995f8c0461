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
    /// <summary>Its picture is on the product, so the video belongs there too.</summary>
    public bool Wanted => !Brief.Stale;

    public bool IsWithdrawn => Publication.State is PublicationState.Withdrawn or PublicationState.Failed;

    public bool IsFinal =>
        Publication.State is PublicationState.Published or PublicationState.Failed or PublicationState.Withdrawn;
}
