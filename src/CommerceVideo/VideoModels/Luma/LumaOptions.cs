using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.VideoModels.Luma;

public sealed class LumaOptions : ProviderOptions
{
    public const string Section = "VideoModels:Luma";

    public LumaOptions() => BaseAddress = new Uri("https://agents.lumalabs.ai/");

    /// <summary>Of the Dream Machine API, which the Ray 2 family is still served by.</summary>
    [Required]
    public Uri LegacyBaseAddress { get; set; } = new("https://api.lumalabs.ai/");
}
