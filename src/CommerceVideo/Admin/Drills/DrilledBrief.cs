using CommerceVideo.Routing;

namespace CommerceVideo.Admin.Drills;

/// <summary>A Brief that a model's end changes.</summary>
/// <param name="Product">Its product's title.</param>
/// <param name="Used">The model made one of its Clips, or tried to; else it would be the choice today.</param>
internal sealed record DrilledBrief(Guid Id, Guid Shop, string Product, bool Used, RouteChange Change)
{
    /// <summary>The recipe that it was made from.</summary>
    public Guid? Recipe { get; init; }
}
