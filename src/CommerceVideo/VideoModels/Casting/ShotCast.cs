using System.Text.Json.Serialization;

namespace CommerceVideo.VideoModels.Casting;

/// <summary>Who and what place a Shot shows. Two are the same when pictures and words are, whatever their ids.</summary>
public sealed record ShotCast(IReadOnlyList<CastMember> Members)
{
    [JsonIgnore]
    public bool HasPerson => Members.Any(static member => member.Kind == CastKind.Person);

    public bool Equals(ShotCast? other) =>
        other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>What a request is told apart by: kinds, words and content hashes.</summary>
    public override string ToString() =>
        string.Join(
            "; ",
            Members.Select(static member => $"{member.Kind} {string.Join(',', member.Pictures)} {member.Looks}".Trim())
        );
}
