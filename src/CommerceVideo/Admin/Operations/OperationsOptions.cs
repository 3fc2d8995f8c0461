namespace CommerceVideo.Admin.Operations;

public sealed class OperationsOptions
{
    public const string Section = "Operations";

    /// <summary>What an operator's tools send as a bearer token; without it the operations addresses do not exist.</summary>
    public string? Key { get; set; }
}
