using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.VideoModels;

/// <summary>What every provider's settings have.</summary>
public abstract class ProviderOptions
{
    [Required]
    public Uri BaseAddress { get; set; } = null!;

    /// <summary>The installation's key; without one the provider is only offered to shops that bring their own.</summary>
    public string? ApiKey { get; set; }

    /// <summary>For one exchange; a file has its own limit.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>False where the settings name no server: the provider is offered to nobody.</summary>
    public virtual bool IsSetUp => true;
}
