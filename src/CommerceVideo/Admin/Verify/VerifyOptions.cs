using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.Admin.Verify;

public sealed class VerifyOptions
{
    public const string Section = "Verify";

    /// <summary>Questions a minute that one address may ask.</summary>
    [Range(1, 10_000)]
    public int PerMinute { get; set; } = 60;
}
