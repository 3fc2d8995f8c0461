using CommerceVideo.Briefs;
using CommerceVideo.Platform;

namespace CommerceVideo.Routing;

/// <summary>What one use (or one Brief) is made with before a model ends, and after.</summary>
/// <param name="From">Id of the model that ends.</param>
/// <param name="To">Id of the first choice for its Shots afterwards; null when nobody is left who can make one of them.</param>
/// <param name="CostsMore">The difference for one video in the money of both; null where the two cannot be compared.</param>
internal sealed record RouteChange(
    Use Use,
    string From,
    string? To,
    string? ToName,
    Money Before,
    Money? After,
    Money? CostsMore
)
{
    public string Text =>
        To is null ? $"Nobody here can make {UseWords.Plural(Use)} then."
        : CostsMore is not { } more ? $"{Title} go to {ToName} then, for {After}."
        : more.IsNothing ? $"{Title} go to {ToName} then, at the same cost."
        : more.Amount > 0 ? $"{Title} go to {ToName} then, for {more} more a video."
        : $"{Title} go to {ToName} then, for {more * -1} less a video.";

    private string Title
    {
        get
        {
            var words = UseWords.Plural(Use);
            return $"{char.ToUpperInvariant(words[0])}{words[1..]}";
        }
    }
}
