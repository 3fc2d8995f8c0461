namespace CommerceVideo.VideoModels.Casting;

public enum CastKind
{
    /// <summary>A house model: a person who agreed to be shown.</summary>
    Person,
    Place,
}

/// <summary>A house model or a place as a Shot carries it: without a name, which no provider needs to know.</summary>
/// <param name="Id">Of the brand's casting reference, by which its files are found; what was erased is found no more.</param>
/// <param name="Looks">What a viewer sees, in plain words; may be empty.</param>
/// <param name="Pictures">Content hashes, the most telling first: one to four.</param>
public sealed record CastMember(Guid Id, CastKind Kind, string Looks, IReadOnlyList<string> Pictures);
