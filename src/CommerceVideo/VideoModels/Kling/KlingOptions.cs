using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.VideoModels.Kling;

public sealed class KlingOptions : ProviderOptions
{
    public const string Section = "VideoModels:Kling";

    public KlingOptions() => BaseAddress = new Uri("https://api-singapore.klingai.com/");

    /// <summary>From the console's webhook page; two during a rotation. Without one, calls back only wake us.</summary>
    public IList<string> WebhookSecrets { get; init; } = [];

    /// <summary>Between two looks for a task whose answer was lost: Kling shows a new one up to ten seconds late.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(12);
}
