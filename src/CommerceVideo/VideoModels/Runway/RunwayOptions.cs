using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.VideoModels.Runway;

public sealed class RunwayOptions : ProviderOptions
{
    public const string Section = "VideoModels:Runway";

    public RunwayOptions() => BaseAddress = new Uri("https://api.dev.runwayml.com/");

    /// <summary>Characters of a data URI that Runway takes; a longer one is uploaded first (docs.dev.runwayml.com, inputs).</summary>
    [Range(0, 5_000_000)]
    public int MostInlineCharacters { get; set; } = 5_000_000;
}
