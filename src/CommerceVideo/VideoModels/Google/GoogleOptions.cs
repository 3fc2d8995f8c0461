using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.VideoModels.Google;

public sealed class GoogleOptions : ProviderOptions
{
    public const string Section = "VideoModels:Google";

    public GoogleOptions() => BaseAddress = new Uri("https://generativelanguage.googleapis.com/");

    /// <summary>What a million tokens of video cost (Gemini API pricing, 2026-11-22): answers count tokens, not dollars.</summary>
    [Range(0.01, 1000)]
    public decimal DollarsPerMillionVideoTokens { get; set; } = 17.50m;
}
