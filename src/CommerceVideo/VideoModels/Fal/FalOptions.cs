using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.VideoModels.Fal;

public sealed class FalOptions : ProviderOptions
{
    public const string Section = "VideoModels:Fal";

    /// <summary>The queue's; <c>https://queue.falrun.com/</c> is its second door.</summary>
    public FalOptions() => BaseAddress = new Uri("https://queue.fal.run/");

    /// <summary>The public keys that its calls back are signed with, as a JSON Web Key Set.</summary>
    [Required]
    public Uri KeysAddress { get; set; } = new("https://rest.fal.ai/.well-known/jwks.json");
}
