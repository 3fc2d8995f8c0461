using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.VideoModels.Vertex;

public sealed class VertexOptions : ProviderOptions
{
    public const string Section = "VideoModels:Vertex";

    public VertexOptions() => BaseAddress = new Uri("https://us-central1-aiplatform.googleapis.com/");

    /// <summary>The project that pays; absent: the one that the service account's key file names.</summary>
    [RegularExpression("[a-z][a-z0-9.:-]*")]
    public string? Project { get; set; }

    /// <summary>Must fit the address.</summary>
    [Required]
    [RegularExpression("[a-z0-9-]+")]
    public string Location { get; set; } = "us-central1";

    /// <summary>
    /// Where a service account's signature is exchanged for a token. The key file names one too, which is not used: a file
    /// that a shop brings must not choose whom we call.
    /// </summary>
    [Required]
    public Uri TokenAddress { get; set; } = new("https://oauth2.googleapis.com/token");
}
